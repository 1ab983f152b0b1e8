"""Turns a recording into a plan for peers/lockstep_driver.c.

The rule is Reprise's own (docs/comparing-answers.md): a client's message is sent as soon as all answers to the client's
requests that stood before it in the recording have arrived, and what the server had finished by itself since the message
before it has happened again, or patience is over. A message that is itself an answer goes out when the server has made that
request; where the number of requests is a matter of time, whenever one comes.
"""

import json
import os
import re
from pathlib import Path
from urllib.parse import unquote, urlparse

from context import Failed
from recording_reader import Recording

TOUCHES = {f"textDocument/{what}" for what in ("didOpen", "didChange", "didSave", "didClose")}
PROCESS_ID = re.compile(rb'("processId":)(\d+|null)')


class Plan:
    def __init__(self, old_root, new_root, text_at):
        self.steps = []
        self.messages = 0
        plain = [(f"file://{old_root}", Path(new_root).as_uri()), (str(old_root), str(new_root))]
        # Some editors escape slashes.
        escaped = [tuple(path.replace("/", "\\/") for path in pair) for pair in plain]
        self._rebase = [(old.encode(), new.encode()) for old, new in plain + escaped]
        self._requests = {}
        self._seen = {}
        self._background = Background()
        self._text_at = text_at
        self._previous = 0

    def server_said(self, message):
        if "id" not in message:
            self._background.take(message)
        elif "method" in message:
            method = message["method"]
            ordinal = self._seen[method] = self._seen.get(method, -1) + 1
            self._requests[json.dumps(message["id"])] = (method, ordinal)
        else:
            self.steps.append(b"await %b\n" % json.dumps(message["id"]).encode())

    def client_said(self, message, body, time, number):
        self.messages += 1
        body = self._here(body)
        method = message.get("method")
        if method is None and "id" in message:
            self._reply(message)
        else:
            if method != "$/cancelRequest":
                self._wait_for_background(time - self._previous)
            if method in TOUCHES:
                self.steps.append(b"touch %b\n" % self._here(message["params"]["textDocument"]["uri"].encode()))
            if method == "textDocument/didSave":
                self._save(message["params"]["textDocument"]["uri"], number)
            framed = b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
            self.steps.append(b"send %d\n%b" % (len(framed), framed))
        self._previous = time

    def _save(self, uri, number):
        """Servers read what was saved; Reprise writes it too, in the folder that it unpacks."""
        text = self._text_at(uri, number)
        path = self._here(unquote(urlparse(uri).path).encode())
        self.steps.append(b"write %d %b\n%b" % (len(text), path, text))

    def _wait_for_background(self, pause):
        lines = self._background.lines()
        if lines:
            self.steps.append(b"background %d %d\n" % (pause, len(lines)))
            self.steps += [self._here(line) for line in lines]

    def _reply(self, message):
        """The server chooses its ids anew in every run: what goes out is put around the live one."""
        method, ordinal = self._requests[json.dumps(message.pop("id"))]
        if method == "window/workDoneProgress/create" or method.endswith("/refresh"):
            return  # The driver answers each that comes with null, as editors do.
        message.pop("jsonrpc", None)
        rest = self._here(json.dumps(message, separators=(",", ":"), ensure_ascii=False).encode())
        before, after = b'{"jsonrpc":"2.0","id":', b"," + rest[1:]
        head = f"reply {method} {ordinal} {len(before)} {len(after)}\n"
        self.steps.append(head.encode() + before + after)

    def _here(self, body):
        for old, new in self._rebase:
            body = body.replace(old, new)
        # Some servers end when the process they were told of is gone: it is ours, which outlives them.
        return PROCESS_ID.sub(rb"\g<1>%d" % os.getpid(), body)


class Background:
    """What the server finishes by itself: the last publish of each document, and how often work of each title has ended."""

    def __init__(self):
        self._titles, self._ended, self._lines = {}, {}, {}

    def take(self, message):
        params = message.get("params")
        if message["method"] == "textDocument/publishDiagnostics":
            self._lines["published", params["uri"]] = params.get("version", -1)
        elif message["method"] == "$/progress":
            self._progress(json.dumps(params["token"]), params["value"])

    def _progress(self, token, value):
        if value.get("kind") == "begin":
            self._titles[token] = value.get("title", "")
        elif value.get("kind") == "end" and token in self._titles:
            title = self._titles.pop(token)
            self._ended[title] = self._ended.get(title, 0) + 1
            self._lines["ended", title] = self._ended[title]

    def lines(self):
        """What was finished since they were asked for last."""
        taken, self._lines = self._lines, {}
        return [f"{what} {number} {name}\n".encode() for (what, name), number in taken.items()]


def root_of(recording):
    """The path that the recorded workspace had."""
    for record in recording:
        if record.type == "peers" and record.fields.get("roots"):
            return unquote(urlparse(record.fields["roots"][0]).path)
    raise Failed("the recording names no workspace")


def read(path):
    """(header, the workspace's files, its root, messages as (side, body, time in µs, record's number))."""
    with open(path, "rb") as file:
        root = root_of(Recording(file))
        file.seek(0)
        recording = Recording(file)
        files, messages = [], []
        for record in recording:
            if record.type == "file" and record.content is not None:
                files.append(record)
            elif record.type == "message":
                messages.append((record.fields["from"], record.content, record.time, record.number))
    return recording.header, files, root, messages


def write(messages, old_root, new_root, path, text_at):
    """Writes the plan and returns the number of the client's messages in it.

    `text_at(uri, number)` is the text that a document had at a record.
    """
    plan = Plan(old_root, new_root, text_at)
    for side, body, time, number in messages:
        message = json.loads(body)
        plan.server_said(message) if side == "server" else plan.client_said(message, body, time, number)
    Path(path).write_bytes(b"".join(plan.steps))
    return plan.messages


def unpack(files, directory):
    for record in files:
        path = Path(directory, record.fields["path"])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(record.content)
        if record.fields.get("executable"):
            path.chmod(0o755)
