"""Neovim and Reprise's own engine: the program of a ferry line is put in order."""

from .person import Person
from .session import Recording

FILES = ("main.pike", "Harbours.pmod", "Tickets.pmod", "Reports.pmod", "Timetable.pmod/module.pmod",
         "Timetable.pmod/Departure.pike", "Timetable.pmod/Season.pike", "Vessels.pmod/module.pmod",
         "Vessels.pmod/Vessel.pike", "Vessels.pmod/Ferry.pike", "Vessels.pmod/Catamaran.pike")
MINUTES = 5.3
# Where a name is declared: the file, the name, another name, and how many files have it.
RENAMES = (
    ("Tickets.pmod", "array(Ticket) ", "tickets_for", "sold_for", 2),
    ("Vessels.pmod/module.pmod", "int ", "seats", "places_aboard", 2),
    ("Harbours.pmod", "class ", "Harbour", "Port", 4),
    ("Timetable.pmod/Season.pike", "int ", "opening", "first_departure", 2),
    ("Timetable.pmod/Season.pike", "int ", "closing", "last_departure", 2),
    ("Timetable.pmod/module.pmod", "string ", "clock", "time_of_day", 2),
)


def play(session):
    """The whole session; laps after the first rename things back and forth."""
    library = {"libraryPath": str(session.root / "toolchain")}
    with Person(session, "pike", tell_of_saved_files=True, settings=library) as vim:
        vim.command("set sw=2")
        for name in FILES:
            vim.open(name)
            vim.wait_for_problems(False)
        rename_half(vim, 0)
        move_functions(vim)
        rename_half(vim, 1)
        change_an_inherit(vim)
        use_the_library(vim)
        format_by_hand(vim)
        add_a_method(vim)
        document(vim)
        for lap in range(session.laps - 1):
            rename_things_back_and_forth(vim, lap)
        vim.read_until(MINUTES * session.laps)
        check_all(vim)
        vim.quit()


def rename_half(vim, half):
    """Every second one of the renames, each looked at first."""
    for file, before, old, new, files in RENAMES[half::2]:
        rename(vim, file, before, old, new, files)
    vim.save_all()
    for name in FILES:
        if vim.session.pace.random() < 0.4:
            vim.open(name)
            vim.wait_for_problems(False)


def rename(vim, file, before, old, new, files):
    """Looks at a name and at its uses, and renames it."""
    vim.open(file)
    vim.find(f"{before}{old}\\>")
    vim.keys("w" if not before.startswith("array") else "f)w")
    vim.hover(old)
    vim.find(f"{before}{old}\\>")
    vim.keys("w" if not before.startswith("array") else "f)w")
    vim.list_references(2)
    vim.open(file)
    vim.find(f"{before}{old}\\>")
    vim.keys("w" if not before.startswith("array") else "f)w")
    vim.rename(old, new, least_files=files)
    vim.wait_for_problems(False)


def rename_things_back_and_forth(vim, lap):
    """For long sessions: the same names again, the other way round."""
    for file, before, old, new, files in RENAMES:
        old, new = (new, old) if lap % 2 == 0 else (old, new)
        rename(vim, file, before, old, new, files)
    vim.save_all()


def move_functions(vim):
    """Two functions move into a module of their own; what calls them follows."""
    vim.open("Reports.pmod")
    vim.find("//! A line of signs")
    # Up to the line before the next comment but one.
    vim.keys("V")
    vim.keys("/The board<CR>")
    vim.keys("kd")
    vim.wait_for_problems(True)
    vim.read(1)
    vim.make("Typography.pmod")
    vim.keys("i")
    vim.write("//! How text looks on a board.\n")
    vim.keys("<Esc>pGdd")
    vim.find("//! How text")
    vim.keys("o<Esc>")
    vim.wait_for_problems(False)
    vim.save_all()
    vim.open("Reports.pmod")
    for name, count in (("centred", 1), ("rule", 2)):
        for _ in range(count):
            vim.keys("gg]d")
            vim.find(rf"\.\@<!\<{name}(")
            vim.keys("i")
            vim.write("Typography.")
            vim.keys("<Esc>")
    vim.wait_for_problems(False)
    vim.find("Typography.centred")
    vim.keys("ww")
    vim.go_to_definition("Typography.pmod", "centred")
    vim.list_symbols(2, "rule")
    vim.save_all()
    vim.session.check_saved("Reports.pmod", "Typography.centred(LINE_NAME, 48), Typography.rule(48,",
                            without=["string rule("])
    vim.session.check_saved("Typography.pmod", "string rule(int width, string sign) {", "string centred(")


def change_an_inherit(vim):
    """The catamaran becomes a ferry, by way of a name that is not there."""
    vim.open("Vessels.pmod/Catamaran.pike")
    vim.insert_at(r"\.Vessel : vessel", "cf ", ".Fery ")
    vim.wait_for_problems(True)
    vim.pause(0.5, 1.5)
    vim.insert_at("Fery", "fri", "r")
    vim.wait_for_problems(False)
    vim.find("string title")
    vim.keys("O")
    vim.write("//! It is too narrow for cars.\n"
              "int carries_cars() {\n"
              "  return vessel::⟦car_pl|car_places⟧() < 0;\n"
              "}\n")
    vim.keys("<Esc>")
    vim.wait_for_problems(False)
    vim.find("car_places")
    vim.go_to_definition("Ferry.pike", "car_places")
    vim.open("Vessels.pmod/Catamaran.pike")
    vim.save_all()
    vim.session.check_saved("Vessels.pmod/Catamaran.pike", "inherit .Ferry : vessel;",
                            "return vessel::car_places() < 0;")


