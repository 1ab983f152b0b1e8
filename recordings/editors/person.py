"""A person at Neovim's keys: writes in bursts, pauses, slips and corrects.

What a person writes comes out as it was meant; how it got there is different
for each seed.
"""

import re
import time

from .neovim import Neovim

# Keys that lie beside each other, and so are pressed for each other.
NEIGHBOURS = {
    "a": "sq", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj",
    "i": "uo", "j": "hk", "k": "jl", "l": "k", "m": "n", "n": "bm", "o": "ip", "p": "o",
    "q": "wa", "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb", "w": "qe", "x": "zc",
    "y": "tu", "z": "x",
}
# `⟦pre|word⟧`, `⟪label⟫`, a word, or one character.
UNITS = re.compile(r"⟦(\w*)\|(\w+)⟧|⟪([^⟫]*)⟫|([A-Za-z]+)|(.)", re.DOTALL)
# One word in so many has a slip of the fingers in it.
SLIPS = 14
SHORTEST_SLIP = 4


def meant(text):
    """The text that comes out when `text` with its marks is written."""
    return UNITS.sub(lambda unit: "" if unit[3] is not None else unit[2] or unit[0], text)


class Person(Neovim):
    """A Neovim with somebody in front of it."""

    def key_pause(self):
        """Quick within a word, since it is between words and lines that a person stops."""
        time.sleep(self.session.pace.triangular(0.015, 0.1, 0.03) / self.session.haste)

    def pause(self, shortest, longest):
        """The time that a hand or a head takes."""
        time.sleep(self.session.pace.uniform(shortest, longest) / self.session.haste)

    def write(self, text):
        """Writes text in insert mode. `⟦pre|word⟧` is a word of which `pre` is typed
        and the rest accepted from the menu; `⟪label⟫` waits for a signature."""
        for typed, word, label, letters, character in UNITS.findall(text):
            if word:
                self.write_word(typed)
                self.complete(word)
            elif label:
                self.wait_for_signature(label)
                self.pause(0.3, 1.0)
            elif letters:
                self.write_word(letters)
            elif character == "\n":
                self.pause(0.05, 0.3)
                self.press("<CR>")
                self.pause(0.05, 0.4)
            else:
                self.press(character)

    def write_word(self, word):
        """Writes a word, at times with a wrong letter that is taken back."""
        pace = self.session.pace
        slips = len(word) >= SHORTEST_SLIP and pace.randrange(SLIPS) == 0
        at = pace.randrange(1, len(word)) if slips else -1
        written = 0
        while written < len(word):
            letter = word[written]
            if written == at and letter in NEIGHBOURS:
                self.slip(word[at:], pace.choice(NEIGHBOURS[letter]))
            self.press(letter)
            written += 1

    def slip(self, rest, wrong):
        """Presses a wrong key, sees it a little later, and goes back."""
        more = rest[1:1 + self.session.pace.randrange(3)]
        for letter in wrong + more:
            self.press(letter)
        self.pause(0.2, 0.6)
        for _ in wrong + more:
            self.press("<BS>")

    def make(self, name):
        """Makes an empty file as a file tree does, and opens it. A document that has
        no file yet would be given one when the session is replayed."""
        path = self.session.root / name
        path.touch(exist_ok=False)
        self.lua("Session.tell_of_changes({ { ..., 1 } })", str(path))
        self.open(name)

    def insert_at(self, pattern, key, text):
        """Finds a place, writes there, and leaves insert mode."""
        self.find(pattern)
        self.keys(key)
        self.write(text)
        self.keys("<Esc>")

    def read(self, seconds):
        """Reads on from the cursor, line by line, for so long."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.keys(self.session.pace.choice(("j", "j", "j", "k", "w", "}")))
            self.pause(0.2, 1.4)

    def read_until(self, minute):
        """Reads until the session has lasted for so many minutes."""
        left = minute * 60 - (time.monotonic() - self.session.started)
        if left > 0:
            self.read(left)

    def close_menu(self):
        """Closes a completion menu that is in the way of a key."""
        self.settle()
        if self.ask("vim.fn.pumvisible()"):
            self.keys("<C-e>")
