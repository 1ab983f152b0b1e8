#!/usr/bin/env python3
"""Reads Reprise recordings, from docs/recording-format.md alone.

It shares no code with the recorder: that it can give back both sides' bytes is the proof that the page suffices.

    recording_reader.py FILE --stream client     the bytes the client sent, to stdout
    recording_reader.py FILE --list [--from N]   one JSON line for each record, to stdout

What it says of the session's end, when that was not recorded, goes to stderr.
Exit codes: 0 read to its end, 64 usage, 65 not a recording, or a broken one.
"""

import argparse
import base64
import hashlib
import json
import re
import struct
import sys
import zlib
from array import array
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain, repeat

MAX_CONTENT = 64 << 20
MAX_LINE = 96 << 20
MAX_WINDOW = 32 << 20
MAX_REFERABLE_CONTENTS = 65536
MAX_TOTAL = 4 << 30
MAX_EXPANSION = 20_000
MAX_PATH_BYTES = 4096
MAX_PATH_PARTS = 64
MAX_NESTING = 128
SIDES = ("client", "server")
CONTENT_KEYS = ("body", "text", "base64", "same", "edit")
UNLISTED = {"type", "from", "after", *CONTENT_KEYS}
SYNC_FLUSH = b"\x00\x00\xff\xff"
LAST_BLOCK = b"\x01\x00\x00\xff\xff"
LOCATOR = struct.Struct("<4s6xH2sHQ10x")
CHUNK = 1 << 18
WHITE_SPACE = re.compile(r"[ \t\n\r]*")
STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"')
BRACKETS = re.compile(r"\[\]|\{\}")
TOKEN = re.compile(rb"[0-9A-Za-z_.]+|[^0-9A-Za-z_.]+")
NUMBER = re.compile(rb"(?<![0-9A-Za-z_.])(?:0|[1-9][0-9]{0,14})(?![0-9A-Za-z_.])")


class BadRecording(Exception):
    """The file breaks the format; the message says where and how."""


class Truncated(BadRecording):
    """The file ends inside a line or inside the compressed data."""


@dataclass(frozen=True)
class Record:
    """A numbered line; `time` in microseconds since the recording started, `content` None where there is none."""

    type: str
    number: int
    time: int
    fields: dict
    content: bytes | None


@contextmanager
def malformed(what):
    """Says what it was in that a value of a wrong type, or none at all, was found."""
    try:
        yield
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise BadRecording(f"{what} is malformed: {error!r}") from error


def whole(value, least=0):
    """Returns a count from the file, once it is one."""
    if type(value) is not int or value < least:
        raise BadRecording(f"{value!r:.40} stands where a whole number from {least} belongs")
    return value


# -- Lines ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Line:
    raw: bytes
    member: int
    is_first: bool


class Members:
    """The inflated lines of a sequence of gzip members, and how the file ended."""

    def __init__(self, file):
        self._file = file
        self._pending = []
        self._inflater = None
        self._checksum = self._size = 0
        self.compressed_bytes = file.tell()
        self.ended_cleanly = False

    def lines(self):
        """Yields lines without their newlines, each with the file offset of its member."""
        offset, is_first, tail = 0, True, b""
        for chunk in iter(lambda: self._file.read(CHUNK), b""):
            self.compressed_bytes += len(chunk)
            tail = (tail + chunk)[-len(SYNC_FLUSH):]
            while chunk:
                if self._inflater is None:
                    self._start_member()
                    offset, is_first = self.compressed_bytes - len(chunk), True
                for line in self._whole_lines(self._inflated(chunk)):
                    yield Line(line, offset, is_first)
                    is_first = False
                chunk = self._inflater.unused_data
                self._end_member()
        at_boundary = self._inflater is None or tail == SYNC_FLUSH and self._is_between_blocks()
        self.ended_cleanly = at_boundary and not self._pending

    def _start_member(self):
        self._inflater = zlib.decompressobj(wbits=31)
        self._checksum = self._size = 0

    def _end_member(self):
        if self._inflater.eof:
            if self._pending:
                raise BadRecording("a line reaches over the end of its gzip member")
            self._inflater = None

    def _is_between_blocks(self):
        """Whether an empty last block and a right trailer would end the member here: the flush's mark is not data."""
        rest = LAST_BLOCK + struct.pack("<II", self._checksum, self._size & 0xFFFF_FFFF)
        try:
            probe = self._inflater.copy()
            return not probe.decompress(rest) and probe.eof
        except (ValueError, zlib.error):
            return False

    def _inflated(self, chunk):
        for piece in inflate(self._inflater, chunk):
            self._checksum = zlib.crc32(piece, self._checksum)
            self._size += len(piece)
            yield piece

    def _whole_lines(self, pieces):
        """Joins inflated pieces to lines; what has no newline yet stays pending."""
        for piece in pieces:
            *complete, rest = piece.split(b"\n")
            for part in complete:
                self._add(part)
                yield b"".join(self._pending)
                self._pending.clear()
            if rest:
                self._add(rest)

    def _add(self, part):
        self._pending.append(part)
        if sum(map(len, self._pending)) > MAX_LINE:
            raise BadRecording(f"a line is longer than {MAX_LINE} bytes")


