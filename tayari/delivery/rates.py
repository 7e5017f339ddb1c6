"""How often: a bucket a key, which fills steadily and of which each request takes one."""

import math
from collections import OrderedDict
from collections.abc import Hashable


class Rates:
    """`burst` at once and `steady` a second from then on, for each key. For one thread.

    Of more than `most` keys the longest silent is forgotten, which only gives it a full bucket.
    """

    def __init__(self, *, steady: float, burst: int, most: int = 20_000) -> None:
        self.steady, self.burst, self.most = steady, burst, most
        self._buckets: OrderedDict[Hashable, tuple[float, float]] = OrderedDict()

    def wait(self, key: Hashable, *, at: float) -> int:
        """Take one at that second of a clock that only goes on: 0, or the whole seconds until there is one again."""
        left, since = self._buckets.pop(key, (float(self.burst), at))
        left = min(float(self.burst), left + (at - since) * self.steady)
        allowed = left >= 1
        self._buckets[key] = (left - 1 if allowed else left, at)
        if len(self._buckets) > self.most:
            self._buckets.popitem(last=False)
        return 0 if allowed else max(1, math.ceil((1 - left) / self.steady))
