"""Neovim and sourcekit-lsp: paragraphs learn to count their words."""

from .neovim import Neovim
from .session import Recording
from .typesetter import Lap

SOURCES = "Sources/Typeset"


def play(session):
    """The whole session."""
    with Neovim(session, "swift", tell_of_saved_files=True) as vim:
        for name in ("Ruler.swift", "Wrapper.swift", "Paragraph.swift"):
            vim.open(f"{SOURCES}/{name}")
            vim.wait_for_problems(False)
        wait_for_index(vim)
        for number in range(session.laps):
            edit(vim, Lap(number))
        vim.quit()


def edit(vim, lap):
    """One lap; after the first, some steps come in an order of their own."""
    # First what the index answers, and while it is about the text as it is:
    # it learns of a saved file at a time of its own.
    look_around(vim, lap)
    rename_a_method(vim, lap)
    steps = [make_a_mistake, call_it]
    if lap.number:
        vim.session.choices.shuffle(steps)
    write_method(vim, lap)
    for step in steps:
        step(vim, lap)


def write_method(vim, lap):
    """Adds a method to Paragraph; members come from the menu."""
    vim.open(f"{SOURCES}/Paragraph.swift")
    vim.find("    /// How many sentences")
    vim.keys("O")
    vim.type(f"    public func {lap.method}() -> Int {{\n"
             "        var count = 0\n"
             "        for word in self.wo")
    vim.complete("words")
    vim.type(" {\n            count += ")
    # Keys faster than answers: questions and edits overlap.
    vim.roll(f"word.{lap.member[:3]}")
    vim.complete(lap.member)
    vim.type(f" {lap.comparison} ? 1 : 0\n"
             "        }\n"
             "        return count\n"
             "    }\n")
    vim.keys("<Esc>")
    vim.wait_for_problems(False)
    vim.save_all()
    vim.session.check_saved(f"{SOURCES}/Paragraph.swift", f"func {lap.method}() -> Int {{",
                            f"count += word.{lap.member} {lap.comparison} ? 1 : 0")


def make_a_mistake(vim, lap):
    """Spoils a line, sees what the server says, and takes it back."""
    vim.open(f"{SOURCES}/Paragraph.swift")
    vim.find(f"func {lap.method}")
    vim.keys("jA")
    vim.type(" + missing")
    vim.keys("<Esc>")
    vim.wait_for_problems(True)
    vim.keys("]d")
    vim.undo_and_redo("0 + missing")


def call_it(vim, lap):
    """Calls the method from another file, beside text that is not ASCII."""
    vim.open(f"{SOURCES}/Wrapper.swift")
    vim.find("        let lines = fill")
    vim.keys("O")
    vim.type("        assert(ruler.width(")
    vim.wait_for_signature("width(of")
    vim.type(f"of: \"{lap.sample}\", from: paragraph.{lap.method[:3]}")
    vim.complete(f"{lap.method}()")
    vim.type(") > 0)")
    vim.keys("<Esc>")
    vim.wait_for_problems(False)
    vim.save_all()
    vim.find(f"{lap.method}()")
    vim.hover(lap.method)
    vim.go_to_definition("Paragraph.swift", lap.method)
    vim.keys("<C-o>")
    vim.wait_for("Wrapper.swift again", "vim.fn.expand('%:t') == 'Wrapper.swift'")
    vim.session.check_saved(
        f"{SOURCES}/Wrapper.swift",
        f"width(of: \"{lap.sample}\", from: paragraph.{lap.method}()) > 0)",
    )


def look_around(vim, lap):
    """Asks about what is there, without changing it."""
    wait_for_index(vim)
    vim.open(f"{SOURCES}/Wrapper.swift")
    old, _ = lap.renaming
    vim.find(f"{old}(ofLine: number")
    vim.hover(f"{old}(ofLine")
    vim.list_references(3)
    vim.open(f"{SOURCES}/Paragraph.swift")
    vim.list_symbols(15, "sentenceCount")


def rename_a_method(vim, lap):
    """Renames a method of Paragraph, which another file calls."""
    wait_for_index(vim)
    old, new = (f"{name}(ofLine" for name in lap.renaming)
    vim.open(f"{SOURCES}/Paragraph.swift")
    vim.find(old)
    vim.rename(old, new, least_files=2, suffix=":)")
    vim.save_all()
    for name in ("Paragraph", "Wrapper"):
        vim.session.check_saved(f"{SOURCES}/{name}.swift", new, without=[old])
    vim.wait_for_problems(False)


def wait_for_index(vim):
    """Asks the server to answer when its index is up to date.

    References and renames come from that index. Because the wait is a request
    and not a pause, a replay that waits for answers keeps it; but a file that
    has just been saved may not be queued for it yet.
    """
    vim.ask_and_settle("workspace/synchronize", {"index": True})


RECORDING = Recording(
    name="neovim-sourcekit-lsp",
    editor="nvim",
    server=["sourcekit-lsp"],
    workspace="swift",
    play=play,
)