def inflate(inflater, chunk):
    """Inflates in bounded pieces, so that a small file cannot fill the memory."""
    try:
        while True:
            piece = inflater.decompress(chunk, CHUNK)
            chunk = inflater.unconsumed_tail
            if piece:
                yield piece
            if inflater.eof or not chunk and len(piece) < CHUNK:
                return
    except zlib.error as error:
        raise BadRecording(f"the compressed data is damaged: {error}") from error


def long_number(digits):
    """Python refuses to convert integers of thousands of digits; nothing here needs their value."""
    return int(digits) if len(digits) < 1000 else digits


def refuse_constant(name):
    raise ValueError(f"{name} is not JSON")


FAST_SCAN = json.JSONDecoder(parse_constant=refuse_constant).scan_once
TOLERANT_SCAN = json.JSONDecoder(parse_constant=refuse_constant, parse_int=long_number).scan_once


def parse_line(line):
    """Returns (fields, the exact text of the `body` value or None).

    The top level is walked by hand because `body` is defined by its bytes and not by its parsed value.
    """
    try:
        text = line.decode("utf-8")
        try:
            result = scan_object(text, FAST_SCAN)
        except ValueError:
            result = scan_object(text, TOLERANT_SCAN)
    except (ValueError, StopIteration, IndexError, RecursionError) as error:
        raise BadRecording(f"a line is not a JSON object: {line[:80]!r}") from error
    if text.count("{") + text.count("[") > MAX_NESTING and nesting(text) > MAX_NESTING:
        raise BadRecording(f"a line is nested deeper than {MAX_NESTING} levels")
    return result


def scan_object(text, scan):
    fields, body = {}, None
    at = expect(text, skip(text, 0), "{")
    while text[skip(text, at)] != "}":
        if fields:
            at = expect(text, skip(text, at), ",")
        key, at = scan(text, skip(text, at))
        start = expect(text, skip(text, at), ":")
        fields[key], at = scan(text, skip(text, start))
        if key == "body":
            body = text[start:skip(text, at)]
    if skip(text, skip(text, at) + 1) != len(text):
        raise ValueError("something follows the object")
    return fields, body


def nesting(text):
    """How deep valid JSON is nested: how often its innermost brackets can be taken away."""
    brackets = "".join(re.findall(r"[\[\]{}]+", STRING.sub("", text)))
    levels = 0
    while brackets and levels <= MAX_NESTING:
        brackets, levels = BRACKETS.sub("", brackets), levels + 1
    return levels


def skip(text, at):
    return WHITE_SPACE.match(text, at).end()


def expect(text, at, character):
    if text[at] != character:
        raise ValueError(f"expected {character} at {at}")
    return at + 1


# -- Contents ---------------------------------------------------------------------------------------------------------


