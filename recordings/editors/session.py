"""What every session shares: a neutral place to work in, human timing, waits
with deadlines, and milestones that fail loudly.

Everything happens below /tmp/reprise-sessions, so that no path of the machine
gets into a recording and two people who make it get the same URIs.
"""

import random
import shutil
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

SCRATCH = Path("/tmp/reprise-sessions")
WORKSPACES = Path(__file__).resolve().parent.parent / "workspaces"

# Long enough for a cold server on a busy machine. A wait that ends earlier
# than this ends because its condition holds, never because time has passed.
PATIENCE_SECONDS = 60
# A whole session may take this long for its first lap, and again for each.
LAP_LIMIT_SECONDS = 300


# Where a program of this checkout is, once it is built.
BUILT_PROGRAMS = WORKSPACES.parent.parent / ".build" / "release"


def find_program(name):
    """Where a program is, or None; our own need not be installed."""
    return shutil.which(name) or shutil.which(name, path=BUILT_PROGRAMS)


class SessionFailed(Exception):
    """A milestone was missed or a wait ran out; the message says which."""


@dataclass(frozen=True)
class Recording:
    """One recording that can be made: who talks to whom, about what."""

    name: str
    editor: str
    server: list[str]
    workspace: str
    play: Callable[["Session"], None]
    # Folders that are laid over the workspace: its path there, and which.
    overlays: tuple[tuple[str, str], ...] = ()
    # What else must be installed.
    tools: tuple[str, ...] = ()
    # A lap that is as long as a person's takes longer than most do.
    lap_limit_seconds: int = LAP_LIMIT_SECONDS


@dataclass
class Session:
    """One editor at work in a fresh copy of a workspace."""

    recording: Recording
    command: list[str]
    laps: int
    seed: int
    verbose: bool = True
    started: float = field(default_factory=time.monotonic)

    def __post_init__(self):
        # One stream for the fingers and one for what is done, so that a
        # change of pace does not change what happens.
        self.pace = random.Random(f"pace:{self.recording.name}:{self.seed}")
        self.choices = random.Random(f"choices:{self.recording.name}:{self.seed}")

    @property
    def root(self):
        """The workspace that the editor works in."""
        return SCRATCH / self.recording.name

    @property
    def programs(self):
        """Where the server is found by its name, wherever it is installed."""
        return SCRATCH / "bin"

    @property
    def home(self):
        """The HOME of editor and server."""
        return SCRATCH / "home"

    def prepare(self):
        """Makes the workspace and the home anew."""
        for folder in (self.root, self.home, self.programs):
            shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(WORKSPACES / self.recording.workspace, self.root)
        for place, overlay in self.recording.overlays:
            shutil.copytree(WORKSPACES / overlay, self.root / place, dirs_exist_ok=True)
        for name in ("config", "cache", "data", "state", "run"):
            (self.home / name).mkdir(parents=True)
        (self.home / "run").chmod(0o700)
        self.programs.mkdir()
        server = self.recording.server[0]
        (self.programs / server).symlink_to(find_program(server))

    def environment(self):
        """The whole environment of the editor: nothing else is inherited."""
        return {
            "PATH": f"{self.programs}:/usr/local/bin:/usr/bin:/bin",
            "HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_STATE_HOME": str(self.home / "state"),
            "XDG_RUNTIME_DIR": str(self.home / "run"),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "USER": "reprise",
            "LOGNAME": "reprise",
            "SHELL": "/bin/sh",
        }

    @property
    def haste(self):
        """How much quicker than usual: long sessions are for their traffic."""
        return 1.0 if self.laps == 1 else 1.6

    def key_pause(self):
        """The time between two keys of a quick typist."""
        time.sleep(self.pace.triangular(0.03, 0.12, 0.05) / self.haste)

    def think(self):
        """The time that a person takes to look at what has come up."""
        time.sleep(self.pace.uniform(0.3, 0.8) / self.haste)

    def note(self, text):
        """Says on stderr how far the session is."""
        if self.verbose:
            elapsed = time.monotonic() - self.started
            print(f"  {self.recording.name} {elapsed:6.1f}s  {text}", file=sys.stderr)

    def check(self, holds, milestone, evidence=""):
        """Notes a milestone, or fails because it was missed."""
        if not holds:
            shown = f"\n{evidence}" if evidence else ""
            raise SessionFailed(f"missed: {milestone}{shown}")
        self.note(milestone)

    def wait(self, what, probe, evidence=lambda: "", seconds=PATIENCE_SECONDS):
        """Polls until `probe` gives something true, and returns that."""
        deadline = time.monotonic() + seconds
        while True:
            result = probe()
            if result:
                return result
            if time.monotonic() > deadline:
                raise SessionFailed(
                    f"waited {seconds} s for {what}, in vain\n{evidence()}"
                )
            time.sleep(0.02)

    def text(self, name):
        """The text of a file of the workspace as it is on disk."""
        return (self.root / name).read_text(encoding="utf-8")

    def check_saved(self, name, *fragments, without=()):
        """Checks what a saved file holds, and what it must not hold."""
        text = self.text(name)
        for fragment in fragments:
            self.check(fragment in text, f"{name} on disk has {fragment!r}", text)
        for fragment in without:
            self.check(fragment not in text, f"{name} on disk lacks {fragment!r}", text)
