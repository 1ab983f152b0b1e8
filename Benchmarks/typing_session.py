"""A person types C into an editor that talks to clangd: a client of our own, at human or at any other speed."""

import random
import time
from pathlib import Path

from context import Failed
from language_client import LanguageClient
from program_text import function, structures

# The pace of a good typist, and the rests between two functions.
SECONDS_A_KEY = 0.18
SECONDS_TO_LOOK = 1.5
INITIALIZE = {
    "textDocument": {
        "synchronization": {"didSave": True},
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown", "plaintext"]}},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "signatureHelp": {}, "definition": {}, "references": {}, "documentHighlight": {}, "rename": {},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        "publishDiagnostics": {"relatedInformation": True, "versionSupport": True},
        "semanticTokens": {"requests": {"full": {"delta": True}}, "formats": ["relative"],
                           "tokenTypes": [], "tokenModifiers": []},
    },
    "workspace": {"workspaceFolders": True, "applyEdit": True, "configuration": True},
    "window": {"workDoneProgress": True},
}


class Typist:
    """One file in which functions are typed key by key, with the questions that an editor asks meanwhile."""

    def __init__(self, client, directory, seed, speed):
        self.client, self.speed = client, speed
        self.choices, self.pace = random.Random(f"text:{seed}"), random.Random(f"pace:{seed}")
        self.uri = (Path(directory) / "main.c").resolve().as_uri()
        self.text, self.made = structures(self.choices)
        self.line, self.column, self.version, self.last = self.text.count("\n"), 0, 1, "\n"

    def open(self, root):
        answer = self.client.await_answer(self.client.request("initialize", {
            "processId": None, "rootUri": Path(root).resolve().as_uri(), "capabilities": INITIALIZE,
            "clientInfo": {"name": "typing-session", "version": "1"}}))
        if "result" not in answer:
            raise Failed(f"the server refused to initialize: {answer}")
        self.client.notify("initialized", {})
        self.client.notify("textDocument/didOpen", {"textDocument": {
            "uri": self.uri, "languageId": "c", "version": 1, "text": self.text}})

    def type_functions(self, seconds):
        """Types for so many seconds of this clock; faster speeds get more done."""
        limit, number = time.monotonic() + seconds, 0
        while time.monotonic() < limit:
            for key in function(self.choices, self.made, number):
                self.press(key)
                if time.monotonic() > limit:
                    return
            self.look_around()
            number += 1

    def press(self, key):
        here = {"line": self.line, "character": self.column}
        self.version += 1
        self.client.notify("textDocument/didChange", {
            "textDocument": {"uri": self.uri, "version": self.version},
            "contentChanges": [{"range": {"start": here, "end": here}, "rangeLength": 0, "text": key}]})
        self.line, self.column = (self.line + 1, 0) if key == "\n" else (self.line, self.column + 1)
        previous, self.last = self.last, key
        if key in ">.":
            self.ask("completion", context={"triggerKind": 2, "triggerCharacter": key})
        elif key.isalpha() and not (previous.isalnum() or previous == "_"):
            self.ask("completion", context={"triggerKind": 1})
        elif key in "(,":
            self.ask("signatureHelp")
        self.rest(SECONDS_A_KEY * self.pace.lognormvariate(0, 0.5))

    def look_around(self):
        """What an editor asks when the typing rests: outlines, colours, and what is under the cursor."""
        for method in ("documentSymbol", "semanticTokens/full"):
            self.client.request(f"textDocument/{method}", {"textDocument": {"uri": self.uri}})
        self.rest(SECONDS_TO_LOOK)
        back = self.choices.randint(3, 10)
        for method in ("hover", "documentHighlight", "definition"):
            self.ask(method, line=self.line - back, character=8)
            self.rest(SECONDS_TO_LOOK / 3)

    def ask(self, method, line=None, character=None, **more):
        position = {"line": self.line if line is None else line,
                    "character": self.column if character is None else character}
        return self.client.request(f"textDocument/{method}", {
            "textDocument": {"uri": self.uri}, "position": position, **more})

    def rest(self, seconds):
        time.sleep(seconds / self.speed)


def play(command, directory, seed, seconds, speed=1.0):
    """Runs a whole session with COMMAND as the server; returns its messages as (side, body) in the order they passed."""
    Path(directory).mkdir(parents=True, exist_ok=True)
    client = LanguageClient(command, directory)
    try:
        typist = Typist(client, directory, seed, speed)
        typist.open(directory)
        typist.type_functions(seconds)
    finally:
        client.close()
    return client.transcript
