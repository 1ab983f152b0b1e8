"""Neovim and Reprise's own engine: somebody writes a new module of the bakery."""

from . import deliveries
from .person import Person, meant
from .session import Recording

MODULE = "Deliveries.pmod"
MINUTES = 5.4


def play(session):
    """The whole session."""
    library = {"libraryPath": str(session.root / "toolchain")}
    with Person(session, "pike", tell_of_saved_files=True, settings=library) as vim:
        for number in range(session.laps):
            module = MODULE if number == 0 else f"Deliveries{number + 1}.pmod"
            look_around(vim)
            write_the_module(vim, module)
            use_it(vim, module)
            vim.read_until(MINUTES * (number + 1))
        vim.quit()


def look_around(vim):
    """Reads what there is, before anything is written."""
    vim.open("main.pike")
    vim.wait_for_problems(False)
    vim.find("Ledger.book")
    vim.keys("w" * 2)
    vim.hover("book")
    vim.go_to_definition("Ledger.pmod", "book")
    vim.read(2)
    vim.open("Bakery.pmod/module.pmod")
    vim.wait_for_problems(False)
    vim.list_symbols(4, "total_weight")
    vim.open("Oven.pmod")
    vim.wait_for_problems(False)
    vim.read(2)


def write_the_module(vim, module):
    """Part by part: written, looked at, and saved."""
    vim.make(module)
    vim.keys("i")
    looks = (misspell_an_include, forget_a_semicolon, hover_over_it, follow_a_name,
             spoil_and_undo, list_it)
    for number, (part, look) in enumerate(zip(deliveries.PARTS, looks)):
        vim.write(part)
        vim.keys("<Esc>")
        # The class that is begun in the first part ends in the second one.
        vim.wait_for_problems(number == 0)
        look(vim, module)
        vim.save_all()
        vim.pause(1, 3)
        vim.keys("GA" if number + 1 < len(deliveries.PARTS) else "Gdd")
    vim.save_all()
    vim.session.check(vim.session.text(module) == meant("".join(deliveries.PARTS)),
                      f"{module} on disk is what was meant", vim.session.text(module))


def misspell_an_include(vim, module):
    """An include that is not there, until its name is right again."""
    vim.find("checks.h")
    before = vim.ask("#vim.diagnostic.get(0)")
    vim.keys("x")
    vim.wait_for("more diagnostics", "#vim.diagnostic.get(0) > ...", before)
    vim.pause(0.5, 1.5)
    vim.keys("i")
    vim.write("c")
    vim.keys("<Esc>")
    vim.wait_for("no more diagnostics than before", "#vim.diagnostic.get(0) == ...", before)
    vim.check(True, "an include was misspelt and put right")


def forget_a_semicolon(vim, module):
    """A syntax error, found by way of the list of problems."""
    vim.find("return name +")
    vim.keys("$x")
    vim.wait_for_problems(True)
    vim.keys("gg]d")
    vim.pause(0.5, 1.5)
    vim.find("\"loaves\")")
    vim.keys("A")
    vim.write(";")
    vim.keys("<Esc>")
    vim.wait_for_problems(False)


def hover_over_it(vim, module):
    """What is known of names of this file, of another one, and of the library."""
    for pattern, moves, expected in (("int remaining", "w", "remaining"),
                                     ("Ledger.book", "ww", "book"),
                                     ("stops->join", "ww", "join")):
        vim.find(pattern)
        vim.keys(moves)
        vim.hover(expected)
        vim.read(1)


def follow_a_name(vim, module):
    """From a use to where the name comes from, and back."""
    vim.find("round->remaining")
    vim.keys("ww")
    vim.list_references(3)
    vim.find("Text.plural")
    vim.keys("ww")
    vim.go_to_definition("Text.pmod", "plural")
    vim.read(3)
    vim.open(module)


def spoil_and_undo(vim, module):
    """A line too many; it goes and comes with undo and redo."""
    vim.insert_at("    minutes += Oven.minutes(load)", "O", "    minutes += proofing;")
    vim.wait_for_problems(True)
    vim.keys("]d")
    vim.undo_and_redo("proofing")


def list_it(vim, module):
    """The outline of what has been written."""
    vim.list_symbols(12, "Household")
    vim.find("array(string) report")
    vim.keys("www")


def use_it(vim, module):
    """Calls the module from the main program, with a mistake at first."""
    name = module.removesuffix(".pmod")
    vim.open("main.pike")
    vim.insert_at("Åsa: %.2f kr", "O",
                  f"  {name}.Household uphill = "
                  f"{name}.⟦reg|register⟧(⟪distance⟫\"Hedvig\", 3.5);\n"
                  "  uphill->⟦wi|wish⟧(Bakery.⟦Ry|Rye⟧(⟪title⟫\"Kavring\", GRAMS(0.8)));\n"
                  f"  write(\"%s\\n\", {name}.⟦repo|report⟧() * linebreak);")
    vim.wait_for_problems(True)
    vim.pause(0.5, 1.5)
    vim.find("linebreak")
    vim.keys("cw")
    vim.write("\"\\n\"")
    vim.keys("<Esc>")
    vim.wait_for_problems(False)
    vim.save_all()
    vim.session.check_saved("main.pike", f"{name}.report() * \"\\n\");",
                            "uphill->wish(Bakery.Rye(\"Kavring\"")


RECORDING = Recording(
    name="pike-typing",
    editor="nvim",
    server=["reprise", "engine"],
    workspace="pike",
    overlays=(("toolchain", "toolchain"),),
    lap_limit_seconds=900,
    play=play,
)
