"""The forms in which a pressed page is kept: plain and compressed. Which of them a request wants (RFC 9110, 12.5.3)."""

import gzip
import re
from functools import lru_cache

import brotli

PLAIN = "identity"
NAMES = ("br", "gzip", PLAIN)
"""The shortest first: it is taken where a browser likes several equally."""
# Beyond these a page is a little shorter and takes many times longer to compress: after each publish a reader waits.
_BROTLI, _GZIP = 5, 6
_WEIGHT = re.compile(r"q\s*=\s*(\d(?:\.\d{0,3})?)", re.IGNORECASE)


def compressed(name: str, body: bytes) -> bytes:
    """`body` in the form called `name`."""
    if name == "br":
        return bytes(brotli.compress(body, mode=brotli.MODE_TEXT, quality=_BROTLI))
    return gzip.compress(body, _GZIP, mtime=0) if name == "gzip" else body


@lru_cache(maxsize=1024)
def wanted(accepted: bytes) -> str:
    """The form for an `Accept-Encoding`: the heaviest of ours, and plain where nothing of ours may be sent."""
    said: dict[str, float] = {}
    for part in accepted.decode("latin-1").lower().split(","):
        name, _, weight = part.partition(";")
        found = _WEIGHT.search(weight)
        said[name.strip()] = float(found[1]) if found else 1.0
    others = said.get("*", 0.0)
    weights = {name: said.get(name, others) for name in NAMES}
    # Unnamed, plain may be sent, but is liked less than whatever is named.
    weights[PLAIN] = said.get(PLAIN, 0.0001 if others == 0.0 else others)
    best = max(NAMES, key=lambda name: weights[name])
    return best if weights[best] else PLAIN
