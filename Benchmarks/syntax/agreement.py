#!/usr/bin/env python3
"""Compares our verdict on mutants of Pike's library with pike's: is there a mistake of syntax in the text?

Both judge the same texts in the same run. What pike cannot decide (see README.md) is left out and counted. Exit codes: 0 at least
97 % agree, 1 fewer do.
"""

import argparse
import base64
import json
import re
import subprocess
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True

from mutants import mutants  # noqa: E402
from oracle_client import Oracle, library_files  # noqa: E402

CONSTANT = re.compile(rb"\b(?:constant|efun)\s*\(\s*([A-Za-z_0-9.:]+)\s*\)")
TARGET = 0.97


class Ours:
    """syntax-figures judge."""

    def __init__(self, program, library):
        command = [program, "judge", *(["--library", library] if library else [])]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def judge(self, path, text, constants):
        request = {"path": path, "text": base64.b64encode(text).decode(), "constants": constants}
        self.process.stdin.write(json.dumps(request).encode() + b"\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"syntax-figures judge is gone ({self.process.wait()}) over a mutant of {path}")
        return json.loads(line)


class Constants:
    """Which `#if constant(X)` hold in a file, asked once for each."""

    def __init__(self, oracle):
        self.oracle = oracle
        self.known = {}

    def of(self, path, text):
        names = sorted({name.decode() for name in CONSTANT.findall(text)})
        missing = [name for name in names if (path, name) not in self.known]
        if missing:
            for name, holds in self.oracle.constants(path, missing).items():
                self.known[path, name] = bool(holds)
        return {name: self.known.get((path, name), False) for name in names}


def options():
    parser = argparse.ArgumentParser(description="Compares our verdicts on mutants of Pike's library with pike's.")
    parser.add_argument("--mutants", type=int, default=2000, metavar="COUNT")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--program", default=".build/release/syntax-figures", help="the built syntax-figures")
    parser.add_argument("--library", help="another folder than pike's own")
    parser.add_argument("--save", metavar="FOLDER", help="write the texts on which we disagree")
    return parser.parse_args()


def save(folder, number, text):
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        Path(folder, f"{number}.pike").write_bytes(text)


def main():
    chosen = options()
    files = library_files(chosen.library)
    began = time.monotonic()
    agreed = undecided = 0
    disagreements = []
    with Oracle(warm=True) as oracle:
        ours = Ours(chosen.program, chosen.library)
        constants = Constants(oracle)
        for number, (path, way, text) in enumerate(mutants(files, chosen.mutants, chosen.seed)):
            theirs = oracle.judge(path, text)
            verdict = theirs.get("verdict")
            if verdict not in ("right", "wrong"):
                undecided += 1
                continue
            mine = ours.judge(path, text, constants.of(path, text))
            if mine["wrong"] == (verdict == "wrong"):
                agreed += 1
                continue
            save(chosen.save, number, text)
            first = (theirs.get("syntaxErrors") or [{}])[0]
            disagreements.append(
                f"  {number} {way} {path}: pike {verdict}"
                f" {first.get('line', '')} {first.get('message', '')}; we {mine.get('first') or 'find nothing'}")
    judged = agreed + len(disagreements)
    print("\n".join(disagreements))
    part = agreed / judged
    print(f"{agreed} of {judged} verdicts agree: {part:.2%} (asked {TARGET:.0%}); {undecided} mutants that pike cannot decide;"
          f" seed {chosen.seed}, {time.monotonic() - began:.0f} s")
    return 0 if part >= TARGET else 1


if __name__ == "__main__":
    sys.exit(main())
