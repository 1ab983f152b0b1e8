"""lsp-devtools' agent with its recorder, for the time of a with block."""

import contextlib
import socket
import subprocess
import time
from pathlib import Path

from context import Failed, require

START_LIMIT_SECONDS = 20
END_LIMIT_SECONDS = 60


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_listening(port):
    """Looked up and not tried out: the recorder would take a trial connection for its agent."""
    with open("/proc/net/tcp", encoding="ascii") as table:
        return any(f":{port:04X} " in line and " 0A " in line for line in table)


@contextlib.contextmanager
def agent(recording, *server):
    """Gives the agent's command; its recorder writes to a file, as ours does."""
    program = require("lsp-devtools")
    port = str(free_port())
    # It writes its file when it ends, and a signal would end it before that.
    recorder = subprocess.Popen([program, "record", "-p", port, "--to-file", recording, "--on-disconnect", "exit"],
                                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        limit = time.monotonic() + START_LIMIT_SECONDS
        while not is_listening(int(port)):
            if time.monotonic() > limit or recorder.poll() is not None:
                raise Failed("lsp-devtools record does not listen")
            time.sleep(0.02)
        yield [program, "agent", "-p", port, "--", *server]
        end(recorder)
        if Path(recording).stat().st_size == 0:
            raise Failed("lsp-devtools recorded nothing")
    finally:
        if recorder.poll() is None:
            recorder.kill()
            recorder.wait()


def end(recorder):
    try:
        recorder.wait(END_LIMIT_SECONDS)
    except subprocess.TimeoutExpired:
        raise Failed("lsp-devtools record does not end") from None
