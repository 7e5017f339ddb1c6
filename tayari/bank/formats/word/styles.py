"""What styles say of paragraphs and runs: each inherits from the one that it is based on."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from tayari.bank.formats.word.names import W, toggle, value

_DARK = {"", "auto", "000000"}
_LIGHT = {"", "auto", "FFFFFF"}
_TOGGLES = {"bold": "b", "italic": "i", "strike": "strike"}


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks as far as it may carry meaning; what is not said is absent."""

    said: dict[str, str] = field(default_factory=dict)

    def under(self, nearer: "Look") -> "Look":
        """This look where `nearer` says nothing else."""
        return Look(self.said | nearer.said)

    @property
    def marks(self) -> frozenset[str]:
        on = {name for name, told in self.said.items() if told == "on"}
        valued = {f"{name}:{self.said[name]}" for name in ("highlight", "colour") if self.said.get(name)}
        return frozenset(on | valued)

    @property
    def font(self) -> str:
        return self.said.get("font", "")

    @property
    def is_hidden(self) -> bool:
        return self.said.get("hidden") == "on"


def look(properties: Element | None) -> Look:
    """What `w:rPr` says."""
    said: dict[str, str] = {}
    if properties is None:
        return Look(said)
    for name, tag in (*_TOGGLES.items(), ("hidden", "vanish")):
        if (is_on := toggle(properties, tag)) is not None:
            said[name] = "on" if is_on else "off"
    if properties.find(f"{W}u") is not None:
        said["underline"] = "off" if value(properties, "u", "single") == "none" else "on"
    raised = value(properties, "vertAlign")
    if raised:
        said |= {"sub": "on" if raised == "subscript" else "off", "sup": "on" if raised == "superscript" else "off"}
    elif place := _placed(properties):
        said[place] = "on"
    said |= _colours(properties)
    fonts = properties.find(f"{W}rFonts")
    if fonts is not None and (font := fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or fonts.get(f"{W}cs")):
        said["font"] = font
    return Look(said)


def _placed(properties: Element) -> str:
    """Whether words are set higher or lower and in a size of their own, as LibreOffice writes scripts of web pages."""
    height = value(properties, "position")
    if not height.lstrip("-").isdigit() or int(height) == 0 or properties.find(f"{W}sz") is None:
        return ""
    return "sub" if int(height) < 0 else "sup"


def _colours(properties: Element) -> dict[str, str]:
    said: dict[str, str] = {}
    if properties.find(f"{W}color") is not None:
        colour = value(properties, "color").upper()
        said["colour"] = "" if colour.lower() in _DARK else colour
    if properties.find(f"{W}highlight") is not None:
        shade = value(properties, "highlight")
        said["highlight"] = "" if shade in {"none", "white"} else shade
    shading = properties.find(f"{W}shd")
    if shading is not None:
        fill = shading.get(f"{W}fill", "").upper()
        said["highlight"] = "" if fill in _LIGHT or fill == "AUTO" else fill
    return said


class Styles:
    """The styles of a document by id."""

    def __init__(self, root: Element | None) -> None:
        found = root.iter(f"{W}style") if root is not None else ()
        self._by_id = {style.get(f"{W}styleId", ""): style for style in found}
        self._default = next(
            (name for name, style in self._by_id.items()
             if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true"}), "",
        )  # fmt: skip
        told = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if root is not None else None
        self._defaults = look(told)
        self._looks: dict[str, Look] = {}

    def paragraph(self, ident: str) -> Look:
        """How the words of a paragraph look by its style alone."""
        return self._defaults.under(self.run(ident or self._default))

    def run(self, ident: str) -> Look:
        """What a style and those below it say of runs."""
        if ident not in self._looks:
            made = Look()
            for style in reversed(self.chain(ident)):
                made = made.under(look(style.find(f"{W}rPr")))
            self._looks[ident] = made
        return self._looks[ident]

    def chain(self, ident: str) -> list[Element]:
        """The style and those that it is based on, the nearest first; a circle ends where it closes."""
        found: list[Element] = []
        seen: set[str] = set()
        while ident in self._by_id and ident not in seen:
            seen.add(ident)
            found.append(self._by_id[ident])
            ident = value(found[-1], "basedOn")
        return found

    def name(self, ident: str) -> str:
        """Its English name in lower case; Word keeps the names of its own styles in English."""
        return value(self._by_id.get(ident or self._default), "name").lower()

    def list_of(self, ident: str) -> tuple[str, str]:
        """The list and level that a style puts its paragraphs in, each empty when it says nothing."""
        num, level = "", ""
        for style in self.chain(ident or self._default):
            num = num or value(style, "pPr/numPr/numId")
            level = level or value(style, "pPr/numPr/ilvl")
        return num, level
