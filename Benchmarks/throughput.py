"""Messages of 256 KB as fast as they go, both ways, in units of what a minimal C proxy passes."""

from pathlib import Path

import recorded
from context import run
from quantiles import interval, median
from rows import information, judged, unless_noisy

FIGURE = "throughput"
SIZE = 256 * 1024
WARM_UP = 8
LIMIT = 0.8
# Reading half a gigabyte in Python takes longer than all else.
READ_RECORDINGS = 3
TIME_LIMIT_SECONDS = 300


def measure(context):
    choices = context.generator(FIGURE)
    restarts, lacks = [], []
    for _ in range(context.restarts(30, 5)):
        contestants = ["direct", "c", "c again", "reprise"]
        choices.shuffle(contestants)
        seed = choices.randrange(1 << 32)
        restarts.append({name: megabytes_a_second(context, name, seed, lacks) for name in contestants})
    context.raw[FIGURE] = {"megabytes_a_second": restarts, "lack": lacks}
    return compare(context, restarts, lacks)


def megabytes_a_second(context, contestant, seed, lacks):
    """Both directions together; every message differs from all the others."""
    count = 200 if context.quick else 800
    server = [context.peer("echo_server")]
    recording = context.file("throughput.trace.gz")
    commands = {"direct": server, "reprise": context.recorder(recording, *server)}
    command = commands.get(contestant, [context.peer("pipe_proxy"), *server])
    client = [context.peer("round_trip"), str(SIZE), str(count), str(WARM_UP), "flood", str(seed), *command]
    nanoseconds = int(run(client, TIME_LIMIT_SECONDS))
    if contestant == "reprise":
        if len(lacks) < READ_RECORDINGS:
            lacks.append(recorded.read(recording).lack())
        Path(recording).unlink()
    return 2 * SIZE * count / nanoseconds * 1000


def ratio(contestant):
    return lambda restarts: median(each[contestant] for each in restarts) / median(each["c"] for each in restarts)


def compare(context, restarts, lacks):
    estimates = {}
    for contestant in ("c again", "reprise"):
        spread = interval(restarts, ratio(contestant), context.generator("bootstrap"))
        estimates[contestant] = judged(FIGURE, "256 KB messages, to the C proxy's", ratio(contestant)(restarts), "x", LIMIT,
                                       at_most=False, interval=spread)
    row, control = estimates["reprise"], estimates["c again"]
    levels = (f"{name} {median(each[name] for each in restarts):.0f}" for name in ("direct", "c", "reprise"))
    row.note = f"MB/s: {', '.join(levels)}"
    lacking = [lack for lack in lacks if lack]
    if lacking:
        row.note += f"; INCOMPLETE recordings: {len(lacking)} of {len(lacks)}, e.g. {lacking[0]}"
    return [unless_noisy(row, control),
            information(FIGURE, "  control: the C proxy's to itself", control.measured, "x", interval=control.interval)]
