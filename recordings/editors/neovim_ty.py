"""Neovim and ty: routes learn to sum up something more, labels to print it."""

from .harbour import Lap
from .neovim import Neovim
from .session import Recording


def play(session):
    """The whole session."""
    with Neovim(session, "python") as vim:
        for name in ("network.py", "label.py", "planner.py"):
            vim.open(f"waybill/{name}")
            vim.wait_for_problems(False)
        for number in range(session.laps):
            edit(vim, Lap(number))
        vim.quit()


def edit(vim, lap):
    """One lap; after the first, its steps come in an order of their own."""
    write_method(vim, lap)
    steps = [make_a_mistake, print_it, import_something, look_around, rename_a_method]
    if lap.number:
        vim.session.choices.shuffle(steps)
    for step in steps:
        step(vim, lap)


def write_method(vim, lap):
    """Adds a method to Route; members come from the menu."""
    vim.open("waybill/planner.py")
    vim.find("    def stop_names")
    vim.keys("O")
    vim.type(f"    def {lap.method}(self) -> int:\n"
             "        total = 0\n"
             "        for link in self.li")
    vim.complete("links")
    vim.type(":\n            total += ")
    # Keys faster than answers: questions and edits overlap.
    vim.roll(f"{lap.owner}.{lap.attribute[:4]}")
    vim.complete(lap.attribute)
    vim.type("\n        return total\n")
    vim.keys("<Esc>")
    vim.wait_for_problems(False)
    vim.save_all()
    vim.session.check_saved("waybill/planner.py", f"def {lap.method}(self) -> int:",
                            f"total += {lap.owner}.{lap.attribute}\n")


def make_a_mistake(vim, lap):
    """Spoils a line, sees what the server says, and takes it back."""
    vim.open("waybill/planner.py")
    vim.find(f"def {lap.method}")
    vim.keys("jA")
    vim.type(" + missing")
    vim.keys("<Esc>")
    vim.wait_for_problems(True)
    vim.keys("]d")
    vim.undo_and_redo("0 + missing")


def print_it(vim, lap):
    """Calls the method on a line of label.py, beside text that is not ASCII."""
    vim.open("waybill/label.py")
    vim.find("    return lines")
    vim.keys("O")
    vim.type(f"    lines.append(\"{lap.sign}: \" + clock()")
    # ty says nothing about a call that is not closed.
    vim.keys("<Left><C-s>")
    vim.wait_for_signature("minutes: int")
    vim.type("minutes")
    vim.keys("<Right>")
    vim.type(f" + str(route.{lap.method[:2]}")
    vim.complete(lap.method)
    vim.type("()))")
    vim.keys("<Esc>")
    vim.wait_for_problems(False)
    vim.find(rf"{lap.method}()")
    vim.hover(lap.method)
    vim.go_to_definition("planner.py", lap.method)
    vim.keys("<C-o>")
    vim.wait_for("label.py again", "vim.fn.expand('%:t') == 'label.py'")
    vim.save_all()
    vim.session.check_saved("waybill/label.py", f"{lap.sign}: \" + clock(minutes)",
                            f"str(route.{lap.method}()))")


def import_something(vim, lap):
    """Accepts a name from a module that is not imported yet, then undoes it."""
    vim.open("waybill/planner.py")
    vim.find("class NoRoute")
    vim.keys("O")
    vim.type("waiting = OrderedDi")
    vim.complete("OrderedDict")
    vim.session.wait("the import", lambda: "from collections import OrderedDict" in vim.text(),
                     vim.evidence)
    vim.type("()")
    vim.keys("<Esc>")
    vim.wait_for_problems(False)
    vim.check("waiting = OrderedDict()" in vim.text(), "the import came with the name")
    vim.keys("u")
    vim.session.wait("the undo", lambda: "OrderedDict" not in vim.text(), vim.evidence)
    vim.wait_for_problems(False)


def look_around(vim, lap):
    """Asks about what is there, without changing it."""
    vim.open("waybill/label.py")
    vim.find("ride_minutes +")
    vim.hover("int")
    vim.list_references(4)
    vim.open("waybill/planner.py")
    vim.list_symbols(10, lap.method)


def rename_a_method(vim, lap):
    """Renames a method of Network, which another module calls."""
    old, new = lap.renaming
    vim.open("waybill/planner.py")
    vim.find(f"{old}(stop)")
    vim.rename(old, new, least_files=2)
    vim.save_all()
    vim.session.check_saved("waybill/network.py", f"def {new}(", without=[old])
    vim.session.check_saved("waybill/planner.py", f"{new}(stop)", without=[old])
    vim.wait_for_problems(False)


RECORDING = Recording(
    name="neovim-ty",
    editor="nvim",
    server=["ty", "server"],
    workspace="python",
    play=play,
)
