"""Compiles peers/*.c, what the figures compare with and are taken by."""

import os
import subprocess

from context import HERE, Failed

SOURCES = HERE / "peers"
BUILD = HERE / ".build-benchmarks"
FLAGS = ["-std=gnu11", "-O2", "-Wall", "-Wextra", "-pthread"]


def compile_peers():
    """Returns the folder with the programs. It takes a second, so nothing is kept from the last time."""
    programs = BUILD / "peers"
    programs.mkdir(parents=True, exist_ok=True)
    for source in sorted(SOURCES.glob("*.c")):
        command = [os.environ.get("CC", "cc"), *FLAGS, "-o", str(programs / source.stem), str(source)]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        except FileNotFoundError as error:
            raise Failed(f"no C compiler: {error}; install one or set CC") from error
        if done.returncode:
            raise Failed(f"{' '.join(command)}\n{done.stderr}")
    return programs
