"""The parts of an article between plain data and Wagtail's stream."""

import json
from typing import Any

from wagtail.blocks import StreamValue


def to_stream(parts: list[dict[str, Any]]) -> str:
    """The JSON that the page's stream field reads."""
    raw = []
    for part in parts:
        content = []
        for block in part["content"]:
            value = block["text"] if block["type"] == "text" else {k: v for k, v in block.items() if k != "type"}
            content.append({"type": block["type"], "value": value})
        raw.append({"type": "part", "value": {"part": part["part"], "title": part["title"], "content": content}})
    return json.dumps(raw, ensure_ascii=False)


def _plain(block: Any) -> dict[str, Any]:
    if block.block_type == "text":
        return {"type": "text", "text": block.value}
    return {
        "type": block.block_type,
        **{name: value if isinstance(value, str) else list(value) for name, value in block.value.items()},
    }


def from_stream(body: StreamValue) -> list[dict[str, Any]]:
    """The same plain data that `to_stream` was given."""
    return [
        {
            "part": part.value["part"],
            "title": part.value["title"],
            "content": [_plain(block) for block in part.value["content"]],
        }
        for part in body
    ]
