"""What the session on the Pike workspace types: lap by lap, something new."""

from dataclasses import dataclass

# A method of Sourdough, and what it adds to the weight or the time.
METHODS = [
    ("crust", "weight", "share"),
    ("opening_hour", "patience", "resting_time"),
    ("shelf_life", "baking_time", "share"),
]
HEADINGS = ["🥖 brödets skorpa", "🕓 öppet från 時", "🍞 hållbarhet"]
# A method that is renamed back and forth, so that any lap can do it.
METHOD_NAMES = ("total_weight", "grams_in_all")


@dataclass(frozen=True)
class Lap:
    """The names that one lap works with."""

    number: int

    @property
    def base(self):
        """The inherited method that the new one calls."""
        return METHODS[self.number % len(METHODS)][1]

    @property
    def member(self):
        """The variable that the new method reads."""
        return METHODS[self.number % len(METHODS)][2]

    @property
    def method(self):
        """A name that no lap before has used."""
        turn = self.number // len(METHODS)
        return METHODS[self.number % len(METHODS)][0] + (f"_{turn + 1}" if turn else "")

    @property
    def heading(self):
        """A text with letters of one, two, three and four bytes."""
        return HEADINGS[self.number % len(HEADINGS)]

    @property
    def renaming(self):
        """The old name of the method that is renamed, and the new one."""
        return METHOD_NAMES if self.number % 2 == 0 else METHOD_NAMES[::-1]
