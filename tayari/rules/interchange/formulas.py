"""An equation that stands inside HTML, taken from the events of its parser."""

from tayari.rules.figures import mathml
from tayari.rules.figures.figure import MOST_SIGNS
from tayari.rules.figures.mathml import NotMath
from tayari.rules.interchange import equations
from tayari.rules.interchange.words import one_line

_UNSEEN = frozenset({"annotation", "annotation-xml"})


class Formula:
    """Begins with its `<math>`; ends with that, whatever stands inside."""

    def __init__(self, attrs: list[tuple[str, str | None]]) -> None:
        said = one_line(dict(attrs).get("alttext") or "")
        # What programs write there is often TeX, which nobody reads.
        self.called = "" if set(said) & set("\\${}") or len(said) > MOST_SIGNS else said
        self.tree: mathml.Reader | None = mathml.Reader()
        self.words: list[str] = []
        self.deep = self.unseen = 0

    def begin(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.deep += tag.rpartition(":")[2] == "math"
        self.unseen += tag.rpartition(":")[2] in _UNSEEN
        self._try("handle_starttag", tag, attrs)

    def end(self, tag: str) -> bool:
        """Whether the equation ends here."""
        bare = tag.rpartition(":")[2]
        self.unseen -= bare in _UNSEEN and self.unseen > 0
        self.deep -= bare == "math"
        self._try("handle_endtag", tag)
        return self.deep <= 0

    def say(self, data: str) -> None:
        if not self.unseen:
            self.words.append(data)
        self._try("handle_data", data)

    def _try(self, event: str, *told: object) -> None:
        """Build the tree as far as it goes; once something is not known, words alone are left."""
        if self.tree is not None:
            try:
                getattr(self.tree, event)(*told)
            except NotMath:
                self.tree = None

    def made(self) -> tuple[str, str, bool]:
        """Its line; its MathML where the line does not say all; whether all of it is known."""
        try:
            node = self.tree.math() if self.tree is not None else None
        except NotMath:
            node = None
        if node is None:
            return one_line(" ".join(self.words)), "", False
        line, written = equations.told(node), mathml.written(node)
        called = self.called or line
        drawn = len(written) <= mathml.MOST_SIGNS and (equations.is_drawn(node) or called != line)
        return (called, written, True) if drawn else (line, "", True)