class History:
    """The contents within reach, by kind."""

    def __init__(self, window):
        self._window = window
        self.clear()

    def clear(self):
        self._kinds, self._order, self._size = {}, deque(), 0

    def content(self, key, back):
        contents = self._kinds.get(key, ())
        if whole(back, least=1) > len(contents):
            raise BadRecording(f"a reference {back} contents back, where none is within reach")
        return contents[-back]

    def remember(self, key, content):
        self._kinds.setdefault(key, deque()).append(content)
        self._order.append(key)
        self._size += len(content)
        while self._size > self._window or len(self._order) > MAX_REFERABLE_CONTENTS:
            self._forget_oldest()

    def _forget_oldest(self):
        key = self._order.popleft()
        self._size -= len(self._kinds[key].popleft())
        if not self._kinds[key]:
            del self._kinds[key]


class Tokens:
    """A content and where its tokens start; the last start is the content's end."""

    def __init__(self, content):
        self._content = content
        self._starts = array("I", [0])
        self._starts.extend(token.end() for token in TOKEN.finditer(content))

    def run(self, first, count):
        if not 0 <= first <= first + count < len(self._starts):
            raise BadRecording(f"an edit copies {count} tokens that are not within one content within reach")
        return self._content[self._starts[first]:self._starts[first + count]]


def edited(edit, content_back):
    """Copies, with their numbers changed, and additions in turn; each content that is referred to is divided once."""
    plus, source, place, result = deque(edit.get("plus", [])), Tokens(b""), 0, bytearray()
    divided = cache(lambda back: Tokens(content_back(back)))
    for base, skipped, copy, add in steps(edit):
        if base:
            source, place = divided(base), 0
        place += skipped
        if copy:
            result += changed(source.run(place, copy), plus)
        added = add.encode()
        result += added
        place += copy + sum(1 for _ in TOKEN.finditer(added))
        if len(result) > MAX_CONTENT:
            raise BadRecording(f"an edit makes more than {MAX_CONTENT} bytes")
    return bytes(result)


def steps(edit):
    """The rows of an edit's columns, in the order in which they take effect."""
    copies = edit["copy"]
    rows = zip(column(edit, "base", 0), column(edit, "skip", 0), copies, column(edit, "add", ""))
    for base, skipped, copy, add in rows:
        if type(skipped) is not int:
            raise BadRecording("an edit that skips what is not a whole number")
        yield whole(base), skipped, whole(copy), add


def column(edit, key, empty):
    values, count = edit.get(key, []), len(edit["copy"])
    if len(values) > count:
        raise BadRecording(f"an edit whose {key} is longer than its copy")
    return chain(values, repeat(empty, count - len(values)))


def changed(run, plus):
    """Adds the next values of `plus` to the numbers among a run of whole tokens, and takes them off it."""
    return NUMBER.sub(lambda number: total(number, plus.popleft()), run, count=len(plus)) if plus else run


def total(number, value):
    if type(value) is not int:
        raise BadRecording(f"an edit adds {value!r:.40} to a number")
    return b"%d" % whole(int(number[0]) + value)


# -- The recording ----------------------------------------------------------------------------------------------------


