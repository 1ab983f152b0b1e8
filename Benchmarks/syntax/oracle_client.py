"""Talks to oracle.pike: what does pike think of this text?"""

import base64
import json
import os
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent


def pike():
    """The interpreter: $PIKE, or the first of pike8.0 and pike that is installed."""
    for name in (os.environ.get("PIKE"), "pike8.0", "pike"):
        if name and shutil.which(name):
            return shutil.which(name)
    raise SystemExit("no pike: install pike8.0, or name one with PIKE")


def library_files(folder=None):
    """The .pike and .pmod files of Pike's library, in a stable order."""
    command = [pike(), str(HERE / "library.pike"), *([str(folder)] if folder else [])]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


class Oracle:
    """One server. Answers come in the order of the requests, so `ask` may be called from one thread only."""

    def __init__(self, warm=False, timeout=10):
        command = [pike(), str(HERE / "oracle.pike"), f"--timeout={timeout}", *(["--warm"] if warm else [])]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.last = 0

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.process.stdin.close()
        self.process.stdout.close()
        try:
            self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def judge(self, path, text=None):
        """What pike says of the bytes `text` as the content of `path`; of the file itself without a text."""
        return self.ask(path, {} if text is None else {"text": base64.b64encode(text).decode()})

    def constants(self, path, names):
        return self.ask(path, {"constants": names})["constants"]

    def defines(self, path):
        return self.ask(path, {"defines": True})["defines"]

    def ask(self, path, more):
        self.last += 1
        self.send(json.dumps({"id": self.last, "path": str(path), **more}))
        answer = self.receive()
        if answer["id"] != self.last:
            raise RuntimeError(f"asked {self.last}, was answered {answer}")
        return answer

    def send(self, line):
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()

    def receive(self):
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"the oracle is gone: {self.process.wait()}")
        return json.loads(line)
