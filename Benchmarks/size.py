"""The size of a long session's recording, beside `zstd -19` and `gzip -9` of the raw traffic.

The raw traffic is what the independent reader gets out of the recording: both directions and the server's standard error,
since a recording holds all three. Both compressors get it twice, each stream by itself and all in the order in which they
passed; the smaller result is what we are compared with. How much of it is standard error is up to the server: of one
session there is a twin whose server logs nothing.
"""

import subprocess

import sessions
from context import Failed, require
from recording_reader import Recording
from rows import information, judged

FIGURE = "size"
COMPRESSORS = {"zstd -19": ["zstd", "-19", "-q", "-c"], "gzip -9": ["gzip", "-9", "-c"]}
TIME_LIMIT_SECONDS = 600


def measure(context):
    for command in COMPRESSORS.values():
        require(command[0])
    rows = []
    for session in [*sessions.long_sessions(context), sessions.long_silent_typing(context)]:
        rows += compare(context, session.name, session.recording)
    return rows


def traffic(recording):
    """The raw bytes: {"client": …, "server": …, "stderr": …, "all": in order}."""
    streams = {"client": bytearray(), "server": bytearray(), "stderr": bytearray(), "all": bytearray()}
    with open(recording, "rb") as file:
        reader = Recording(file)
        for record in reader:
            if record.type == "gap":
                raise Failed("the recording has gaps: there is nothing to compare its size with")
            if record.type in ("message", "noise", "stderr"):
                data = record.content if record.type == "stderr" else reader.framed(record)
                streams[record.fields.get("from", "stderr")] += data
                streams["all"] += data
    return streams


def compressed_size(command, data):
    done = subprocess.run(command, input=data, stdout=subprocess.PIPE, timeout=TIME_LIMIT_SECONDS, check=True)
    return len(done.stdout)


def compare(context, name, recording):
    streams, size = traffic(recording), recording.stat().st_size
    rows = [information(FIGURE, f"{name}: the recording", size / 1000, "kB",
                        note=f"of {len(streams['all']) / 1e6:.1f} MB of traffic, {len(streams['stderr']) / 1e6:.1f} MB "
                             "of that standard error")]
    sizes = {}
    for label, command in COMPRESSORS.items():
        each = {stream: compressed_size(command, data) for stream, data in streams.items()}
        sizes[label] = min(each["client"] + each["server"] + each["stderr"], each["all"])
        context.raw.setdefault(FIGURE, {}).setdefault(name, {"recording": size})[label] = each
    for label, limit in (("zstd -19", 1.0), ("gzip -9", 0.5)):
        rows.append(judged(FIGURE, f"{name}: to {label}", size / sizes[label], "x", limit,
                           note=f"{label}: {sizes[label] / 1000:.0f} kB"))
    return rows
