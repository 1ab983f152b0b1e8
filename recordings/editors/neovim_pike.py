"""Neovim and Reprise's own engine: the bakery's sourdough learns something new."""

from .bakery import Lap
from .neovim import Neovim
from .session import Recording

FILES = ("main.pike", "Bakery.pmod/module.pmod", "Bakery.pmod/Bread.pike",
         "Bakery.pmod/Rye.pike", "Bakery.pmod/Sourdough.pike", "Ledger.pmod", "Oven.pmod")


def play(session):
    """The whole session."""
    with Neovim(session, "pike", tell_of_saved_files=True) as vim:
        for name in FILES:
            vim.open(name)
            vim.wait_for_problems(False)
        for number in range(session.laps):
            edit(vim, Lap(number))
        vim.quit()


def edit(vim, lap):
    """One lap; after the first, its steps come in an order of their own."""
    write_method(vim, lap)
    steps = [make_a_mistake, call_it, break_an_include, look_around, rename_a_method]
    if lap.number:
        vim.session.choices.shuffle(steps)
    for step in steps:
        step(vim, lap)


def write_method(vim, lap):
    """Adds a method to Sourdough; what it calls is inherited over two files."""
    vim.open("Bakery.pmod/Sourdough.pike")
    vim.find("string sign()")
    vim.keys("O")
    vim.type(f"int {lap.method}() {{\n"
             "  int sum = ba")
    vim.complete("baking_time")
    vim.type("();\n  sum += ")
    # Keys faster than answers: questions and edits overlap.
    vim.roll(f"this->{lap.base[:3]}")
    vim.complete(lap.base)
    vim.type(f"() + {lap.member};\n"
             "  return sum;\n"
             "}\n")
    vim.keys("<Esc>")
    vim.wait_for_problems(False)
    vim.save_all()
    vim.session.check_saved("Bakery.pmod/Sourdough.pike", f"int {lap.method}() {{",
                            f"sum += this->{lap.base}() + {lap.member};\n")


def make_a_mistake(vim, lap):
    """Spoils a line, sees what the engine says, and takes it back."""
    vim.open("Bakery.pmod/Sourdough.pike")
    vim.find(f"int {lap.method}()")
    vim.keys("jjA")
    vim.type(" sum += flavour;")
    vim.keys("<Esc>")
    vim.wait_for_problems(True)
    vim.keys("]d")
    vim.undo_and_redo("sum += flavour")


def call_it(vim, lap):
    """Calls the method on a line of main.pike, beside text that is not ASCII."""
    vim.open("main.pike")
    vim.find("  sell(batch, ")
    vim.keys("O")
    vim.type(f"  Bakery.Sourdough levain{lap.number} = Bakery.Sourdough(")
    vim.wait_for_signature("title")
    vim.type(f"\"Levain\", GRAMS(1.0));\n"
             f"  write(\"{lap.heading}: %d\\n\", levain{lap.number}->{lap.method[:2]}")
    vim.complete(lap.method)
    vim.type("());")
    vim.keys("<Esc>")
    vim.wait_for_problems(False)
    vim.find(rf"{lap.method}()")
    vim.hover(lap.method)
    vim.go_to_definition("Sourdough.pike", lap.method)
    vim.keys("<C-o>")
    vim.wait_for("main.pike again", "vim.fn.expand('%:t') == 'main.pike'")
    vim.save_all()
    vim.session.check_saved("main.pike", f"{lap.heading}: %d\\n\", levain{lap.number}->{lap.method}());")


def break_an_include(vim, lap):
    """Misspells an include: its macros are not known, until it is undone."""
    vim.open("Oven.pmod")
    vim.find("units.h")
    vim.keys("x")
    vim.wait_for_problems(True)
    vim.keys("u")
    vim.wait_for_problems(False)


def look_around(vim, lap):
    """Asks about what is there, without changing it."""
    vim.open("Bakery.pmod/module.pmod")
    vim.find("water_for(int")
    vim.hover("water_for")
    vim.list_references(2)
    vim.open("Bakery.pmod/Sourdough.pike")
    vim.list_symbols(4, lap.method)


def rename_a_method(vim, lap):
    """Renames a method of a class, which another file calls."""
    old, new = lap.renaming
    vim.open("Bakery.pmod/module.pmod")
    vim.find(f"{old}()")
    vim.rename(old, new, least_files=2)
    vim.save_all()
    vim.session.check_saved("Bakery.pmod/module.pmod", f"int {new}()", without=[old])
    vim.session.check_saved("main.pike", f"batch->{new}()", without=[old])
    vim.open("main.pike")
    vim.wait_for_problems(False)


RECORDING = Recording(
    name="neovim-pike",
    editor="nvim",
    server=["reprise", "engine"],
    workspace="pike",
    play=play,
)
