#!/usr/bin/env python3
"""Runs the oracle on texts of which it is known what is right, and fails when it thinks otherwise.

Exit codes: 0 all as expected, 1 something was not.
"""

import json
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True

from oracle_client import HERE, Oracle  # noqa: E402
from oracle_snippets import RIGHT, UNDECIDED, WRONG  # noqa: E402

BAD_HEADER = "int x =;\n"
# Each call of T doubles what is in it: far more than fits in any memory or time.
ENDLESS = "#define T(x) x x\nint x = " + "T(" * 60 + "1" + ")" * 60 + ";\n"
NOISY = "int read = write(\"noise\\n\") + !!Stdio.stdin->read(1);\n"

failures = []


def expect(what, expected, came):
    if came != expected:
        failures.append(what)
        print(f"{what}\n  expected {expected!r}\n  came     {came!r}")


def check_snippets(oracle, folder):
    path = folder / "snippet.pike"
    for name, (text, line) in WRONG.items():
        answer = oracle.judge(path, text.encode())
        expect(f"wrong: {name}", ["wrong", line], first_error(answer))
        check_classified(name, answer)
    for verdict, texts in (("right", RIGHT), ("undecided", UNDECIDED)):
        for name, text in texts.items():
            answer = oracle.judge(path, text.encode())
            expect(f"{verdict}: {name}", [verdict, []], [answer.get("verdict"), answer.get("syntaxErrors")])
            check_classified(name, answer)


def first_error(answer):
    lines = [error["line"] for error in answer.get("syntaxErrors", [])]
    return [answer.get("verdict"), lines[0] if lines else None]


def check_classified(name, answer):
    unknown = [error["message"] for error in answer.get("otherErrors", []) if "unclassified" in error]
    expect(f"messages that messages.json does not know: {name}", [], unknown)


def check_other_files(oracle, folder):
    """What is wrong with other files is not counted against the one that asks for them."""
    path = folder / "snippet.pike"
    (folder / "bad.h").write_text(BAD_HEADER)
    (folder / "bad.pike").write_text(BAD_HEADER)
    (folder / "good.h").write_text("#define ONE 1\n")
    (folder / "Module.pmod").write_text("constant one = 1;\n")

    included = oracle.judge(path, b'#include "bad.h"\n')
    expect("an error in an included file", ["undecided", [], "bad.h"],
           [included["verdict"], included["syntaxErrors"], Path(included["uncertain"][0]["file"]).name])
    inherited = oracle.judge(path, b'inherit "bad.pike";\n')
    expect("an error in an inherited file", ["right", []], [inherited["verdict"], inherited["syntaxErrors"]])
    neighbours = oracle.judge(path, b'#include "good.h"\nint x = ONE + .Module.one;\n')
    expect("files next to it", [True, "right"], [neighbours["compiles"], neighbours["verdict"]])
    path.write_text(BAD_HEADER)
    expect("the file's own content", "wrong", oracle.judge(path)["verdict"])


def check_survival(oracle, folder):
    """Whatever a text does, there is an answer, and then answers to other requests."""
    path = folder / "snippet.pike"
    (folder / "Noisy.pmod").write_text(NOISY)
    noisy = oracle.judge(path, b"int x = .Noisy.read;\n")
    expect("a module that prints and reads", ["right", True], [noisy.get("verdict"), noisy.get("compiles")])
    oracle.send("no request")
    expect("a line that is no request", "request", oracle.receive().get("failed"))
    expect("a file that is not there", "request", oracle.ask(folder / "nope.pike", {}).get("failed"))
    expect("a text after all that", "right", oracle.judge(path, b"int x;\n").get("verdict"))


def check_time_limit(folder):
    (folder / "Slow.pmod").write_text("void create() { while (1); }\n")
    with Oracle(timeout=1) as oracle:
        endless = oracle.judge(folder / "snippet.pike", ENDLESS.encode()).get("failed")
        # Which limit it meets first depends on the machine.
        expect("a text that takes for ever", True, endless in ("timeout", "crash"))
        looping = oracle.judge(folder / "snippet.pike", b"int x;\nint(0")
        expect("a syntax error over which pike loops", ["timeout", "wrong", 2],
               [looping.get("failed"), *first_error(looping)])
        slow = oracle.judge(folder / "snippet.pike", b"int x = .Slow.x;\n")
        expect("a text beyond the time limit", "timeout", slow.get("failed"))
        expect("a text after that", "right", oracle.judge(folder / "snippet.pike", b"int x;\n").get("verdict"))


def check_time_limit_again_and_again(folder):
    """The end of one child must not be taken for that of the next."""
    with Oracle(timeout=0.1) as oracle:
        came = [oracle.judge(folder / "snippet.pike", b"int x = .Slow.x;\n").get("failed") for _ in range(10)]
        expect("ten texts beyond the time limit", ["timeout"] * 10, came)


def check_crash(folder):
    path = folder / "snippet.pike"
    (folder / "Crash.pmod").write_text("void create() { kill(getpid(), signum(\"SIGSEGV\")); }\n")
    with Oracle() as oracle:
        crash = oracle.judge(path, b"int x = .Crash.x;\n")
        expect("a compiler that crashes", ["crash", 11], [crash.get("failed"), crash.get("signal")])
        # Pike's error recovery ends in its own fatal error here.
        expect("a syntax error over which pike crashes", ["wrong", 1],
               first_error(oracle.judge(path, b"seek void(int skip) {")))
        expect("a text after that", "right", oracle.judge(path, b"int x;\n").get("verdict"))


def check_context(oracle, folder):
    path = folder / "snippet.pike"
    path.write_text("int x;\n")
    held = oracle.constants(path, ["thread_create", "Stdio.File", ".Module", ".Module.one", "No.Such", "1) || (1"])
    expect("constants", {"thread_create": True, "Stdio.File": True, ".Module": True, ".Module.one": True,
                         "No.Such": False, "1) || (1": None}, held)
    defined = oracle.defines(path)
    expect("defines", ["1", "8.0", json.dumps(str(path)), False],
           [defined.get("__PIKE__"), defined.get("__REAL_VERSION__"), defined.get("__FILE__"), "__NT__" in defined])


def check_table():
    """No message stands under two headings, so that the order in which they are looked for decides nothing."""
    for stage, kinds in json.loads((HERE / "messages.json").read_text()).items():
        messages = [message for kind in kinds.values() for message in kind]
        expect(f"{stage}: messages that stand twice", [], [m for m in set(messages) if messages.count(m) > 1])


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Oracle() as oracle:
            check_snippets(oracle, folder)
            check_other_files(oracle, folder)
            check_context(oracle, folder)
            check_survival(oracle, folder)
        check_time_limit(folder)
        check_time_limit_again_and_again(folder)
        check_crash(folder)
    check_table()
    print(f"{len(WRONG)} wrong, {len(RIGHT)} right and {len(UNDECIDED)} undecided texts; {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
