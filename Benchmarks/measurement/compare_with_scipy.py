"""Compares `measurement-figures statistics` with scipy and NumPy on samples from seeds."""

import argparse
import json
import subprocess
import sys

import numpy as np
import scipy
from scipy import stats


def samples(count, seed):
    """Normal, heavy-tailed, skewed, tied and trending samples of many sizes."""
    generator = np.random.default_rng(seed)
    made = []
    for index in range(count):
        size = int(generator.integers(4, 90))
        kind = index % 5
        if kind == 0:
            values = generator.normal(0.01, 0.02, size)
        elif kind == 1:
            values = generator.standard_t(3, size) * 0.02
        elif kind == 2:
            values = generator.lognormal(0, 0.3, size)
        elif kind == 3:
            values = generator.integers(-4, 6, size) / 4
        else:
            values = np.cumsum(generator.normal(0.1, 1, size))
        if len(set(values)) > 1:
            made.append([float(value) for value in values])
    return made


def signed_rank_distribution(size):
    probabilities = np.array([1.0])
    for rank in range(1, size + 1):
        longer = np.zeros(len(probabilities) + rank)
        longer[: len(probabilities)] += probabilities / 2
        longer[rank:] += probabilities / 2
        probabilities = longer
    return np.cumsum(probabilities)


def hodges_lehmann(values):
    first, second = np.triu_indices(len(values))
    averages = np.sort((values[first] + values[second]) / 2)
    cumulative = signed_rank_distribution(len(values))
    rank = max(1, int(np.argmax(cumulative >= 0.025)))
    confidence = 1 - 2 * cumulative[rank - 1]
    return np.median(averages), averages[rank - 1], averages[len(averages) - rank], confidence


def wilcoxon(values):
    nonzero = values[values != 0]
    distinct = len(set(np.abs(nonzero))) == len(nonzero)
    if len(nonzero) == len(values) and distinct and len(values) <= 50:
        return stats.wilcoxon(values, method="exact").pvalue
    return stats.wilcoxon(nonzero, correction=False, method="approx").pvalue


def trimmed_interval(values):
    """Tukey and McLaughlin's, from scipy's parts."""
    size, cut = len(values), int(0.1 * len(values))
    kept = size - 2 * cut
    # Half a sample more, since it rounds down.
    limit = (cut + 0.5) / size
    winsorized = np.asarray(stats.mstats.winsorize(np.sort(values), limits=(limit, limit)))
    error = winsorized.std(ddof=1) / (kept / size * np.sqrt(size))
    reach = stats.t.ppf(0.975, kept - 1) * error
    middle = stats.trim_mean(values, 0.1)
    return middle, middle - reach, middle + reach


def trend(values):
    """Mann and Kendall's test with ties and continuity correction."""
    size = len(values)
    score = sum(np.sign(values[b] - values[a]) for a in range(size) for b in range(a + 1, size))
    _, ties = np.unique(values, return_counts=True)
    variance = (size * (size - 1) * (2 * size + 5) - (ties * (ties - 1) * (2 * ties + 5)).sum()) / 18
    if score == 0 or variance <= 0:
        return 1.0
    return min(1.0, 2 * stats.norm.sf((abs(score) - 1) / np.sqrt(variance)))


def ljung_box(values):
    size, lags = len(values), min(4, len(values) - 1)
    centred = values - values.mean()
    total = 0.0
    for lag in range(1, lags + 1):
        correlation = (centred[lag:] * centred[:-lag]).sum() / (centred**2).sum()
        total += correlation**2 / (size - lag)
    return stats.chi2.sf(size * (size + 2) * total, lags)


def expected(values):
    values = np.array(values)
    location, low, high, confidence = hodges_lehmann(values)
    trimmed, trimmed_low, trimmed_high = trimmed_interval(values)
    degrees = len(values) - 1
    return {
        "q05": np.quantile(values, 0.05), "median": np.median(values), "q95": np.quantile(values, 0.95),
        "mad": stats.median_abs_deviation(values), "deviation": values.std(ddof=1), "trimmed": trimmed,
        "trimmedLow": trimmed_low, "trimmedHigh": trimmed_high, "wilcoxon": wilcoxon(values),
        "hodgesLehmann": location, "hodgesLehmannLow": low, "hodgesLehmannHigh": high,
        "hodgesLehmannConfidence": confidence, "slope": stats.theilslopes(values).slope, "trend": trend(values),
        "ljungBox": ljung_box(values), "t": stats.t.cdf(values[0], degrees), "tQuantile": stats.t.ppf(0.975, degrees),
        "normal": stats.norm.cdf(values[0]),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    made = samples(arguments.count, arguments.seed)
    text = "\n".join(json.dumps(values) for values in made) + "\n"
    run = subprocess.run([arguments.program, "statistics"], input=text, capture_output=True, text=True, check=True)
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    if len(lines) != len(made):
        sys.exit(f"{len(made)} samples went in, and {len(lines)} answers came out")
    worst, differences = {}, 0
    for values, ours in zip(made, lines):
        for name, theirs in expected(values).items():
            error = abs(ours[name] - theirs) / max(1.0, abs(theirs))
            worst[name] = max(worst.get(name, 0.0), error)
            if not error < 1e-9:
                differences += 1
                if differences <= 10:
                    print(f"{name} of {len(values)} samples {values[:4]}…: {ours[name]}, and scipy says {theirs}", file=sys.stderr)
    for name, error in worst.items():
        print(f"{name:24} {error:.1e}")
    print(f"{len(made)} samples, {len(worst)} statistics, {differences} differences from scipy {scipy.__version__}")
    sys.exit(1 if differences or not made else 0)


if __name__ == "__main__":
    main()