def use_the_library(vim):
    """A count gets its noun from the library."""
    vim.find_symbols("evening", 1, "[Function] evening")
    vim.open("Reports.pmod")
    vim.find("sizeof(departures),$")
    vim.keys("cf,")
    vim.write("Text.⟦plu|plural⟧(⟪count⟫sizeof(departures), \"departure\", \"departures\"),")
    vim.keys("<Esc>")
    vim.wait_for_problems(False)
    vim.find("%d departures")
    vim.keys("cfs")
    vim.write("%s")
    vim.keys("<Esc>")
    vim.wait_for_problems(False)
    vim.save_all()
    vim.session.check_saved("Reports.pmod", "Text.plural(sizeof(departures), \"departure\"")


def format_by_hand(vim):
    """Lines are joined, broken and shifted; nothing but white space changes."""
    vim.open("Reports.pmod")
    text = "".join(vim.text().split())
    vim.find("return sprintf")
    vim.keys("J")
    vim.pause(0.5, 1.5)
    for word in ("Text.plural", "occupancy(d", "Tickets.e"):
        vim.find(word)
        vim.keys("hi")
        vim.write("\n")
        vim.keys("<Esc>>>>>")
        vim.pause(0.3, 1)
    vim.wait_for_problems(False)
    vim.check("".join(vim.text().split()) == text, "formatted by hand: the same text with other spaces")
    vim.open("Tickets.pmod")
    vim.insert_at("int reduced(", "O", "// Who is 16 today pays in full.")
    vim.find("return age < 16")
    vim.keys("cw")
    vim.write("return (")
    vim.keys("<Esc>")
    vim.find("age < 16")
    vim.keys("hx")
    vim.find("? price / 2")
    vim.keys("hi")
    vim.write(")")
    vim.keys("<Esc>")
    vim.wait_for_problems(False)
    vim.save_all()
    vim.session.check_saved("Tickets.pmod", "return (age < 16 || age > 66) ? price / 2 : price;")


def add_a_method(vim):
    """A new function of the timetable, and a call of it."""
    vim.find_symbols("upcoming", 1, "[Function] upcoming")
    vim.open("Timetable.pmod/module.pmod")
    vim.keys("Go")
    vim.write("\n"
              "//! The last departure of the day; zero when there is none.\n"
              ".Departure last(array(.Departure) departures) {\n"
              "  .Departure latest;\n"
              "  foreach (departures, .Departure departure)\n"
              "    if (!latest || departure->⟦lea|leaves⟧ > latest->⟦lea|leaves⟧)\n"
              "      latest = departure;\n"
              "  return latest;\n"
              "}")
    vim.keys("<Esc>")
    vim.wait_for_problems(False)
    vim.open("main.pike")
    vim.insert_at("  board_passengers(departures);", "o",
                  "  Timetable.Departure latest = "
                  "Timetable.⟦la|last⟧(⟪departures⟫departures);\n"
                  "  write(\"Sist ut: %s 🌙\\n\", latest->⟦li|line⟧());")
    vim.wait_for_problems(False)
    vim.save_all()
    vim.session.check_saved("main.pike", "Timetable.last(departures);", "latest->line());")


def document(vim):
    """Comments where the names alone do not say enough."""
    vim.open("Typography.pmod")
    vim.insert_at("//! A line of signs", "o",
                  "//! @param width\n"
                  "//!   In letters; those that are two columns wide count once.\n"
                  "//! @param sign\n"
                  "//!   One letter, such as ═ or ─.")
    vim.open("Vessels.pmod/Vessel.pike")
    vim.insert_at("int duration(", "O",
                  "//! @param miles\n"
                  "//!   From quay to quay; what a boat needs to cast off is its own affair.\n"
                  "//! @returns\n"
                  "//!   Always a whole minute more than what would be enough.")
    vim.wait_for_problems(False)
    vim.open("Harbours.pmod")
    vim.insert_at("float distance(", "O",
                  "//! @note\n"
                  "//!   Along the line; no boat takes a short cut through the skerries.")
    vim.find("abs(to->")
    vim.hover("abs")
    vim.open("Timetable.pmod/Season.pike")
    vim.insert_at("int open_for", "O",
                  "//! @note\n"
                  "//!   The last boat of the day is still under way when this time is over.")
    vim.wait_for_problems(False)
    vim.save_all()
    vim.session.check_saved("Vessels.pmod/Vessel.pike", "//!   From quay to quay;")


def check_all(vim):
    """No file has a problem in the end, and all are as they are shown."""
    for name in (*FILES, "Typography.pmod"):
        vim.open(name)
        vim.wait_for_problems(False)
        vim.session.check(vim.session.text(name) == vim.text(), f"{name} on disk is what is shown")


RECORDING = Recording(
    name="pike-refactoring",
    editor="nvim",
    server=["reprise", "engine"],
    workspace="ferry",
    overlays=(("toolchain", "toolchain"),),
    lap_limit_seconds=900,
    play=play,
)
