"""One address of each kind of page, for the tests that look at all of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page: its name and English path; `hindi` is False where the demonstration has no such Hindi page."""

    name: str
    path: str
    hindi: bool = True

    @property
    def paths(self) -> tuple[str, ...]:
        return (self.path, f"/hi{self.path}") if self.hindi else (self.path,)


ARTICLE = "/articles/india-us-2-plus-2-dialogue/"
MOCK = "/mocks/india-us-relations/"
SPRINT = "/mocks/india-us-sprint/"
QUIZ = "/mocks/schemes-quick-quiz/"
EVENT = "/live/india-us-2-plus-2-november-2023/"
BRIEFING = "/live/india-in-the-world/"

KINDS = (
    Kind("home", "/"),
    Kind("topics", "/topics/"),
    Kind("topic", "/topics/gs2.ir.bilateral.us/"),
    Kind("today", "/today/"),
    Kind("day", "/2026/11/22/"),
    Kind("articles", "/articles/"),
    Kind("article", ARTICLE),
    Kind("article without a translation", "/articles/pm-kisan/", hindi=False),
    Kind("report", f"{ARTICLE}report/"),
    Kind("all series", "/series/"),
    Kind("series", "/series/ir-365/"),
    Kind("mocks", "/mocks/"),
    Kind("mock", MOCK),
    Kind("sprint", SPRINT),
    Kind("live", "/live/"),
    Kind("event", EVENT),
    Kind("briefing", BRIEFING),
    Kind("entity", "/entities/india-us-2plus2/"),
    Kind("dossiers", "/dossiers/"),
    Kind("dossier", "/dossiers/india-us-2-plus-2/"),
    Kind("search", "/search/?q=2%2B2"),
    Kind("search without result", "/search/?q=zzzzzz"),
    Kind("corrections", "/corrections/"),
    Kind("check", "/check/"),
    Kind("sign-up", "/accounts/signup/"),
    Kind("sign-in", "/accounts/login/"),
    Kind("password reset", "/accounts/password/reset/"),
)

PATHS = tuple(path for kind in KINDS for path in kind.paths)
