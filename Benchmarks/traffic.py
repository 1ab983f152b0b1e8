"""Gigabytes of traffic as servers make it: sessions again and again, each time with other ids and other words.

Within a lap the same texts come back, as they do in a session; from lap to lap they differ. A tenth of the bytes is noise
that cannot be compressed.
"""

import base64
import hashlib
import json
import re

from recording_reader import Recording

INCOMPRESSIBLE_SHARE = 0.1
BLOB_BYTES = 12_000
IDS_A_LAP = 1_000_000
ID = re.compile(rb'"id":(\d+)')
# The values that hold a programmer's words. Keys, methods and URIs stay as they are.
WORDS = re.compile(rb'("(?:label|insertText|filterText|newText|text|detail|value|message|name)":")((?:[^"\\]|\\.)*)')
# Only letters that have no meaning after a backslash: what comes out is JSON again.
LETTERS = b"ghijklmopqsvwxyzGHIJKLMNOPQRSTVWXYZ"
OF_THE_END = (b'"method":"shutdown"', b'"method":"exit"')
OF_THE_START = (b'"method":"initialize"', b'"method":"initialized"')


def messages_of(recording):
    with open(recording, "rb") as file:
        return [(record.fields["from"], record.content) for record in Recording(file) if record.type == "message"]


class Lap:
    """One session told with its own words."""

    def __init__(self, number, generator):
        shuffled = bytearray(LETTERS)
        generator.shuffle(shuffled)
        self._table = bytes.maketrans(LETTERS, bytes(shuffled))
        self._offset = number * IDS_A_LAP

    def tell(self, body):
        body = ID.sub(lambda match: b'"id":%d' % (int(match[1]) + self._offset), body)
        return WORDS.sub(lambda match: match[1] + match[2].translate(self._table), body)


def without_ends(messages, first):
    """A session as one of many in a row: starts once, ends never, and closes what it opened."""
    opened = []
    for side, body in messages:
        start = body[:4096]
        if any(mark in start for mark in OF_THE_END) or not first and any(mark in start for mark in OF_THE_START):
            continue
        if side == "client" and b'"textDocument/didOpen"' in start + body[-4096:]:
            opened.append(json.loads(body)["params"]["textDocument"]["uri"])
        yield side, body
    for uri in dict.fromkeys(opened):
        closing = {"jsonrpc": "2.0", "method": "textDocument/didClose", "params": {"textDocument": {"uri": uri}}}
        yield "client", json.dumps(closing, separators=(",", ":")).encode()


def blob(side, generator):
    text = base64.b64encode(generator.randbytes(BLOB_BYTES)).decode()
    if side == "server":
        message = {"jsonrpc": "2.0", "method": "window/logMessage", "params": {"type": 4, "message": text}}
    else:
        message = {"jsonrpc": "2.0", "method": "workspace/didChangeConfiguration", "params": {"settings": text}}
    return json.dumps(message, separators=(",", ":")).encode()


def endless(sources, generator):
    """Framed messages as (side, bytes), for as long as somebody takes them."""
    number, total, incompressible = 0, 0, 0
    while True:
        lap = Lap(number, generator)
        for side, body in without_ends(sources[number % len(sources)], number == 0):
            said = [lap.tell(body)]
            if incompressible < total * INCOMPRESSIBLE_SHARE:
                said.append(blob(side, generator))
                incompressible += len(said[1])
            for each in said:
                framed = b"Content-Length: %d\r\n\r\n%b" % (len(each), each)
                total += len(framed)
                yield side, framed
        number += 1


def write_conversation(path, sources, generator, size):
    """Writes a file for peers/conversation.c; returns the number of messages and each side's SHA-256."""
    digests = {"client": hashlib.sha256(), "server": hashlib.sha256()}
    count, total, turn, speaker = 0, 0, bytearray(), "client"
    with open(path, "wb") as file:
        def finish_turn():
            if turn:
                file.write(b"%c %d\n" % (speaker[0].encode(), len(turn)) + turn)
                turn.clear()

        for side, framed in endless(sources, generator):
            if side != speaker:
                finish_turn()
                speaker = side
            turn += framed
            digests[side].update(framed)
            count, total = count + 1, total + len(framed)
            if total >= size:
                break
        finish_turn()
    return count, {side: digest.hexdigest() for side, digest in digests.items()}
