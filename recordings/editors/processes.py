"""Finds and ends the processes that a session started.

Editors put their servers into process groups of their own, so a group cannot
be signalled as a whole. Instead this process adopts orphans (it becomes a
"subreaper") and looks for its descendants in /proc: nothing it started,
directly or not, can get away, and nothing else is ever touched.
"""

import ctypes
import os
import signal
import time
from pathlib import Path

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
LIBC = ctypes.CDLL(None)


def adopt_orphans():
    """Makes this process the parent of descendants whose parent has died."""
    LIBC.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def end_with_parent():
    """Lets a child, before it becomes the editor, end when this process does,
    even if that is killed; the server then finds its input at an end."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)


def parent_of(pid):
    """The parent's id, or None when the process is gone or a zombie."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return None
    state, parent = stat.rpartition(")")[2].split()[:2]
    return None if state == "Z" else int(parent)


def descendants(ancestor=None):
    """Ids of the living descendants of a process, by default of this one."""
    children = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            children.setdefault(parent_of(entry.name), []).append(int(entry.name))
    found, queue = [], [ancestor or os.getpid()]
    while queue:
        offspring = children.get(queue.pop(), [])
        found += offspring
        queue += offspring
    return found


def describe(pid):
    """The command line of a process, for messages."""
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return f"{pid} (gone)"
    return f"{pid} {b' '.join(words).decode(errors='replace').strip()}"


def reap():
    """Collects the exit status of adopted children that have ended."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def wait_for_no_descendants(seconds):
    """Waits for all descendants to end; returns those that still live."""
    deadline = time.monotonic() + seconds
    while (alive := descendants()) and time.monotonic() < deadline:
        reap()
        time.sleep(0.05)
    reap()
    return alive


def end_descendants():
    """Ends every descendant: first asked to, then, after 3 seconds, made to."""
    for signal_number in (signal.SIGTERM, signal.SIGKILL):
        for pid in descendants():
            try:
                os.kill(pid, signal_number)
            except ProcessLookupError:
                pass
        if not wait_for_no_descendants(3):
            return
