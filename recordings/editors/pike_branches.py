"""Neovim and Reprise's own engine: branches and settings change while somebody types."""

import subprocess

from . import logbook
from .person import Person, meant
from .session import WORKSPACES, Recording, SessionFailed

SUMMER, WINTER = "main", "winter"
MINUTES = 5.4
MADE, CHANGED, GONE = 1, 2, 3
KINDS = {"A": MADE, "M": CHANGED, "D": GONE}
# Those that stay closed: Season.pike, Ice.pmod and route.h change on disk only.
OPENED = ("main.pike", "Vessels.pmod/Catamaran.pike", "Tickets.pmod",
          "Timetable.pmod/module.pmod", "Reports.pmod")


def play(session):
    """The whole session."""
    repository = Repository(session)
    project = Project(session)
    with Person(session, "pike", tell_of_saved_files=True, settings=project.settings()) as vim:
        for name in OPENED:
            vim.open(name)
            vim.wait_for_problems(False)
        for lap in range(session.laps):
            write_about_ice(vim, repository, lap)
            write_about_weather(vim, project, lap)
            write_about_nights(vim, repository, project, lap)
            follow_the_season(vim, repository)
            write_a_logbook(vim, repository, project, lap)
            silence_a_diagnostic(vim, repository, project)
            vim.read_until(MINUTES * (lap + 1))
        vim.save_all()
        vim.open("Reports.pmod")
        vim.wait_for_problems(False)
        vim.quit()


