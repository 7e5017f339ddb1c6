"""What columns cannot say of a question stands beside them as data: taken apart here, and laid together again."""

import json
from collections.abc import Mapping
from typing import Any


class Apart(ValueError):
    """Two parts do not lie on each other."""


def same(one: Any, other: Any) -> bool:
    """Equal, and of one type: 1 is neither true nor 1.0 here, and the order of names does not count."""
    return json.dumps(one, sort_keys=True, default=str) == json.dumps(other, sort_keys=True, default=str)


def rest(whole: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """What `whole` has beyond `said`. Raises Apart when `said` has something that `whole` has not."""
    if strange := [name for name in said if name not in whole]:
        raise Apart(strange[0])
    found: dict[str, Any] = {}
    for name, value in whole.items():
        if name not in said:
            found[name] = value
        elif not same(value, said[name]):
            found[name] = _rest_of(value, said[name])
    return found


def _rest_of(whole: Any, said: Any) -> Any:
    if isinstance(whole, Mapping) and isinstance(said, Mapping):
        return rest(whole, said)
    if _rows(whole) and _rows(said) and len(whole) == len(said):
        return [rest(one, other) for one, other in zip(whole, said, strict=True)]
    raise Apart("value")


def laid(said: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """`said` with `more` beside it. Raises Apart where both say something of one thing, or count differently."""
    whole = dict(said)
    for name, value in more.items():
        if name not in said:
            whole[name] = value
        elif isinstance(value, Mapping) and isinstance(said[name], Mapping):
            whole[name] = laid(said[name], value)
        elif _rows(value) and _rows(said[name]) and len(value) == len(said[name]):
            whole[name] = [laid(one, other) for one, other in zip(said[name], value, strict=True)]
        elif not same(value, said[name]):
            raise Apart(name)
    return whole


def _rows(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(row, Mapping) for row in value)
