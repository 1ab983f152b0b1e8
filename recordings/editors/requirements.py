"""What a recording needs to be installed, and how to install it."""

import importlib.util
import subprocess

from .session import find_program

HOW_TO_INSTALL = {
    "reprise": "swift build -c release --product reprise",
    "nvim": "apt-get install neovim (0.7 or newer)",
    "git": "apt-get install git",
    "emacs": "apt-get install emacs-nox",
    "emacsclient": "apt-get install emacs-nox",
    "clangd": "apt-get install clangd",
    "ty": "pip install ty",
    "sourcekit-lsp": "it is part of a Swift toolchain, https://swift.org/install;"
                     " its bin folder must be in PATH",
}


def missing(recording):
    """One sentence for each thing that a recording needs and that is not there."""
    programs = [recording.editor, recording.server[0], *recording.tools]
    if recording.editor == "emacs":
        programs.append("emacsclient")
    found = [f"{program} is missing: {HOW_TO_INSTALL[program]}"
             for program in programs if find_program(program) is None]
    if recording.editor == "nvim" and importlib.util.find_spec("pynvim") is None:
        found.append("the Python module pynvim is missing: pip install pynvim")
    if recording.editor == "emacs" and not found and not emacs_has_eglot():
        found.append("eglot is missing: apt-get install elpa-eglot, or use Emacs 29")
    return found


def emacs_has_eglot():
    """Whether Emacs finds eglot, which is built in only since version 29."""
    load = "(progn (package-initialize) (require 'eglot))"
    return subprocess.run(
        ["emacs", "--batch", "-q", "--eval", load], capture_output=True, timeout=60,
    ).returncode == 0
