"""What the session on the Swift workspace types: lap by lap, something new."""

from dataclasses import dataclass

# A name for a count of words, and the property of a word that is compared.
COUNTS = [
    ("wideWordCount", "width", "> 8"),
    ("sentenceEndCount", "endsSentence", "== true"),
    ("narrowWordCount", "width", "< 3"),
]
SAMPLES = ["Smörgåsbord 朝食 ☕", "Crème brûlée 🍮 甘味", "Æbleskiver 茶 🫖"]
# A method that is renamed back and forth, so that any lap can do it.
METHOD_NAMES = ("indent", "margin")


@dataclass(frozen=True)
class Lap:
    """The names that one lap works with."""

    number: int

    @property
    def method(self):
        """A name that no lap before has used."""
        turn = self.number // len(COUNTS)
        return COUNTS[self.number % len(COUNTS)][0] + (f"{turn + 1}" if turn else "")

    @property
    def member(self):
        """The property of a word that the new method looks at."""
        return COUNTS[self.number % len(COUNTS)][1]

    @property
    def comparison(self):
        """What the property is compared with."""
        return COUNTS[self.number % len(COUNTS)][2]

    @property
    def sample(self):
        """A text with letters of one, two, three and four bytes."""
        return SAMPLES[self.number % len(SAMPLES)]

    @property
    def renaming(self):
        """The old base name of the method that is renamed, and the new one."""
        return METHOD_NAMES if self.number % 2 == 0 else METHOD_NAMES[::-1]
