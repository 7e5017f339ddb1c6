"""What is dear to make and never changes, kept by the process: so many, and the oldest goes first."""

from collections.abc import Callable, Hashable
from threading import Lock


class Kept[Key: Hashable, Value]:
    """Values by all that they depend on. Two threads may make the same value at once; one of the two is kept."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: dict[Key, Value] = {}
        self._lock = Lock()

    def get(self, key: Key, make: Callable[[], Value]) -> Value:
        """The value of `key`, made when it is asked for the first time."""
        found = self._values.get(key)
        if found is not None:
            return found
        made = make()
        with self._lock:
            while key not in self._values and len(self._values) >= self._most:
                del self._values[next(iter(self._values))]
            return self._values.setdefault(key, made)

    def __len__(self) -> int:
        return len(self._values)

    def forget(self) -> None:
        """For tests, whose rows come and go under the same ids."""
        self._values.clear()
