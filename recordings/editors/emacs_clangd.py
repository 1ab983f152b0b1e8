"""Emacs and clangd: the tea shop's ledger learns a new superlative."""

from .emacs import Emacs
from .session import Recording
from .tea_shop import Lap

FILES = ("report.c", "main.c", "ledger.h", "ledger.c")


def play(session):
    """The whole session."""
    with Emacs(session) as emacs:
        for name in FILES:
            emacs.open(name)
            emacs.wait_for_problems(False)
        for number in range(session.laps):
            edit(emacs, Lap(number))
        emacs.quit()


def edit(emacs, lap):
    """One lap; after the first, some steps come in an order of their own."""
    write_function(emacs, lap)
    steps = [make_a_mistake, label_it, look_around]
    if lap.number:
        emacs.session.choices.shuffle(steps)
    for step in steps:
        step(emacs, lap)
    # Last, because it changes a header: until clangd has read that again,
    # what it answers depends on the time of asking.
    rename_a_field(emacs, lap)


def write_function(emacs, lap):
    """Adds a function to ledger.c; members come from the list."""
    emacs.open("ledger.c")
    emacs.find("int item_is_low")
    emacs.keys("C-o C-o")
    emacs.type(f"static const struct item *{lap.function}(const struct ledger *ledger) {{\n"
               "const struct item *best = ledger->")
    # Keys faster than answers: questions and edits overlap.
    emacs.roll("C-M-i i C-M-i t C-M-i")
    emacs.wait_for("items to be accepted", lambda state: state["before"].endswith("->items"))
    emacs.type(";\n"
               "for (size_t i = 1; i < ledger->length; i++) {\n"
               "if (ledger->items[i].")
    emacs.complete(lap.field[:-1], lap.field)
    emacs.type(f" > best->{lap.field})\n"
               "best = &ledger->items[i];\n"
               "}\n"
               "return best;\n"
               "}")
    emacs.wait_for_problems(False)
    emacs.save_all()
    emacs.session.check_saved("ledger.c", f"{lap.function}(const struct ledger *ledger) {{\n",
                              f"[i].{lap.field} > best->{lap.field})")


def make_a_mistake(emacs, lap):
    """Spoils a line, sees what the server says, and takes it back."""
    emacs.open("ledger.c")
    emacs.find(f"{lap.function}(const")
    emacs.keys("C-n C-e")
    emacs.type(" missing")
    emacs.wait_for_problems(True)
    emacs.undo_and_redo(emacs.state()["text"], " missing")


def label_it(emacs, lap):
    """Edits a line of report.c to the right of text that is not ASCII."""
    emacs.open("report.c")
    emacs.find("    print_rule(report, '-')")
    emacs.keys("C-o")
    emacs.type(f"    fprintf(report->out, \"{lap.heading}: %ld\\n\", ledger_value(")
    emacs.wait_for_documentation("signature help", "ledger_value")
    emacs.type("ledger) / report->")
    emacs.complete("wi", "width")
    emacs.type(");")
    emacs.wait_for_problems(False)
    emacs.save_all()
    emacs.session.check_saved("report.c",
                              f"\"{lap.heading}: %ld\\n\", ledger_value(ledger) / report->width);")
    emacs.find("ledger_value(ledger) /")
    emacs.go_to_definition("ledger.c", "ledger_value")
    emacs.keys("M-,")
    emacs.wait_for("report.c again", lambda state: state["buffer"] == "report.c")


def look_around(emacs, lap):
    """Asks about what is there, without changing it."""
    emacs.open("report.c")
    emacs.find("item_is_low(item) ?")
    emacs.hover("item_is_low")
    emacs.list_references(3)
    emacs.open("ledger.c")
    emacs.go_to_symbol("Function", lap.function)


def rename_a_field(emacs, lap):
    """Renames a field of the struct everywhere it is used."""
    old, new = lap.renaming
    emacs.open("ledger.c")
    emacs.find(f"{old})")
    emacs.rename(old, new)
    # Away from the symbol: what is known about it now depends on the time.
    emacs.keys("M-<")
    emacs.save_all()
    for name in FILES:
        emacs.session.check_saved(name, new, without=[old])
        emacs.open(name)
        emacs.wait_for_problems(False)


RECORDING = Recording(
    name="emacs-clangd",
    editor="emacs",
    # As for Neovim: answers should depend on what was said, not on when.
    server=["clangd", "--background-index=false", "-j=1"],
    workspace="c",
    play=play,
)
