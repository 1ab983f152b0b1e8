"""What the sessions on the C workspace type: lap by lap, something new."""

from dataclasses import dataclass

# An adjective for the item that has the most of something, and the field.
SUPERLATIVES = [
    ("heaviest", "unit_weight"),
    ("dearest", "unit_price"),
    ("favourite", "sold_today"),
    ("bulkiest", "unit_weight"),
    ("finest", "unit_price"),
]
# Wider in UTF-8 than in UTF-16, and there wider than they look.
HEADINGS = ["🍵 thé 緑茶", "🥮 Gebäck 菓子", "🫖 théière 鉄瓶"]
# A field that is renamed back and forth, so that any lap can do it.
STOCK_NAMES = ("on_shelf", "in_stock")


@dataclass(frozen=True)
class Lap:
    """The names that one lap works with."""

    number: int

    @property
    def field(self):
        """The field that the new function compares."""
        return SUPERLATIVES[self.number % len(SUPERLATIVES)][1]

    @property
    def function(self):
        """A name that no lap before has used."""
        adjective = SUPERLATIVES[self.number % len(SUPERLATIVES)][0]
        turn = self.number // len(SUPERLATIVES)
        return adjective + (f"_{turn + 1}" if turn else "")

    @property
    def heading(self):
        """A heading with letters of one, two, three and four bytes."""
        return HEADINGS[self.number % len(HEADINGS)]

    @property
    def renaming(self):
        """The old name of the field that is renamed, and the new one."""
        return STOCK_NAMES if self.number % 2 == 0 else STOCK_NAMES[::-1]
