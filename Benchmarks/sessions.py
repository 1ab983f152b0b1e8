"""Where sessions come from: Neovim as recordings/make drives it, or our own typing client when that cannot be had."""

import json
import shlex
import shutil
from dataclasses import dataclass
from pathlib import Path

import typing_session
from context import REPOSITORY, Failed, require, run

MAKE = REPOSITORY / "recordings" / "make"
NEOVIM_NAME = "neovim-clangd"
NEOVIM_LIMIT_SECONDS = 3000
LONG_LAPS = 8
REPLAYED_LAPS = 4
LONG_TYPING_SECONDS = 180
TYPING_SERVER = ["clangd", "--background-index=false"]


def committed():
    """The recordings that come with the repository."""
    return sorted((REPOSITORY / "recordings").glob("*.trace.gz"))


def neovim_is_there():
    return MAKE.exists() and all(shutil.which(program) for program in ("nvim", "clangd"))


# Gets `-o FILE … -- SERVER…` from recordings/make, and captures no files: the raw traffic has none either.
MEASURED_RECORDER = """\
#!/bin/sh
recording=$2
until [ "$1" = -- ]; do shift; done
shift
exec {record} -o "$recording" --capture none -- "$@"
"""


@dataclass(frozen=True)
class Session:
    """A recording, and what the recorder used while making it."""

    name: str
    recording: Path
    used: dict


def long_sessions(context):
    """Sessions at human pace, each recorded once in a run and shared by the figures that want one."""
    return [long_typing(context), *([long_neovim(context)] if neovim_is_there() and not context.quick else [])]


def long_typing(context, name="typing client and clangd", options=()):
    if name not in context.made:
        recording, usage = context.file("typing.trace.gz"), context.file("typing.json")
        Path(recording).unlink(missing_ok=True)
        recorder = [context.peer("usage"), usage, *context.recorder(recording)]
        type_with(context, recorder, 15 if context.quick else LONG_TYPING_SECONDS, 1.0, options)
        kept = Path(context.file(f"{len(context.made)}.trace.gz"))
        Path(recording).rename(kept)
        context.made[name] = session(name, kept, usage)
    return context.made[name]


def long_silent_typing(context):
    """The same with a server that logs nothing: what the protocol's streams alone come to."""
    return long_typing(context, "typing client, silent clangd", ["--log=error"])


def long_neovim(context):
    if "neovim" not in context.made:
        usage, program = context.file("neovim.json"), Path(context.file("measured-recorder"))
        record = shlex.join([context.peer("usage"), usage, context.reprise, "record"])
        program.write_text(MEASURED_RECORDER.format(record=record))
        program.chmod(0o755)
        recording = make(context, NEOVIM_NAME, LONG_LAPS, shlex.quote(str(program)))
        context.made["neovim"] = session("Neovim and clangd", recording, usage)
    return context.made["neovim"]


def neovim_with_files(context):
    """Shorter, and with the files that a replay needs."""
    return make(context, NEOVIM_NAME, REPLAYED_LAPS, f"{shlex.quote(context.reprise)} record")


def session(name, recording, usage):
    return Session(name, Path(recording), json.loads(Path(usage).read_text()))


def make(context, name, laps, recorder):
    """Records a session of a real editor."""
    out = Path(context.file(f"made-{name}"))
    command = [str(MAKE), name, "--laps", str(laps), "--out", str(out), "--recorder", recorder]
    run(command, NEOVIM_LIMIT_SECONDS, accept=(0, 4))
    made = sorted(out.glob("*.trace.gz"))
    if not made:
        raise Failed(f"recordings/make made no recording of {name}")
    return made[0]


def type_with(context, recorder, seconds, speed, options=()):
    """Our own typing client and clangd, behind the recorder's command; returns the transcript as the client saw it."""
    require("clangd")
    command = [*recorder, *TYPING_SERVER, *options]
    try:
        return typing_session.play(command, context.file("typing"), context.seed, seconds, speed)
    except OSError as error:
        raise Failed(f"the typing session broke off: {error}") from error
