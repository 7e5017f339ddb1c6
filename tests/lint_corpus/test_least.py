"""The search for the least of a measure, by which weights are fitted."""

import pytest

from bench.lint.fitting import Sample, fit
from bench.lint.least import least


def test_the_least_of_a_bowl_is_found() -> None:
    def bowl(at: list[float]) -> tuple[float, list[float]]:
        return (at[0] - 3) ** 2 + 10 * (at[1] + 1) ** 2, [2 * (at[0] - 3), 20 * (at[1] + 1)]

    assert least(bowl, [0.0, 0.0]) == pytest.approx([3.0, -1.0], abs=1e-3)


def test_weights_tell_what_samples_say_whatever_their_order() -> None:
    samples = [Sample("dev-6", "date", (sign,), sign == "bad") for sign in ("bad", "good") for _ in range(90)]
    fitted = fit(samples)

    assert fitted["bad"] > 0 > fitted["good"]
    assert fit(samples[::-1]) == pytest.approx(fitted, abs=1e-9)
