"""Neovim and clangd: the tea shop's report learns a new superlative."""

from .neovim import Neovim
from .session import Recording
from .tea_shop import Lap


def play(session):
    """The whole session."""
    with Neovim(session, "c") as vim:
        for name in ("main.c", "ledger.h", "ledger.c", "report.c"):
            vim.open(name)
            vim.wait_for_problems(False)
        for number in range(session.laps):
            edit(vim, Lap(number))
        vim.quit()


def edit(vim, lap):
    """One lap; after the first, some steps come in an order of their own."""
    write_function(vim, lap)
    steps = [make_a_mistake, ask_for_another, look_around]
    if lap.number:
        vim.session.choices.shuffle(steps)
    for step in steps:
        step(vim, lap)
    # Last, because it changes a header: until clangd has read that again,
    # what it answers depends on the time of asking.
    rename_a_field(vim, lap)


def write_function(vim, lap):
    """Adds a function to report.c, and calls it beside text that is not ASCII."""
    vim.open("report.c")
    vim.find("void report_ledger")
    vim.keys("O")
    vim.type(f"static const struct item *{lap.function}(const struct ledger *ledger) {{\n"
             "    const struct item *best = ledger->it")
    vim.complete("items")
    vim.type(";\n"
             "    for (size_t i = 1; i < ledger->length; i++) {\n"
             "        if (ledger->items[i].")
    vim.roll(lap.field)
    vim.type(" > best->")
    vim.complete(lap.field, ask=False)
    vim.type(")\n"
             "            best = &ledger->items[i];\n"
             "    }\n"
             "    return best;\n"
             "}\n")
    vim.keys("<Esc>")
    vim.find("    print_rule(report, .-.)")
    vim.keys("O")
    vim.type(f"    fprintf(report->out, \"{lap.heading}: %s\\n\", {lap.function}(")
    vim.wait_for_signature(lap.function)
    vim.type("ledger)->na")
    vim.complete("name")
    vim.type(");")
    vim.keys("<Esc>")
    vim.wait_for_problems(False)
    vim.save_all()
    vim.session.check_saved("report.c", f"> best->{lap.field})",
                            f"\"{lap.heading}: %s\\n\", {lap.function}(ledger)->name);")


def make_a_mistake(vim, lap):
    """Spoils a line, sees what the server says, and takes it back."""
    vim.open("report.c")
    vim.find(rf"{lap.function}(const")
    vim.keys("jA")
    vim.type(" missing")
    vim.keys("<Esc>")
    vim.wait_for_problems(True)
    vim.keys("]d")
    vim.undo_and_redo("items; missing")


def ask_for_another(vim, lap):
    """Sells one thing more in main.c, and looks up how that is done."""
    vim.open("main.c")
    vim.find("int low = ")
    vim.keys("O")
    vim.type("    ledger_move(")
    vim.wait_for_signature("ledger_move")
    vim.type("&ledger, teapot, MOVEMENT_S")
    vim.complete("MOVEMENT_SALE")
    vim.type(", 1);")
    vim.keys("<Esc>")
    vim.wait_for_problems(False)
    vim.keys("^")
    vim.go_to_definition("ledger.c", "ledger_move")
    vim.keys("<C-o>")
    vim.wait_for("main.c again", "vim.fn.expand('%:t') == 'main.c'")


def look_around(vim, lap):
    """Asks about what is there, without changing it."""
    vim.open("report.c")
    vim.find("item_is_low(item) ?")
    vim.hover("item_is_low")
    vim.list_references(3)
    vim.open("report.c")
    vim.list_symbols(6, lap.function)


def rename_a_field(vim, lap):
    """Renames a field of the struct everywhere it is used."""
    old, new = lap.renaming
    vim.open("ledger.c")
    vim.find(rf">{old}")
    vim.keys("l")
    vim.rename(old, new, least_files=4)
    # Away from the symbol: what is known about it now depends on the time.
    vim.keys("gg")
    vim.save_all()
    vim.session.check_saved("ledger.h", f"int {new};", without=[f"int {old};"])
    vim.session.check_saved("ledger.c", f"item->{new}", without=[f"item->{old}"])
    for name in ("main.c", "report.c", "ledger.c"):
        vim.open(name)
        vim.wait_for_problems(False)


RECORDING = Recording(
    name="neovim-clangd",
    editor="nvim",
    # One worker, and no index of files that are not open: the answers then
    # depend on what was said before, not on how fast it was said.
    server=["clangd", "--background-index=false", "-j=1"],
    workspace="c",
    play=play,
)
