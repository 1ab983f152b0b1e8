"""Drives Emacs, with eglot as its language client, through a pseudo-terminal.

Keys are written to the terminal one at a time and at human speed, as Emacs
spells them: `C-x C-s`, `M-.`, `RET`. How Emacs stands is asked through its
server socket, which does not disturb what is being typed.
"""

import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import termios
import threading
import time
from pathlib import Path
from shutil import which

from . import processes
from .session import SessionFailed

CONFIGURATION = Path(__file__).with_name("emacs.el")
NAMED_KEYS = {"RET": "\r", "TAB": "\t", "SPC": " ", "ESC": "\x1b", "DEL": "\x7f"}
ESCAPE_SEQUENCE = re.compile(rb"\x1b(\[[0-9;?]*[ -/]*[@-~]|[()][A-Z0-9]|[=>78M])")


def key_bytes(key):
    """What a terminal sends for a key: `C-M-i` is escape, then control-i."""
    if key.startswith("C-M-"):
        return b"\x1b" + key_bytes("C-" + key[4:])
    if key.startswith("M-") and len(key) > 2:
        return b"\x1b" + key_bytes(key[2:])
    if key.startswith("C-") and len(key) > 2:
        character = {"/": "_", "SPC": "@"}.get(key[2:], key[2:])
        return bytes([ord(character.upper()) & 0x1F])
    return NAMED_KEYS.get(key, key).encode()


