#!/usr/bin/env python3
"""Asks the oracle about every file of Pike's library, about mutants of them, and about mutants with other faults added.

Exit codes: 0 no file of the library has a syntax error and no added fault changes a verdict, 1 otherwise.
"""

import argparse
import collections
import json
import sys
import time

sys.dont_write_bytecode = True

from mutants import mutants  # noqa: E402
from oracle_client import Oracle, library_files  # noqa: E402

# Faults that are not of syntax, put in front of a text. Each must leave the verdict as it is, or make it undecided.
FAULTS = {
    "missing inherit": b"inherit No.Such.Program;\n",
    "undefined name": b"private mixed oracle_f() { return oracle_g(); }\n",
    "name defined twice": b"private int oracle_v; private string oracle_v;\n",
    "wrong type": b"private int oracle_t = \"a\";\n",
    "30 undefined names": b"private void oracle_m() {" + b" oracle_n();" * 30 + b" }\n",
    "30 names defined twice": b"private int oracle_v; private string oracle_v;" * 30 + b"\n",
    "#require": b"#require 0\n",
    "#error": b"#error fault\n",
    "missing include": b"#include \"no_such_file.h\"\n",
}


def options():
    parser = argparse.ArgumentParser(description="Asks the oracle about Pike's library and mutants of it.")
    parser.add_argument("--mutants", type=int, default=500, metavar="COUNT")
    parser.add_argument("--faulty", type=int, default=100, metavar="COUNT", help="mutants that get other faults, too")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", metavar="FILE", help="write the verdict on each mutant")
    return parser.parse_args()


def verdict(answer):
    return answer.get("verdict") or answer["failed"]


def rate(count, since):
    return f"{count / (time.monotonic() - since):.0f} a second"


def check_library(oracle, files):
    """Every file as it is. Returns how many have a syntax error or a message that is not classified."""
    began = time.monotonic()
    answers = {path: oracle.judge(path) for path in files}
    compiling = sum(answer.get("compiles", False) for answer in answers.values())
    print(f"{compiling} of {len(files)} files compile; {rate(len(files), began)}")
    for path, answer in answers.items():
        if not answer.get("compiles"):
            why = answer.get("otherErrors") or [{"message": json.dumps(answer)}]
            print(f"  {path}: {verdict(answer)}: {why[0]['message']}")
    bad = [path for path, answer in answers.items() if verdict(answer) != "right" or unclassified(answer)]
    for path in bad:
        print(f"  NOT RIGHT: {path}: {json.dumps(answers[path])[:500]}")
    return len(bad)


def unclassified(answer):
    return [error["message"] for error in answer.get("otherErrors", []) if "unclassified" in error]


def check_mutants(oracle, files, chosen):
    began = time.monotonic()
    rows, unknown = [], set()
    for path, fault, text in mutants(files, chosen.mutants, chosen.seed):
        answer = oracle.judge(path, text)
        unknown.update(unclassified(answer))
        rows.append({"path": path, "fault": fault, "compiles": answer.get("compiles"), "verdict": verdict(answer)})
    print(f"{len(rows)} mutants; {rate(len(rows), began)}: {tally(row['verdict'] for row in rows)}")
    semantic = sum(row["verdict"] == "right" and not row["compiles"] for row in rows)
    print(f"  {semantic} have the right syntax and do not compile")
    for message in sorted(unknown):
        print(f"  not in messages.json: {message}")
    return rows


def check_faults(oracle, files, chosen):
    """The same mutants with and without other faults. Returns how many verdicts an added fault turned round."""
    turned = 0
    pairs = collections.defaultdict(collections.Counter)
    for path, _, text in mutants(files, chosen.faulty, chosen.seed + 1):
        plain = oracle.judge(path, text)
        for name, fault in FAULTS.items():
            faulty = oracle.judge(path, fault + text)
            pairs[name][f"{verdict(plain)} -> {verdict(faulty)}"] += 1
            if {verdict(plain), verdict(faulty)} == {"wrong", "right"} or moved(plain, faulty):
                turned += 1
                print(f"  TURNED by {name}: {path}: {json.dumps(plain)[:300]} {json.dumps(faulty)[:300]}")
    for name, counts in pairs.items():
        print(f"  {name}: {', '.join(f'{change} {count}' for change, count in sorted(counts.items()))}")
    return turned


def moved(plain, faulty):
    """Whether the first syntax error stands elsewhere, the added line aside."""
    first = [answer["syntaxErrors"][0]["line"] for answer in (plain, faulty) if answer.get("syntaxErrors")]
    return len(first) == 2 and first[1] != first[0] + 1


def tally(values):
    return ", ".join(f"{count} {value}" for value, count in sorted(collections.Counter(values).items()))


def main():
    chosen = options()
    files = library_files()
    with Oracle(warm=True) as oracle:
        bad = check_library(oracle, files)
        rows = check_mutants(oracle, files, chosen)
        turned = check_faults(oracle, files, chosen)
    if chosen.json:
        with open(chosen.json, "w") as file:
            json.dump(rows, file, indent=1)
    return 1 if bad or turned else 0


if __name__ == "__main__":
    sys.exit(main())
