"""The standing words of a package of QTI: namespaces, schemas, the list of its items."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Literal
from urllib.parse import quote

Version = Literal["2.1", "3.0"]

TEMPLATES: Mapping[Version, str] = {
    "2.1": "http://www.imsglobal.org/question/qti_v2p1/rptemplates/",
    "3.0": "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/",
}
_ITEMS: Mapping[Version, tuple[str, str]] = {
    "2.1": (
        "http://www.imsglobal.org/xsd/imsqti_v2p1",
        "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
    ),
    "3.0": (
        "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
        "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0p1_v1p0.xsd",
    ),
}
_PACKAGES: Mapping[Version, tuple[str, str, str, str, str]] = {
    "2.1": (
        "http://www.imsglobal.org/xsd/imscp_v1p1",
        "http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd",
        "QTIv2.1 Package",
        "1.0.0",
        "imsqti_item_xmlv2p1",
    ),
    "3.0": (
        "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
        "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd",
        "QTI Package",
        "3.0.1",
        "imsqti_item_xmlv3p0",
    ),
}
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


def opening(version: Version, *, ident: str, title: str, language: str) -> str:
    """The first lines of an item, up to its declarations."""
    space, schema = _ITEMS[version]
    third = version == "3.0"
    name, timed = ("qti-assessment-item", "time-dependent") if third else ("assessmentItem", "timeDependent")
    return (
        f'{_HEAD}<{name} xmlns="{space}" {_XSI} xsi:schemaLocation="{space} {schema}" identifier="{escape(ident)}" '
        f'title="{escape(title)}" adaptive="false" {timed}="false" xml:lang="{escape(language)}">\n'
    )


def manifest(version: Version, items: Mapping[str, Iterable[str]]) -> str:
    """The list of items by their path, each with the other files that it shows."""
    space, schema, name, number, kind = _PACKAGES[version]
    rows = "\n".join(
        f'    <resource identifier="r{at}" type="{kind}" href="{path}">{_files([path, *more])}</resource>'
        for at, (path, more) in enumerate(items.items(), start=1)
    )
    return (
        f'{_HEAD}<manifest xmlns="{space}" {_XSI} xsi:schemaLocation="{space} {schema}" identifier="tayari">\n'
        f"  <metadata><schema>{name}</schema><schemaversion>{number}</schemaversion></metadata>\n"
        f"  <organizations/>\n  <resources>\n{rows}\n  </resources>\n</manifest>\n"
    )


def _files(paths: Iterable[str]) -> str:
    return "".join(f'<file href="{escape(quote(path))}"/>' for path in paths)
