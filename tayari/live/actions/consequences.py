"""What a changed fact means for a post or a coverage page: its words, and a post that says what was wrong."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from tayari.articles import markdown
from tayari.facts.hooks import CannotApply, Described, Holder
from tayari.facts.models import Consequence, Fact
from tayari.facts.queries.sayings import said_at
from tayari.live.actions import posts
from tayari.live.models import CoveragePage, Post


def _post(ref: str) -> Post | None:
    """The post of a binding: the coverage's key, a point and the post's number."""
    key, _, number = ref.rpartition(".")
    try:
        return Post.objects.filter(coverage_key=UUID(key), number=int(number)).first()
    except ValueError:
        return None


def _coverage(ref: str) -> list[CoveragePage]:
    try:
        named = Q(translation_key=UUID(ref))
    except ValueError:
        named = Q(ref=ref)
    return list(CoveragePage.objects.filter(named).select_related("locale").order_by("locale_id"))


def describe_posts(refs: Collection[str]) -> dict[str, Described]:
    found = {}
    for ref in refs:
        if post := _post(ref):
            pages = CoveragePage.objects.filter(translation_key=post.coverage_key).order_by("locale_id")
            page = pages.first()
            url = f"{page.url}#post-{post.number}" if page and page.url else ""
            edit = reverse("wagtailsnippets_live_post:edit", args=[post.pk])
            found[ref] = Described(f"Post {post.number} of {page.title if page else post.ref}", edit, url)
    return found


def describe_coverage(refs: Collection[str]) -> dict[str, Described]:
    found = {}
    for ref in refs:
        for page in _coverage(ref)[:1]:
            found[ref] = Described(page.title, reverse("wagtailadmin_pages:edit", args=[page.pk]), page.url or "")
    return found


def consequence(ref: str, fact: Fact, cause: str, now: datetime) -> str:
    if cause == "closed":
        return "What it told was so then; say it only where readers would take it for the present."
    return "It told readers what is not so: its words are corrected visibly, and a correction post says what was wrong."


def _recited(row: Consequence, text: str, language: str) -> str:
    before = said_at(row.fact, row.revision_before, language)[1] if row.revision_before else ""
    now = said_at(row.fact, row.fact.revision, language)[1]
    return markdown.recited(text, row.fact.ref, before, now) if before and now else text


def apply_to_post(row: Consequence, correction: Mapping[str, str], by: Any, now: datetime) -> str:
    """Mend the cited words, which marks the post as edited, and add a correction post. Raises CannotApply."""
    post = _post(row.holder_ref)
    if post is None or post.deleted_at:
        raise CannotApply("The post is there no more; say that nothing needs to change.")
    text = {code: _recited(row, words, code) for code, words in post.text.items()}
    reason = f"{row.fact.ref} is now revision {row.fact.revision}"
    posts.edit(post, text=text, by=by, now=now, reason=reason)
    done = "words mended" if text != post.text else ""
    if not post.out:
        # Nobody has read what was wrong, and a correction would tell what is still to come.
        return done or "nobody has read it yet"
    return "; ".join(part for part in (done, _tell(post.coverage_key, correction, post.edition, by, now)) if part)


def apply_to_coverage(row: Consequence, correction: Mapping[str, str], by: Any, now: datetime) -> str:
    """Mend the cited words of the summary and the digest in every language, and add a correction post."""
    pages = _coverage(row.holder_ref)
    if not pages:
        raise CannotApply("The coverage is there no more; say that nothing needs to change.")
    done = []
    for page in pages:
        language = page.locale.language_code
        told = page.summary, page.digest
        page.summary, page.digest = (_recited(row, text, language) for text in told)
        if (page.summary, page.digest) != told:
            page.save_revision(user=by, clean=False).publish(user=by, skip_permission_checks=True)
            done.append(f"{language}: words mended")
    return "; ".join(part for part in (*done, _tell(pages[0].translation_key, correction, None, by, now)) if part)


def _tell(key: UUID, correction: Mapping[str, str], edition: Any, by: Any, now: datetime) -> str:
    if not correction:
        return ""
    told = posts.create(coverage_key=key, text=correction, kind=Post.Kind.CORRECTION, edition=edition, by=by, now=now)
    return f"correction in post {told.number}"


POST_HOLDER = Holder(describe_posts, consequence, apply_to_post)
COVERAGE_HOLDER = Holder(describe_coverage, consequence, apply_to_coverage)