class Recording:
    """Iterate over it for the records; afterwards `state` is "complete" or "unfinished".

    With `first`, the records before that one are passed over, most of them unread when the file has an index.
    """

    def __init__(self, file, first=0):
        self._members = Members(file)
        self._lines = self._members.lines()
        self.header = self._read_header()
        self.state = None
        self.number, self.time = 0, 0
        self._first = first
        self._history = History(self.header["window"])
        self._total = 0
        self._keyframes = [{"offset": 0, "n": 0, "at": 0}]
        self._ended = self._indexed = False
        if first:
            with malformed("the index"):
                self._seek(file)

    def _read_header(self):
        line = next(self._lines, None)
        if line is None:
            raise Truncated("the file ends before its header")
        header, _ = parse_line(line.raw)
        check_header(header)
        return header

    def _seek(self, file):
        """Goes to the last keyframe before the first record that is wanted, as far as an index names them."""
        *earlier, entry = [each for each in read_index(file) or self._keyframes if each["n"] <= self._first]
        file.seek(entry["offset"])
        self._members = Members(file)
        self._lines = self._members.lines()
        line = next(self._lines, None)
        if entry["offset"]:
            self._keyframes, self.number, self.time = earlier, entry["n"], entry["at"]
            self._start_anew(keyframe_of(line), line)

    def __iter__(self):
        for line in self._lines:
            with malformed(f"what follows {self._where()}"):
                record = self._take(line)
            if record is not None and record.number >= self._first:
                yield record
        if not self._members.ended_cleanly:
            raise Truncated(f"the file is cut off after {self._where()}")
        self.state = "complete" if self._ended else "unfinished"

    def _where(self):
        return f"record {self.number - 1}" if self.number else "the header"

    def ending(self):
        """What is to be said of the file's end, once it is read."""
        return "" if self.state == "complete" else f"the recording is unfinished: it ends after {self._where()}"

    def _take(self, line):
        """Returns the record that a line holds; None for what is part of the file's structure."""
        fields, body = parse_line(line.raw)
        self._count(len(line.raw))
        if self._indexed:
            raise BadRecording("something follows the index")
        if fields["type"] == "header":
            raise BadRecording(f"another header follows {self._where()}")
        if fields["type"] == "keyframe":
            return self._start_anew(fields, line)
        if fields["type"] == "index":
            return self._check_index(fields)
        return self._record(fields, body)

    def _count(self, size):
        self._total += size
        if self._total > max(MAX_TOTAL, MAX_EXPANSION * self._members.compressed_bytes):
            raise BadRecording("the recording is larger than a reader may be asked to make")

    def _start_anew(self, fields, line):
        if not line.is_first:
            raise BadRecording("a keyframe that is not the first line of its member")
        if (fields["n"], fields["at"]) != (self.number, self.time):
            raise BadRecording(f"a keyframe for record {fields['n']} at {fields['at']} follows {self._where()}")
        self._history.clear()
        self._keyframes.append({"offset": line.member, "n": self.number, "at": self.time})

    def _check_index(self, fields):
        if [{key: entry[key] for key in ("offset", "n", "at")} for entry in fields["keyframes"]] != self._keyframes:
            raise BadRecording("the index does not name the file's keyframes")
        self._indexed = True

    def _record(self, fields, body):
        kind = fields["type"], fields.get("from")
        if kind[0] in ("message", "noise", "close") and kind[1] not in SIDES:
            raise BadRecording(f"what follows {self._where()} comes from neither side")
        time = self.time + whole(fields["after"])
        record = Record(kind[0], self.number, time, fields, self._content(kind, fields, body))
        check_record(record)
        self.number, self.time = self.number + 1, time
        self._ended = self._ended or record.type == "end"
        return record

    def _content(self, kind, fields, body):
        forms = [key for key in CONTENT_KEYS if key in fields]
        if not forms:
            return None
        if len(forms) > 1:
            raise BadRecording(f"record {self.number} gives its content as {' and '.join(forms)}")
        content = self._bytes_of(forms[0], kind, fields, body)
        if len(content) > MAX_CONTENT:
            raise BadRecording(f"record {self.number} is larger than {MAX_CONTENT} bytes")
        self._history.remember(kind, content)
        return content

    def _bytes_of(self, form, kind, fields, body):
        if form == "body":
            return body.encode()
        if form == "text":
            return fields["text"].encode()
        if form == "base64":
            return base64.b64decode(fields["base64"], validate=True)
        content_back = partial(self._history.content, kind)
        content = content_back(fields["same"]) if form == "same" else edited(fields["edit"], content_back)
        self._count(len(content))
        return content

    def framed(self, record):
        """The bytes that passed for a `message` or `noise` record."""
        if record.type == "noise":
            return record.content
        if self.header["framing"] == "lines":
            return record.content + record.fields.get("tail", "\n").encode()
        if "headLatin1" in record.fields:
            return record.fields["headLatin1"].encode("latin-1") + record.content
        head = record.fields.get("head", f"Content-Length: {len(record.content)}\r\n\r\n")
        return head.encode() + record.content


