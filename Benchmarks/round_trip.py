"""The round trip that a proxy adds to requests of 300 bytes, in units of what a minimal C proxy adds.

Each restart runs every contestant once, alone, in random order, with fresh processes. Alone, because a recorder works on
in the background after it has passed an answer on, and interleaving by single requests would bill that to the others.
"""

import os
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import lsp_devtools
import recorded
from context import Missing, run
from quantiles import interval, median, quantile
from rows import information, judged, skipped, unless_noisy

FIGURE = "round_trip"
SIZE = 300
QUANTILES = {"p50": 0.50, "p99": 0.99}
LIMITS = {"p50": 1.3, "p99": 1.5}
LSP_DEVTOOLS_FACTOR = 10
TIME_LIMIT_SECONDS = 120


@dataclass(frozen=True)
class Setting:
    """A way to take the samples. `think` is what the client waits before each request, in microseconds."""

    name: str
    pinned: bool
    judged: bool = True
    samples: int = 3000
    warm_up: int = 500
    think: int = 0
    restarts: int = 40
    quick_restarts: int = 6


# Where the scheduler places the processes decides more than what they do: waking an idle core costs many times what
# a proxy adds. So the figure is taken twice: all on one core, and wherever the scheduler wants them. Request upon request
# is the hardest case, since the recorder's own work then competes with the next request; an editor leaves it time.
SETTINGS = (
    Setting("one core", pinned=True),
    Setting("any core", pinned=False),
    Setting("one core, 1 ms apart", pinned=True, judged=False, samples=500, warm_up=50, think=1000, restarts=10,
            quick_restarts=2),
)
DEVTOOLS = Setting("lsp-devtools", pinned=False, samples=300, warm_up=30, restarts=10, quick_restarts=2)
CONTESTANTS = ("direct", "c", "c again", "reprise")


def measure(context):
    taken = {setting.name: take(context, setting, CONTESTANTS) for setting in SETTINGS}
    try:
        devtools = take(context, DEVTOOLS, ("direct", "reprise", "lsp-devtools"))
    except Missing as missing:
        devtools = str(missing)
    context.raw[FIGURE] = {"samples_ns": taken, "lsp_devtools_ns": devtools}
    rows = []
    for setting in SETTINGS:
        rows += compare(context, setting, taken[setting.name])
    return rows + compare_with_devtools(devtools)


def take(context, setting, contestants):
    """A list of restarts, each a dictionary: contestant to samples."""
    choices = context.generator(f"{FIGURE}/{setting.name}")
    restarts = []
    for _ in range(context.restarts(setting.restarts, setting.quick_restarts)):
        order = list(contestants)
        choices.shuffle(order)
        seed = choices.randrange(1 << 32)
        restarts.append({name: samples(context, setting, name, seed) for name in order})
    return restarts


def samples(context, setting, contestant, seed):
    server = [context.peer("echo_server")]
    recording = context.file("round_trip.trace.gz")
    commands = {
        "direct": lambda: nullcontext(server),
        "c": lambda: nullcontext([context.peer("pipe_proxy"), *server]),
        "c again": lambda: nullcontext([context.peer("pipe_proxy"), *server]),
        "reprise": lambda: nullcontext(context.recorder(recording, *server)),
        "lsp-devtools": lambda: lsp_devtools.agent(recording, *server),
    }
    with commands[contestant]() as command:
        numbers = (SIZE, setting.samples, setting.warm_up, setting.think, seed)
        core = max(os.sched_getaffinity(0)) if setting.pinned else None
        # lsp-devtools' agent sometimes waits for ever when its server has ended, and is killed after it has been measured.
        accept = (0, 137) if contestant == "lsp-devtools" else (0,)
        output = run([context.peer("round_trip"), *map(str, numbers), *command], TIME_LIMIT_SECONDS, core, accept)
    if contestant == "reprise":
        context.raw.setdefault("round_trip_lack", []).append(recorded.read(recording).lack())
    Path(recording).unlink(missing_ok=True)
    return [int(line) for line in output.split()]


def summarised(restarts, share):
    return [{name: quantile(values, share) / 1000 for name, values in restart.items()} for restart in restarts]


def added(restarts, contestant):
    """Microseconds: the median over restarts of what it took, less the same of talking to the server directly."""
    return median(each[contestant] for each in restarts) - median(each["direct"] for each in restarts)


def ratio(contestant, base):
    def estimate(restarts):
        divisor = added(restarts, base)
        return added(restarts, contestant) / divisor if divisor > 0 else float("inf")
    return estimate


def compare(context, setting, restarts):
    rows = []
    for name, share in QUANTILES.items():
        at = summarised(restarts, share)
        what = f"added {name}, {setting.name}, to the C proxy's"
        ours, control = (judge(context, at, contestant, what, LIMITS[name]) for contestant in ("reprise", "c again"))
        ours.note = levels(at) + lack(context)
        if setting.judged:
            rows.append(unless_noisy(ours, control))
        else:
            rows.append(information(FIGURE, what, ours.measured, "x", interval=ours.interval, note=ours.note))
        rows.append(information(FIGURE, f"  control: the C proxy's to itself, {name}", control.measured, "x",
                                interval=control.interval))
    return rows


def judge(context, at, contestant, what, limit):
    estimate = ratio(contestant, "c")
    return judged(FIGURE, what, estimate(at), "x", limit, interval=interval(at, estimate, context.generator("bootstrap")))


def levels(at):
    direct = median(each["direct"] for each in at)
    proxies = ", ".join(f"{name} +{added(at, name):.1f}" for name in ("c", "reprise"))
    return f"direct {direct:.1f} µs, {proxies}"


def lack(context):
    found = [each for each in context.raw.get("round_trip_lack", []) if each]
    return f"; INCOMPLETE recordings: {len(found)}, e.g. {found[0]}" if found else ""


def compare_with_devtools(restarts):
    if isinstance(restarts, str):
        return [skipped(FIGURE, "added p50 and p99, lsp-devtools' to ours", restarts)]
    rows = []
    for name, share in QUANTILES.items():
        at = summarised(restarts, share)
        ours, theirs = added(at, "reprise"), added(at, "lsp-devtools")
        measured = theirs / ours if ours > 0 else float("inf")
        rows.append(judged(FIGURE, f"added {name}, lsp-devtools' to ours", measured, "x", LSP_DEVTOOLS_FACTOR, at_most=False,
                           note=f"lsp-devtools +{theirs:.0f} µs, reprise +{ours:.1f}"))
    return rows
