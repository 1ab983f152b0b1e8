"""What a recording holds, as the independent reader sees it."""

import hashlib
from dataclasses import dataclass, field

from context import Failed
from recording_reader import BadRecording, Recording


@dataclass
class Recorded:
    messages: dict = field(default_factory=lambda: {"client": 0, "server": 0})
    missing: dict = field(default_factory=lambda: {"client": 0, "server": 0})
    streams: dict = field(default_factory=lambda: {"client": hashlib.sha256(), "server": hashlib.sha256()})
    bytes: int = 0
    gaps: int = 0
    state: str = ""

    def digests(self):
        return {side: stream.hexdigest() for side, stream in self.streams.items()}

    def lack(self):
        """A sentence about what was not recorded; empty when everything was."""
        if not self.gaps:
            return "" if self.state == "complete" else f"the recording is {self.state}"
        lost, kept = sum(self.missing.values()), sum(self.messages.values())
        return f"{self.gaps} gaps: {lost} of {lost + kept} messages were not recorded"


def read(path):
    result = Recorded()
    try:
        with open(path, "rb") as file:
            recording = Recording(file)
            for record in recording:
                take(result, recording, record)
            result.state = recording.state
    except (BadRecording, OSError) as error:
        raise Failed(f"{path}: {error}") from error
    return result


def take(result, recording, record):
    if record.type == "gap":
        result.gaps += 1
        for side, count in record.fields["messages"].items():
            result.missing[side] += count
    if record.type not in ("message", "noise"):
        return
    side, framed = record.fields["from"], recording.framed(record)
    result.messages[side] += record.type == "message"
    result.streams[side].update(framed)
    result.bytes += len(framed)