def read_index(file):
    """Returns the keyframes that a finished file's index lists, None for any other file."""
    size = file.seek(0, 2)
    file.seek(max(0, size - LOCATOR.size))
    last = file.read()
    if len(last) < LOCATOR.size:
        return None
    magic, extra, subfield, length, offset = LOCATOR.unpack(last)
    if (magic, extra, subfield, length) != (b"\x1f\x8b\x08\x04", 12, b"RI", 8) or offset >= size:
        return None
    file.seek(offset)
    line = next(Members(file).lines(), None)
    fields, _ = parse_line(line.raw) if line else ({}, None)
    if fields.get("type") != "index":
        raise BadRecording("the last member does not lead to the index")
    return fields["keyframes"]


def keyframe_of(line):
    fields, _ = parse_line(line.raw) if line else ({}, None)
    if fields.get("type") != "keyframe":
        raise BadRecording("the index names a place where no keyframe is")
    return fields


def check_header(header):
    if header.get("type") != "header" or header.get("format") != "reprise":
        raise BadRecording("this is not a reprise recording")
    major = str(header.get("version")).split(".")[0]
    if major != "1":
        raise BadRecording(f"version {header.get('version')} of the format is not known; this reader knows 1.x")
    if whole(header.get("window")) > MAX_WINDOW:
        raise BadRecording(f"a window of {header['window']} bytes")
    if header.get("framing") not in ("content-length", "lines"):
        raise BadRecording(f"unknown framing {header.get('framing')!r}")


def check_record(record):
    if record.type in ("message", "noise", "stderr") and record.content is None:
        raise BadRecording(f"record {record.number} has no content")
    if record.type == "file":
        check_file(record)


def check_file(record):
    path = record.fields["path"]
    parts = path.split("/")
    if len(path.encode()) > MAX_PATH_BYTES or len(parts) > MAX_PATH_PARTS or {"", ".", ".."} & set(parts):
        raise BadRecording(f"record {record.number} has the path {path!r}")
    if "change" in record.fields:
        whole(record.fields["change"])
    if record.content is None:
        if "omitted" not in record.fields:
            raise BadRecording(f"record {record.number} has neither content nor a reason for its absence")
    elif hashlib.sha256(record.content).hexdigest() != record.fields["sha256"]:
        raise BadRecording(f"record {record.number} ({path}) does not have the SHA-256 it claims")


# -- The command ------------------------------------------------------------------------------------------------------


def print_stream(recording, side):
    for record in recording:
        if record.type in ("message", "noise") and record.fields["from"] == side:
            sys.stdout.buffer.write(recording.framed(record))


def print_list(recording):
    """Of contents how they are given, their length and a digest: these say enough to compare two readers."""
    for record in recording:
        line = {"number": record.number, "time": record.time, "type": record.type}
        if "from" in record.fields:
            line["from"] = record.fields["from"]
        if record.content is not None:
            line |= {"form": next(key for key in CONTENT_KEYS if key in record.fields),
                     "sha256": hashlib.sha256(record.content).hexdigest(), "length": len(record.content)}
        line["fields"] = {key: value for key, value in record.fields.items() if key not in UNLISTED}
        print(json.dumps(line))


def parse_arguments():
    parser = argparse.ArgumentParser(description="Reads Reprise recordings.")
    parser.add_argument("file")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--stream", choices=SIDES, help="write the raw bytes of one side")
    what.add_argument("--list", action="store_true", help="print one JSON line a record")
    parser.add_argument("--from", dest="first", type=int, default=0, help="pass over the records before this one")
    return parser.parse_args()


def main():
    try:
        options = parse_arguments()
    except SystemExit as usage:
        return 64 if usage.code else 0
    try:
        with open(options.file, "rb") as file:
            recording = Recording(file, options.first)
            print_list(recording) if options.list else print_stream(recording, options.stream)
    except (BadRecording, OSError) as error:
        print(f"recording_reader: {options.file}: {error}", file=sys.stderr)
        return 65
    if recording.ending():
        print(f"recording_reader: {options.file}: {recording.ending()}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
