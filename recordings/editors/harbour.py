"""What the session on the Python workspace types: lap by lap, something new."""

from dataclasses import dataclass

# A property of a link, and the method that sums it up over a route.
SUMS = [
    ("ride_minutes", "minutes_riding"),
    ("fare_cents", "bare_fare"),
    ("handling_minutes", "minutes_waiting"),
]
SIGNS = ["⛴ färja", "🚋 spårvagn 電車", "🚲 vélo"]
# A method that is renamed back and forth, so that any lap can do it.
METHOD_NAMES = ("links_from", "departures")


@dataclass(frozen=True)
class Lap:
    """The names that one lap works with."""

    number: int

    @property
    def attribute(self):
        """The attribute that the new method sums up."""
        return SUMS[self.number % len(SUMS)][0]

    @property
    def owner(self):
        """What has the attribute: the link, or the stop at its end."""
        return "link.target" if self.attribute == "handling_minutes" else "link"

    @property
    def method(self):
        """A name that no lap before has used."""
        turn = self.number // len(SUMS)
        return SUMS[self.number % len(SUMS)][1] + (f"_{turn + 1}" if turn else "")

    @property
    def sign(self):
        """A text with letters of one, two, three and four bytes."""
        return SIGNS[self.number % len(SIGNS)]

    @property
    def renaming(self):
        """The old name of the method that is renamed, and the new one."""
        return METHOD_NAMES if self.number % 2 == 0 else METHOD_NAMES[::-1]