class Repository:
    """The workspace as a git repository with a branch for each half of the year."""

    def __init__(self, session):
        self.session = session
        self.git("init", "-q", "-b", SUMMER)
        self.commit("The timetable of the summer")
        self.git("switch", "-q", "-c", WINTER)
        subprocess.run(["cp", "-r", f"{WORKSPACES / 'ferry-winter'}/.", str(session.root)], check=True)
        self.commit("The timetable of the winter")
        self.git("switch", "-q", SUMMER)
        self.branch = SUMMER

    def git(self, *arguments):
        """Runs git; it knows nothing of the machine's settings."""
        environment = self.session.environment() | {
            "GIT_CONFIG_NOSYSTEM": "1",
            **{f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER")
               for what, value in (("NAME", "Reprise"), ("EMAIL", "reprise@example.org"),
                                   ("DATE", "2026-01-01T12:00:00Z"))},
        }
        outcome = subprocess.run(["git", *arguments], cwd=self.session.root, env=environment,
                                 capture_output=True, text=True)
        if outcome.returncode:
            raise SessionFailed(f"git {' '.join(arguments)}: {outcome.stderr}")
        return outcome.stdout

    def commit(self, message):
        """Commits all there is."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    def switch(self, vim):
        """Switches to the other branch; the editor sees what has changed on disk."""
        old, new = self.branch, WINTER if self.branch == SUMMER else SUMMER
        differences = self.git("diff", "--name-status", old, new)
        changes = [line.split("\t") for line in differences.splitlines()]
        self.git("switch", "-q", new)
        self.branch = new
        vim.lua("Session.tell_of_changes(...)",
                [[str(self.session.root / path), KINDS[kind]] for kind, path in changes])
        for name in OPENED:
            if name in (path for _, path in changes):
                # By itself, Vim looks at those only that are on the screen.
                vim.lua("vim.cmd('checktime ' .. vim.fn.bufnr(...))", name)
                vim.session.wait(f"{name} as it is on {new}",
                                 lambda: shown(vim, name) == vim.session.text(name), vim.evidence)
        vim.check(True, f"switched to {new}: {', '.join(map(' '.join, changes))}")


def shown(vim, name):
    """The text that a file has in the editor."""
    return "\n".join(vim.ask("vim.api.nvim_buf_get_lines(vim.fn.bufnr(...), 0, -1, false)", name)) + "\n"


class Project:
    """The settings of the project, as they are saved now and then."""

    def __init__(self, session):
        self.root = session.root
        self.members = {}

    def settings(self):
        """All of them: what is not said has its default again."""
        return {"libraryPath": str(self.root / "toolchain"), **self.members}

    def change(self, vim, **members):
        """Changes some; without a value, one is gone."""
        self.members = {name: value for name, value in (self.members | members).items()
                        if value is not None}
        vim.lua("Session.configure(...)", self.settings())
        vim.check(True, f"settings: {self.members or 'as in the beginning'}")


def write_about_ice(vim, repository, lap):
    """A macro that only the winter has; the branch changes in the middle of a word."""
    vim.open("Reports.pmod")
    vim.keys("Go")
    vim.write("\n"
              "//! What the captain says about the ice ❄.\n"
              f"string ice_report{lap or ''}(int crossings) {{\n"
              "  int longer = crossings * ICE_MI")
    repository.switch(vim)
    vim.close_menu()
    vim.write("NUTES;\n"
              "  if (!longer)\n"
              "    return \"öppet vatten\";\n"
              "  return sprintf(\"is: %s\", Timetable.⟦cl|clock⟧(⟪minutes⟫longer));\n"
              "}")
    vim.keys("<Esc>")
    vim.wait_for_problems(False)
    vim.find("ICE_MINUTES")
    vim.hover("ICE_MINUTES")
    vim.pause(1, 2)
    repository.switch(vim)
    vim.wait_for_problems(True)
    vim.keys("gg]d")
    vim.pause(1, 2)
    vim.insert_at(f"string ice_report{lap or ''}(", "O", "// In summer there is none.")
    vim.wait_for_problems(True)
    repository.switch(vim)
    vim.wait_for_problems(False)
    vim.save_all()


def write_about_weather(vim, project, lap):
    """A module and an include that are found only once the settings say where."""
    vim.open("Reports.pmod")
    vim.insert_at("#include \"route.h\"", "o" if not lap else "O", "#include <colours.h>")
    vim.wait_for_problems(True)
    vim.keys("Go")
    vim.write("\n"
              "//! Whether the fast boat stays in port.\n"
              f"string warning{lap or ''}(int hour) {{\n"
              "  if (!Weather.is_rough(Vessels.Catamaran.HIGHEST_WAVE, ho")
    project.change(vim, modulePaths=[".", "extra"])
    vim.close_menu()
    vim.write("ur))\n"
              "    return \"\";\n"
              "  float height = Weather.⟦wa|wave_height⟧(⟪hour⟫hour);\n"
              "  return LATE(sprint")
    project.change(vim, includePaths=["extra/include"], diagnosticsDelayMs=120)
    vim.close_menu()
    vim.write("f(\"vågor: %.1f m 🌊\", height));\n"
              "}")
    vim.keys("<Esc>")
    vim.wait_for_problems(False)
    vim.find("Weather.is_rough")
    vim.keys("ww")
    vim.go_to_definition("Weather.pmod", "is_rough")
    vim.open("Reports.pmod")
    project.change(vim, modulePaths=None)
    vim.wait_for_problems(True)
    vim.pause(1, 2)
    project.change(vim, modulePaths=[".", "extra"], diagnosticsDelayMs=None)
    vim.wait_for_problems(False)
    vim.save_all()


def write_about_nights(vim, repository, project, lap):
    """Code that a define switches on, and a switch of branches right after one of settings."""
    vim.open("Tickets.pmod")
    vim.keys("Go")
    vim.write("\n"
              "#ifdef NIGHT_BOATS\n"
              "//! What it costs to sleep on board, in öre.\n"
              f"int night_fare{lap or ''}(object departure) {{\n"
              "  return fare(departure->from, departure->to) + NIGHT_BOATS * bunk;\n"
              "}\n"
              "#endif")
    vim.keys("<Esc>")
    vim.wait_for_problems(False)
    project.change(vim, defines=["NIGHT_BOATS=2"])
    vim.wait_for_problems(True)
    vim.pause(1, 2)
    vim.insert_at("//! What everybody pays", "O", "//! A bunk, in öre.\nconstant bunk = 9900;\n")
    vim.wait_for_problems(False)
    vim.find(f"night_fare{lap or ''}")
    vim.hover("night_fare")
    vim.list_references(1)
    vim.open("Tickets.pmod")
    vim.insert_at("What it costs to sleep", "A", " Dogs sl")
    project.change(vim, defines=["NIGHT_BOATS=3", "DOGS"])
    repository.switch(vim)
    vim.keys("A")
    vim.write("eep for nothing.")
    repository.switch(vim)
    vim.keys("<Esc>")
    vim.wait_for_problems(False)
    vim.save_all()
    project.change(vim, defines=None)
    vim.wait_for_problems(False)


def follow_the_season(vim, repository):
    """What the members of a closed file are, on the one branch and on the other."""
    vim.open("main.pike")
    for branch, prefix, word in ((SUMMER, "op", "opening"), (WINTER, "fi", "first_departure")):
        if repository.branch != branch:
            repository.switch(vim)
        vim.wait_for_problems(False)
        vim.insert_at("  return departures;", "O", f"  int begin = season->⟦{prefix}|{word}⟧();")
        vim.wait_for_problems(False)
        vim.pause(1, 2)
        vim.find(rf"season->{word}(")
        vim.keys("ww")
        vim.hover(word)
        # A branch cannot be left with a change in a file of both.
        vim.keys("u")
        vim.session.wait("the line to be gone", lambda: "int begin" not in vim.text(), vim.evidence)
        vim.wait_for_problems(False)
        vim.save_all()


def write_a_logbook(vim, repository, project, lap):
    """A new file, in no branch yet; something changes after each of its parts."""
    name = f"Logbook{lap or ''}.pmod"
    changes = (
        lambda: repository.switch(vim),
        lambda: project.change(vim, diagnosticsDelayMs=250),
        lambda: repository.switch(vim),
        lambda: project.change(vim, defines=["NIGHT_BOATS=2"], diagnosticsDelayMs=60),
        lambda: repository.switch(vim),
        lambda: project.change(vim, defines=None, disabledDiagnostics=["unused-local"]),
    )
    vim.make(name)
    vim.keys("i")
    for part, change in zip(logbook.PARTS, (*changes, None)):
        vim.write(part)
        if change:
            change()
            vim.close_menu()
    vim.keys("<Esc>Gdd")
    vim.wait_for_problems(False)
    vim.save_all()
    text = vim.session.text(name)
    vim.session.check(text == meant("".join(logbook.PARTS)), f"{name} on disk is what was meant", text)
    for _ in range(2):
        vim.find(" LONGER);")
        vim.keys("w")
        vim.hover("LONGER")
        repository.switch(vim)
        vim.wait_for_problems(False)
    project.change(vim, disabledDiagnostics=None, diagnosticsDelayMs=None)
    vim.wait_for_problems(False)


def silence_a_diagnostic(vim, repository, project):
    """A problem that is not wanted to be seen, while more is written."""
    vim.open("Reports.pmod")
    if repository.branch != WINTER:
        vim.wait_for_problems(True)
        repository.switch(vim)
    vim.wait_for_problems(False)
    vim.insert_at("string evening(", "O", "constant SIGNATURE = \"— kontoret 事務所\" + initials;\n")
    vim.wait_for_problems(True)
    vim.keys("O")
    vim.write("// Who wrote ")
    project.change(vim, disabledDiagnostics=["undefined-name"])
    vim.write("it is not known yet.")
    vim.keys("<Esc>")
    vim.wait_for_problems(False)
    project.change(vim, disabledDiagnostics=None)
    vim.wait_for_problems(True)
    vim.find(" + initials")
    vim.keys("dt;")
    vim.wait_for_problems(False)
    vim.save_all()
    vim.session.check_saved("Reports.pmod", "// Who wrote it is not known yet.", without=["initials"])


RECORDING = Recording(
    name="pike-branches",
    editor="nvim",
    server=["reprise", "engine"],
    workspace="ferry",
    overlays=(("toolchain", "toolchain"),),
    tools=("git",),
    lap_limit_seconds=900,
    play=play,
)
