"""What every figure is given: the binaries, the options, a scratch folder, and how to run a command to its end."""

import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent

# The independent reader counts what was recorded: a proxy that passes bytes quickly and records nothing must not win.
sys.path.insert(0, str(REPOSITORY / "Tests" / "Interoperability"))


class Missing(Exception):
    """Something that a figure compares with is not installed; the figure is skipped, and counted as skipped."""


class Failed(Exception):
    """A command of a figure failed; the message says which and what it printed."""


@dataclass
class Context:
    reprise: str
    peers: Path
    scratch: Path
    quick: bool
    seed: int
    raw: dict = field(default_factory=dict)
    made: dict = field(default_factory=dict)

    def peer(self, name):
        return str(self.peers / name)

    def generator(self, use):
        """A stream of choices named for its use, so that one figure's draws do not shift another's."""
        return random.Random(f"{self.seed}/{use}")

    def restarts(self, full, quick):
        return quick if self.quick else full

    def file(self, name):
        return str(self.scratch / name)

    def recorder(self, recording, *server):
        """The command that records a session with `server`; files of the workspace are no part of the traffic."""
        return [self.reprise, "record", "-o", recording, "--capture", "none", "--", *server]


def require(program):
    if shutil.which(program) is None:
        raise Missing(f"{program} is not installed")
    return program


def run(command, seconds, core=None, accept=(0,), cwd=None):
    """Runs a command to its end and returns its standard output; `core` pins it and all it starts."""
    pin = None if core is None else lambda: os.sched_setaffinity(0, {core})
    process = subprocess.Popen(command, cwd=cwd, preexec_fn=pin, start_new_session=True, stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        output, errors = process.communicate(timeout=seconds)
    except BaseException as error:
        end_group(process)
        if isinstance(error, subprocess.TimeoutExpired):
            raise Failed(f"{' '.join(command)}: not done after {seconds} s") from error
        raise
    if process.returncode not in accept:
        tail = errors.decode(errors="replace")[-500:]
        raise Failed(f"{' '.join(command)}: exit status {process.returncode}: {tail}")
    return output


def end_group(process):
    """Ends a command with all it started: it leads a process group of its own for this."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def run_measured(context, command, seconds):
    """Runs a command under `usage`; returns what it used."""
    usage = context.file("usage.json")
    run([context.peer("usage"), usage, *command], seconds)
    return json.loads(Path(usage).read_text())
