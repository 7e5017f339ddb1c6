"""Where a smooth measure of many weights is least: L-BFGS (Nocedal 1980, Mathematics of Computation 35)."""

from collections.abc import Callable
from math import sqrt
from operator import mul

_ROUNDS, _MEMORY, _SHORTEST, _CLOSE = 200, 8, 1e-6, 1e-7


def least(measure: Callable[[list[float]], tuple[float, list[float]]], at: list[float]) -> list[float]:
    """Where a smooth measure is least; it tells what it is at some weights, and its slope."""
    lost, slope = measure(at)
    past: list[tuple[list[float], list[float]]] = []
    for _ in range(_ROUNDS):
        way = _downhill(slope, past)
        falls, step = _dot(way, slope), 1.0
        while True:
            there = [one + step * two for one, two in zip(at, way, strict=True)]
            found, turned = measure(there)
            if found <= lost + 1e-4 * step * falls or step < _SHORTEST:
                break
            step /= 2
        moved = [one - two for one, two in zip(there, at, strict=True)]
        bent = [one - two for one, two in zip(turned, slope, strict=True)]
        if _dot(moved, bent) > 0:
            past = [*past, (moved, bent)][-_MEMORY:]
        over = lost - found < _CLOSE * abs(lost)
        at, lost, slope = there, found, turned
        if over:
            break
    return at


def _dot(one: list[float], other: list[float]) -> float:
    return sum(map(mul, one, other))


def _downhill(slope: list[float], past: list[tuple[list[float], list[float]]]) -> list[float]:
    """The way down, by the slope and by how it bent on the last steps."""
    way, shares = slope, []
    for moved, bent in reversed(past):
        share = _dot(moved, way) / _dot(moved, bent)
        shares.append(share)
        way = [one - share * two for one, two in zip(way, bent, strict=True)]
    scale = _dot(*past[-1]) / _dot(past[-1][1], past[-1][1]) if past else 1 / max(1.0, sqrt(_dot(slope, slope)))
    way = [scale * one for one in way]
    for (moved, bent), share in zip(past, reversed(shares), strict=True):
        more = share - _dot(bent, way) / _dot(moved, bent)
        way = [one + more * two for one, two in zip(way, moved, strict=True)]
    return [-one for one in way]