def become_terminal_session():
    """Makes the pseudo-terminal the one that Emacs is started from."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    processes.end_with_parent()


class Emacs:
    """An Emacs with one language server; used as a context manager."""

    def __init__(self, session):
        self.session = session
        self.screen = b""

    def __enter__(self):
        session = self.session
        terminal, inside = pty.openpty()
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 110, 0, 0))
        environment = session.environment() | {
            "SESSION_ROOT": str(session.root),
            "SESSION_COMMAND": json.dumps(session.command),
        }
        self.process = subprocess.Popen(
            [which("emacs"), "-nw", "-q", "--no-splash", "-l", str(CONFIGURATION)],
            cwd=session.root, env=environment, stdin=inside, stdout=inside, stderr=inside,
            start_new_session=True, preexec_fn=become_terminal_session,
        )
        os.close(inside)
        self.terminal = terminal
        threading.Thread(target=self.drain, daemon=True).start()
        self.socket = session.home / "run" / "emacs" / "session"
        session.wait("Emacs' server socket", self.socket.exists, self.last_screen)
        self.wait_for("Emacs to be ready", lambda state: state["buffer"] == "*scratch*")
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(10)
        os.close(self.terminal)

    def drain(self):
        """Reads what Emacs draws, so that it never waits for us."""
        while True:
            try:
                self.screen = (self.screen + os.read(self.terminal, 65536))[-20000:]
            except OSError:
                return

    # Asking ---------------------------------------------------------------

    def evaluate(self, expression):
        """The value of a Lisp expression that gives a string."""
        answer = subprocess.run(
            [which("emacsclient"), "-s", str(self.socket), "--eval", expression],
            env=self.session.environment(), capture_output=True, text=True, timeout=30,
        )
        if answer.returncode:
            raise SessionFailed(f"emacsclient: {answer.stderr}\n{self.last_screen()}")
        # What Lisp prints of a string is JSON, but for control characters.
        return json.loads(answer.stdout, strict=False)

    def state(self):
        """How Emacs stands."""
        return json.loads(self.evaluate("(session-state)"))

    def last_screen(self):
        """What was drawn last, without its escape sequences."""
        text = ESCAPE_SEQUENCE.sub(b" ", self.screen[-6000:]).decode(errors="replace")
        return f"last drawn:\n{text}"

    def evidence(self):
        """The state of things, for messages."""
        state = self.state()
        state.pop("text")
        state = json.dumps(state, indent=1, ensure_ascii=False)
        return f"{state}\nmessages:\n{self.evaluate('(session-messages)')}\n{self.last_screen()}"

    def wait_for(self, what, holds):
        """Waits until a predicate of the state holds, and returns the state."""
        def probe():
            state = self.state()
            return state if holds(state) else None
        return self.session.wait(what, probe, self.evidence)

    def check(self, holds, milestone):
        """Notes a milestone, or fails with how Emacs stands."""
        self.session.check(holds, milestone, "" if holds else self.evidence())

    # Pressing keys ----------------------------------------------------------

    def send(self, data):
        """Writes to the terminal."""
        os.write(self.terminal, data)

    def keys(self, keys):
        """Presses keys, written with spaces between them."""
        for key in keys.split(" "):
            self.send(key_bytes(key))
            self.session.key_pause()

    def roll(self, keys):
        """Rolls keys over each other, a few milliseconds apart."""
        for key in keys.split(" "):
            self.send(key_bytes(key))
            time.sleep(self.session.pace.uniform(0.002, 0.006))

    def type(self, text):
        """Types text; at a line's end Emacs indents by itself."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.keys("RET")
            for character in line.lstrip(" ") if number else line:
                self.send(character.encode())
                self.session.key_pause()

    def command(self, name, *answers):
        """Runs a command by name, and answers what it asks."""
        self.keys("M-x")
        self.wait_for("the prompt of M-x", lambda state: "M-x" in state["prompt"])
        self.type(name)
        self.keys("RET")
        for prompt, answer in answers:
            # An answer that stands there already is the one to the last question.
            self.wait_for(f"{name} to ask {prompt!r}",
                          lambda state: prompt in state["prompt"] and not state["answer"])
            self.type(answer)
            self.keys("RET")
        self.wait_for(f"{name} to have its answers", lambda state: not state["prompt"])

    # Doing things -------------------------------------------------------------

    def open(self, name):
        """Visits a file, or shows it again."""
        if self.state()["buffer"] == name:
            return
        self.keys("C-x C-f")
        self.wait_for("the prompt for a file", lambda state: "Find file" in state["prompt"])
        self.type(name)
        self.keys("RET")
        self.wait_for(f"{name} and its server",
                      lambda state: state["buffer"] == name and state["managed"])
        self.session.think()

    def find(self, text):
        """Searches from the top of the file; point ends before the match."""
        self.keys("M-< C-s")
        self.type(text)
        self.keys("RET C-r C-r")
        self.keys("RET")
        self.wait_for(f"point at {text!r}", lambda state: state["line"][len(state["before"]):]
                      .startswith(text))

    def complete(self, rest, whole):
        """Asks for completions, sees the list, types more, and accepts."""
        self.keys("C-M-i")
        self.wait_for(f"{whole!r} in the list of completions",
                      lambda state: whole in state["completions"])
        self.session.think()
        self.type(rest)
        self.keys("C-M-i")
        state = self.wait_for(f"{whole!r} to be accepted",
                              lambda state: state["before"].endswith(whole))
        self.settle()
        self.check(True, f"completion accepted: {state['before'].strip()}")

    def settle(self):
        """Waits until every question has been answered."""
        self.wait_for("the answers to all requests", lambda state: state["pending"] == 0)

    def wait_for_problems(self, some):
        """Waits until the buffer has errors, or has none."""
        state = self.wait_for(
            "diagnostics to appear" if some else "diagnostics to clear",
            lambda state: state["problems"] is not None and (state["problems"] > 0) == some,
        )
        self.check(True, f"diagnostics: {state['problems']}")

    def wait_for_documentation(self, what, expected):
        """Waits until eldoc, which asks when the keys rest, shows something."""
        state = self.wait_for(f"{what} about {expected!r}",
                              lambda state: expected in state["documentation"])
        shown = next(line for line in state["documentation"].splitlines() if line.strip())
        self.check(True, f"{what}: {shown}")
        self.session.think()

    def hover(self, expected):
        """Steps into a symbol and rests there; a search alone wakes no eldoc."""
        self.keys("C-f")
        self.wait_for_documentation("hover", expected)

    def go_to_definition(self, file, symbol):
        """Follows the symbol at point into another file."""
        self.keys("M-.")
        state = self.wait_for(f"the definition of {symbol}",
                              lambda state: state["buffer"] == file and symbol in state["line"])
        self.check(True, f"definition: {file}: {state['line'].strip()}")
        self.session.think()

    def list_references(self, least):
        """Lists the references and follows the second."""
        self.keys("M-?")
        state = self.wait_for("the list of references",
                              lambda state: state["mode"] == "xref--xref-buffer-mode")
        count = sum(1 for line in state["text"].splitlines() if re.match(r" *\d+:", line))
        self.session.think()
        self.keys("n n RET")
        state = self.wait_for("a reference", lambda state: state["mode"] == "c-mode")
        self.keys("C-x 1")
        self.check(count >= least, f"references: {count}, one in {state['buffer']}")

    def go_to_symbol(self, kind, symbol):
        """Goes to a symbol of the file by its name."""
        self.command("imenu", ("ndex item", kind), ("ndex item", symbol))
        self.wait_for(f"point at {symbol}", lambda state: symbol in state["line"])
        self.check(True, f"document symbols: {symbol} is one")

    def rename(self, old, new):
        """Renames the symbol at point."""
        self.settle()
        self.command("eglot-rename", (f"Rename `{old}'", new))
        self.wait_for(f"{old} to become {new}", lambda state: new in state["text"]
                      and old not in state["text"])
        state = self.state()
        self.check(True, f"renamed to {new}, to be saved: {', '.join(sorted(state['modified']))}")

    def save_all(self):
        """Writes every changed file."""
        if not self.state()["modified"]:
            return
        self.keys("C-x s")
        self.wait_for("the question what to save", lambda state: state["echo"] or state["prompt"])
        self.keys("!")
        self.wait_for("everything to be written", lambda state: not state["modified"])
        self.session.note("saved")

    def undo_and_redo(self, spoilt, marker):
        """Takes the last change back, makes it again, takes it back.

        Emacs decides how much typing one undo takes back, so each is pressed
        until the text is as wanted.
        """
        good = spoilt.replace(marker, "")
        for keys, wanted in (("C-/", good), ("C-M-_", spoilt), ("C-/", good)):
            self.session.think()
            while (text := self.state()["text"]) != wanted:
                self.keys(keys)
                self.wait_for(f"{keys} to change the text",
                              lambda state, before=text: state["text"] != before)
            self.wait_for_problems(wanted == spoilt)
        self.check(True, f"undone, redone, undone: {marker!r}")

    def quit(self):
        """Shuts the server down, waits for its end, and leaves the editor."""
        self.settle()
        self.command("eglot-shutdown")
        state = self.wait_for("the server's end", lambda state: state["exited"] is not None)
        self.check(state["exited"] == 0, "the server ended with code 0")
        self.keys("C-x C-c")
        self.process.wait(10)
