"""A row of the result: one measured value beside its target, and the verdict."""

from dataclasses import asdict, dataclass

PASS, SHORT, SKIPPED, NOISY, INFO = "pass", "short", "skipped", "noisy", "-"
EXIT_PASSED, EXIT_SHORT, EXIT_INCONCLUSIVE = 0, 1, 4


@dataclass
class Row:
    figure: str
    what: str
    measured: float | None
    unit: str
    target: str
    verdict: str
    interval: tuple | None = None
    note: str = ""


def judged(figure, what, measured, unit, limit, at_most=True, **more):
    met = measured <= limit if at_most else measured >= limit
    target = f"{'<=' if at_most else '>='} {limit:g} {unit}"
    return Row(figure, what, measured, unit, target, PASS if met else SHORT, **more)


def information(figure, what, measured, unit, **more):
    return Row(figure, what, measured, unit, "", INFO, **more)


def skipped(figure, what, why):
    return Row(figure, what, None, "", "", SKIPPED, note=why)


def unless_noisy(row, control, peer="the C proxy"):
    """A machine on which the peer, compared with itself, would miss the target cannot judge the row either way."""
    if control.verdict == SHORT:
        row.verdict = NOISY
        row.note = f"{peer} against itself: {text(control)}. {row.note}"
    return row


def text(row):
    if row.measured is None:
        return ""
    low_high = "" if row.interval is None else f" [{row.interval[0]:.3g}..{row.interval[1]:.3g}]"
    return f"{row.measured:.3g} {row.unit}{low_high}"


LAYOUT = "{:<11} {:<50} {:<30} {:<12} {:<8} {}"
HEADING = LAYOUT.format("figure", "what", "measured [95 % interval]", "target", "verdict", "").rstrip()


def show(row):
    return LAYOUT.format(row.figure, row.what, text(row), row.target, row.verdict, row.note).rstrip()


def exit_code(rows):
    verdicts = {row.verdict for row in rows}
    if SHORT in verdicts:
        return EXIT_SHORT
    return EXIT_INCONCLUSIVE if verdicts & {SKIPPED, NOISY} else EXIT_PASSED


def as_json(row):
    return asdict(row)
