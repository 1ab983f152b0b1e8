"""Quantiles, and how sure a ratio of them is."""

import statistics

RESAMPLES = 2000


def quantile(values, share):
    """The nearest-rank quantile: always a value that was measured."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


median = statistics.median


def interval(restarts, estimate, generator):
    """The middle 95 % of `estimate` over bootstrap resamples of whole restarts, or None for fewer than five of them.

    Restarts are what is drawn anew, not samples: one start carries a lasting bias of its own.
    """
    if len(restarts) < 5:
        return None
    estimates = sorted(estimate(generator.choices(restarts, k=len(restarts))) for _ in range(RESAMPLES))
    return estimates[int(0.025 * RESAMPLES)], estimates[int(0.975 * RESAMPLES)]
