"""The most memory that recording 1 GB of traffic takes, and reading it again.

The gigabyte passes twice: as fast as it goes, which no recorder can follow for long and where it must not fill the memory,
and at a pace that is still far above any editor's, where it should lose nothing.
"""

import json
from pathlib import Path

import recorded
import sessions
import traffic
from context import run, run_measured
from rows import INFO, PASS, SHORT, Row, judged

FIGURE = "memory"
LIMIT_MIB = 64
PACE_BYTES_PER_SECOND = 25_000_000
TIME_LIMIT_SECONDS = 1200
RUNS = {"as fast as it goes": 0, "at 25 MB/s": PACE_BYTES_PER_SECOND}


def measure(context):
    size = 100_000_000 if context.quick else 1_000_000_000
    conversation = context.file("conversation")
    count, digests = traffic.write_conversation(conversation, sources(context), context.generator(FIGURE), size)
    context.raw[FIGURE] = {"bytes": size, "messages": count, "runs": {}}
    rows = []
    for what, pace in RUNS.items():
        recording = context.file(f"memory-{pace}.trace.gz")
        rows += record(context, what, conversation, pace, recording, digests)
        rows.append(read(context, what, recording))
        Path(recording).unlink()
    Path(conversation).unlink()
    return rows


def sources(context):
    """Sessions to tell again: the repository's recordings, or one that our client makes now."""
    if sessions.committed():
        return [traffic.messages_of(path) for path in sessions.committed()]
    return [sessions.type_with(context, [], 20, speed=8.0)]


def record(context, what, conversation, pace, recording, digests):
    usage = context.file("usage.json")
    server = [context.peer("conversation"), "server", conversation]
    recorder = [context.peer("usage"), usage, *context.recorder(recording, *server)]
    client = [context.peer("conversation"), "client", conversation, str(pace), *recorder]
    run(client, TIME_LIMIT_SECONDS)
    used = json.loads(Path(usage).read_text())
    return [peak(context, f"recording, {what}", used), completeness(context, what, recording, digests)]


def completeness(context, what, recording, digests):
    """Gaps are allowed, and told. Bytes that differ without one are not."""
    held = recorded.read(recording)
    equal = held.digests() == digests
    size = Path(recording).stat().st_size
    context.raw[FIGURE]["runs"][f"held, {what}"] = {"equal": equal, "gaps": held.gaps, "missing": held.missing,
                                                    "messages": held.messages, "recordingBytes": size}
    note = held.lack() or f"complete, {sum(held.messages.values())} messages"
    verdict = PASS if equal else INFO if held.gaps else SHORT
    return Row(FIGURE, f"  streams recorded as sent, {what}", float(equal), "", "1, or gaps", verdict,
               note=f"{note}; {size / 1e6:.1f} MB")


def read(context, what, recording):
    used = run_measured(context, [context.reprise, "stats", recording], TIME_LIMIT_SECONDS)
    return peak(context, f"reading it (stats), {what}", used)


def peak(context, what, used):
    context.raw[FIGURE]["runs"][what] = used
    return judged(FIGURE, what, used["peak_kib"] / 1024, "MiB", LIMIT_MIB, note=f"in {used['wall_s']:.1f} s")
