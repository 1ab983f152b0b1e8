"""The machine and the versions that a result belongs to."""

import os
import platform
import shutil
import subprocess
import time

PROGRAMS = {
    "cc": ["cc", "--version"],
    "clangd": ["clangd", "--version"],
    "nvim": ["nvim", "--version"],
    "lsp-devtools": ["lsp-devtools", "--version"],
    "zstd": ["zstd", "--version"],
    "gzip": ["gzip", "--version"],
}


def first_line(command):
    if shutil.which(command[0]) is None:
        return None
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=20, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.TimeoutExpired):
        return None
    lines = (done.stdout or done.stderr).splitlines()
    return lines[0].strip() if lines else None


def steal_ticks():
    """Time the hypervisor gave to others: of all noise the kind that a process cannot see."""
    with open("/proc/stat", encoding="ascii") as file:
        return int(file.readline().split()[8])


def describe(reprise):
    return {
        "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "cores": os.cpu_count(),
        "kernel": platform.release(),
        "arch": platform.machine(),
        "python": platform.python_version(),
        "load": os.getloadavg(),
        "stealTicks": steal_ticks(),
        "variables": {name: os.environ.get(name) for name in ("CI", "TZ", "LANG", "LC_ALL")},
        "versions": {"reprise": first_line([reprise, "--version"])}
        | {name: first_line(command) for name, command in PROGRAMS.items()},
    }
