"""What tests of readers look at in a question that was found, and a picture that files bring."""

from typing import Any

from tayari.rules.interchange import Found

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


def rules(found: Found) -> list[str]:
    return [finding.rule for finding in found.findings]


def content_of(found: Found) -> dict[str, Any]:
    assert found.content is not None
    return dict(found.content)


def options_of(found: Found) -> list[tuple[str, bool | None, str]]:
    """The English words of each option, whether it is right, and why."""
    rows = content_of(found)["options"]
    return [(row["text"]["en"], row.get("true"), row.get("why", {}).get("en", "")) for row in rows]
