"""Elements of QTI as text, in the names of one version."""

from collections.abc import Iterable, Mapping
from html import escape

from tayari.rules.interchange.qti.manifest import TEMPLATES, Version
from tayari.rules.interchange.qti.names import third


class Tags:
    def __init__(self, version: Version) -> None:
        self.version = version

    def name(self, tag: str) -> str:
        return f"qti-{third(tag)}" if self.version == "3.0" else tag

    def __call__(self, tag: str, attributes: Mapping[str, str], inside: str = "") -> str:
        """An element; what stands inside is XML already."""
        name = self.name(tag)
        said = "".join(f' {self._attribute(key)}="{escape(words)}"' for key, words in attributes.items())
        return f"<{name}{said}>{inside}</{name}>" if inside else f"<{name}{said}/>"

    def _attribute(self, name: str) -> str:
        return third(name) if self.version == "3.0" else name

    def template(self, scoring: str) -> str:
        return TEMPLATES[self.version] + scoring + (".xml" if self.version == "3.0" else "")

    def declared(self, cardinality: str, base: str, right: Iterable[str], mapping: str = "") -> str:
        values = "".join(self("value", {}, escape(one, quote=False)) for one in right)
        correct = self("correctResponse", {}, values) if values else ""
        head = {"identifier": "RESPONSE", "cardinality": cardinality, "baseType": base}
        return self("responseDeclaration", head, correct + mapping)

    def modal(self, outcome: str, name: str, html: str) -> str:
        head = {"outcomeIdentifier": outcome, "showHide": "show", "identifier": name}
        inside = self("contentBody", {}, f"<div>{html}</div>") if self.version == "3.0" else html
        return self("modalFeedback", head, inside)

    def rubric(self, html: str) -> str:
        """What only those see who mark the answer."""
        inside = f"<div>{html}</div>"
        if self.version == "3.0":
            return self("rubricBlock", {"use": "scoring", "view": "scorer"}, self("contentBody", {}, inside))
        return self("rubricBlock", {"view": "scorer"}, inside)
