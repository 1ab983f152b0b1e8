"""Drives Neovim key by key.

Neovim runs headless; a user interface is attached so that it draws and waits
for keys as it would on a screen. Keys go in by nvim_input, one at a time and
at human speed. What Neovim thinks of them is asked through the same socket.
"""

import re
import subprocess
import time
from pathlib import Path
from shutil import which

from . import processes
from .session import SCRATCH, SessionFailed

CONFIGURATION = Path(__file__).with_name("neovim.lua")
KEY = re.compile(r"<[A-Za-z][A-Za-z0-9-]*>|.", re.DOTALL)
INDENT = "    "
ERROR = 1


class Neovim:
    """A Neovim with one language server; used as a context manager."""

    def __init__(self, session, filetype, tell_of_saved_files=False, settings=None):
        self.session = session
        self.filetype = filetype
        self.tell_of_saved_files = tell_of_saved_files
        self.settings = settings
        self.nvim = None

    def __enter__(self):
        import pynvim

        session = self.session
        socket = session.home / "run" / "nvim.sock"
        log = open(SCRATCH / "editor.log", "wb")
        self.process = subprocess.Popen(
            [which("nvim"), "--headless", "--noplugin", "-n", "-i", "NONE",
             "-u", str(CONFIGURATION), "--listen", str(socket)],
            cwd=session.root, env=session.environment(),
            stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            preexec_fn=processes.end_with_parent,
        )
        log.close()
        session.wait("Neovim's socket", socket.exists)
        self.nvim = pynvim.attach("socket", path=str(socket))
        self.nvim.ui_attach(110, 40, rgb=True)
        self.lua("Session.start(...)", session.command, str(session.root),
                 self.filetype, self.tell_of_saved_files, self.settings)
        self.wait_for("the server's answer to initialize", "Session.ready()")
        return self

    def __exit__(self, *_):
        if self.nvim:
            self.nvim.close()

    # Asking ---------------------------------------------------------------

    def lua(self, code, *arguments):
        """Runs Lua; a prompt that blocks Neovim is an error, not a hang."""
        if self.nvim.api.get_mode()["blocking"]:
            self.nvim.input("<CR>")
            raise SessionFailed(f"Neovim waited for a key at a prompt\n{self.evidence()}")
        return self.nvim.exec_lua(code, *arguments)

    def ask(self, expression, *arguments):
        """The value of a Lua expression."""
        return self.lua(f"return {expression}", *arguments)

    def evidence(self):
        """What Neovim shows and what the client logged, for messages."""
        log = self.session.home / "cache" / "nvim" / "lsp.log"
        tail = log.read_text(errors="replace")[-2000:] if log.exists() else "(none)"
        screen = self.nvim.eval(
            "join(map(range(1, &lines), {_, row -> join(map(range(1, &columns),"
            " {_, column -> screenstring(row, column)}), '')}), \"\\n\")"
        )
        messages = self.nvim.command_output("messages")[-2000:]
        return f"screen:\n{screen}\nmessages:\n{messages}\nclient's log:\n{tail}"

    def wait_for(self, what, expression, *arguments):
        """Waits until a Lua expression is true, and returns its value."""
        return self.session.wait(
            what, lambda: self.ask(expression, *arguments), self.evidence
        )

    def check(self, holds, milestone):
        """Notes a milestone, or fails with what is on the screen."""
        self.session.check(holds, milestone, "" if holds else self.evidence())

    def line(self):
        """The line that the cursor is in."""
        return self.nvim.current.line

    def text(self):
        """The text of the file that is shown."""
        return "\n".join(self.nvim.current.buffer[:]) + "\n"

    # Pressing keys ----------------------------------------------------------

    def keys(self, keys):
        """Presses keys as Vim writes them: `dw`, `<Esc>`, `<C-x><C-o>`."""
        for key in KEY.findall(keys):
            self.press(key)

    def press(self, key):
        """Presses one key."""
        accepted = self.nvim.input("<LT>" if key == "<" else key)
        if not accepted:
            raise SessionFailed(f"Neovim did not take the key {key!r}")
        self.key_pause()

    def key_pause(self):
        """The time between two keys."""
        self.session.key_pause()

    def type(self, text):
        """Types text in insert mode; four leading spaces are one <Tab>."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.press("<CR>")
            code = line.lstrip(" ")
            indents, spaces = divmod(len(line) - len(code), len(INDENT))
            for _ in range(indents):
                self.press("<Tab>")
            for character in " " * spaces + code:
                self.press(character)

    def roll(self, keys):
        """Rolls keys over each other, a few milliseconds apart: each asks
        something before the question of the one before is answered."""
        for key in KEY.findall(keys):
            self.nvim.input(key)
            time.sleep(self.session.pace.uniform(0.002, 0.006))

    def command(self, command):
        """Types a command line."""
        self.keys(":")
        for character in command:
            self.press(character)
        self.press("<CR>")

    # Doing things -------------------------------------------------------------

    def open(self, name):
        """Opens a file, or shows it again."""
        if self.ask("vim.fn.expand('%:.')") == name:
            return
        self.command(f"e {name}")
        self.wait_for(f"{name} to be shown", "vim.fn.expand('%:.') == ...", name)
        self.session.think()

    def find(self, pattern):
        """Searches from the top of the file; the cursor ends on the match."""
        pattern = pattern.replace("/", r"\/")
        self.keys(f"gg0/{pattern}<CR>")
        self.wait_for(
            f"the cursor at {pattern!r}",
            "vim.fn.mode() == 'n' and vim.fn.search([[\\%#]] .. ..., 'cn') ~= 0", pattern,
        )

    def complete(self, word, ask=True):
        """Accepts one word from the completion menu, asking for it if need be."""
        if ask:
            # A menu that comes up between the two keys would change what the
            # second one means; so nothing is pending, and they go in as one.
            self.settle()
            self.nvim.input("<C-x><C-o>")
        menu = self.wait_for(
            f"{word!r} in the completion menu",
            "(function(word) local menu = Session.menu()"
            " return vim.tbl_contains(menu.words, word) and Session.idle() and menu"
            " end)(...)", word,
        )
        self.session.think()
        for _ in range(menu["words"].index(word) - menu["selected"]):
            self.keys("<Down>")
        self.settle()
        self.keys("<C-y>")
        self.wait_for(f"{word!r} to be inserted",
                      "vim.api.nvim_get_current_line()"
                      ":sub(1, vim.api.nvim_win_get_cursor(0)[2]):sub(-#...) == ...", word)
        self.settle()
        self.check(word in self.line(), f"completion accepted: {self.line().strip()}")

    def settle(self):
        """Waits until every question has been answered."""
        self.wait_for("the answers to all requests", "Session.idle()")

    def ask_and_settle(self, method, parameters):
        """Sends a request that no key is for, and waits for the answer."""
        self.lua("Session.request(...)", method, parameters)
        self.settle()

    def wait_for_problems(self, some, minimum=ERROR):
        """Waits until the file that is shown has problems, or has none."""
        wanted = "> 0" if some else "== 0"
        count = self.wait_for(
            "diagnostics to appear" if some else "diagnostics to clear",
            "(function(least) local count = Session.problems(0 + vim.fn.bufnr(), least)"
            f" return count and count {wanted} and {{ count }} end)(...)", minimum,
        )
        self.check(True, f"diagnostics: {count[0]}")

    def hover(self, expected):
        """Asks what is under the cursor, reads it, and moves on."""
        self.keys("K")
        shown = self.wait_for(f"hover about {expected!r}",
                              "Session.float():find(..., 1, true) and Session.float()", expected)
        self.check(expected in shown, f"hover: {shown.splitlines()[0]}")
        self.session.think()
        self.close_float("lh")

    def wait_for_signature(self, expected):
        """Waits for the signature that typing a parenthesis asks for."""
        shown = self.wait_for(f"the signature of {expected!r}",
                              "Session.float():find(..., 1, true) and Session.float()", expected)
        self.check(expected in shown, f"signature help: {shown.splitlines()[0]}")

    def close_float(self, keys):
        """Moves the cursor, which closes a floating window."""
        self.keys(keys)
        self.wait_for("the floating window to close", "Session.float() == ''")

    def go_to_definition(self, file, symbol):
        """Follows the symbol under the cursor into another file."""
        self.keys("gd")
        self.wait_for(f"the definition of {symbol} in {file}",
                      "vim.fn.expand('%:t') == ... and vim.fn.mode() == 'n'", file)
        self.wait_for(f"the cursor at {symbol}",
                      "vim.api.nvim_get_current_line():find(..., 1, true)", symbol)
        self.check(symbol in self.line(), f"definition: {file}: {self.line().strip()}")
        self.session.think()

    def list_references(self, least):
        """Lists the references, follows the last one, and returns where it is."""
        self.keys("gr")
        count = self.wait_for_list(least)
        self.keys("G<CR>")
        self.wait_for("the last reference", "vim.bo.buftype == ''")
        self.session.think()
        self.command("ccl")
        file = self.ask("vim.fn.expand('%:t')")
        self.check(count >= least, f"references: {count}, the last in {file}")
        return file

    def list_symbols(self, least, expected):
        """Lists the symbols of the file."""
        self.keys("gO")
        count = self.wait_for_list(least)
        names = self.ask("vim.inspect(vim.fn.getqflist())")
        self.check(expected in names, f"document symbols: {count}, {expected!r} is one")
        self.command("ccl")
        self.wait_for("the list to close", "vim.bo.buftype == ''")

    def find_symbols(self, query, least, expected):
        """Looks for symbols in the whole workspace."""
        self.keys("gW")
        self.wait_for("the prompt for a symbol", "vim.fn.mode() == 'c'")
        for character in query:
            self.press(character)
        self.press("<CR>")
        count = self.wait_for_list(least)
        names = self.ask("vim.inspect(vim.fn.getqflist())")
        self.check(expected in names, f"workspace symbols for {query!r}: {count}, {expected!r} is one")
        self.command("ccl")
        self.wait_for("the list to close", "vim.bo.buftype == ''")

    def wait_for_list(self, least):
        """Waits for the list window with a number of entries, and clears it."""
        count = self.wait_for(f"a list of at least {least}",
                              "vim.bo.buftype == 'quickfix' and #vim.fn.getqflist() >= ..."
                              " and #vim.fn.getqflist()", least)
        self.session.think()
        return count

    def rename(self, old, new, least_files, suffix=""):
        """Renames the symbol under the cursor by way of the prompt.

        A suffix is part of the symbol's name, but does not stand where the
        symbol is used: the labels of a Swift method.
        """
        self.settle()
        self.keys("gR")
        self.wait_for(f"the prompt to rename {old}",
                      "vim.fn.mode() == 'c' and vim.fn.getcmdline() == ...", old + suffix)
        self.session.think()
        self.keys("<C-u>")
        for character in new + suffix:
            self.press(character)
        self.press("<CR>")
        self.session.wait(f"{old} to become {new}", lambda: new in self.text(), self.evidence)
        self.settle()
        changed = self.files_with(new)
        self.check(old not in self.text(), f"{old} is gone from the file")
        self.check(len(changed) >= least_files, f"renamed to {new} in {', '.join(changed)}")

    def files_with(self, text):
        """Names of the loaded files that hold a text."""
        return sorted(Path(buffer.name).name for buffer in self.nvim.buffers
                      if buffer.name and buffer.options["buftype"] == ""
                      and self.nvim.api.buf_is_loaded(buffer)
                      and text in "\n".join(buffer[:]))

    def save_all(self):
        """Writes every changed file."""
        self.command("wa")
        self.wait_for("everything to be written", "#vim.fn.getbufinfo({ bufmodified = 1 }) == 0")
        self.session.note("saved")

    def undo_and_redo(self, marker):
        """Takes the last change back, makes it again, takes it back."""
        for keys, present in (("u", False), ("<C-r>", True), ("u", False)):
            self.session.think()
            self.keys(keys)
            self.session.wait(f"{marker!r} to {'come' if present else 'go'}",
                              lambda: (marker in self.text()) == present, self.evidence)
            self.wait_for_problems(present)
        self.check(marker not in self.text(), f"undone, redone, undone: {marker!r}")

    def quit(self):
        """Shuts the server down, waits for its end, and leaves the editor."""
        self.settle()
        self.lua("Session.stop()")
        code, signal = self.wait_for("the server's end", "Session.exited")
        self.check((code, signal) == (0, 0), "the server ended with code 0")
        # The answer to a command that ends Neovim is its end.
        self.nvim.input(":qall!<CR>")
        self.process.wait(10)
