#!/usr/bin/env python3
"""Holds the Python reader to docs/recording-format.md, on files put together by hand.

    python3 Tests/Interoperability/test_recording_reader.py
"""

import base64
import gzip
import hashlib
import io
import json
import random
import re
import struct
import unittest
import unittest.mock
import zlib
from pathlib import Path

from recording_reader import BadRecording, Recording, Truncated

HEADER = {"type": "header", "format": "reprise", "version": "1.0", "framing": "content-length", "window": 64}
END = '{"type":"end","after":9,"exit":0,"messages":{"client":0,"server":0}}'
CLOSE = '{"type":"close","after":0,"from":"client"}'


def message(content, after=0, side="client", type="message"):
    return '{"type":"%s","from":"%s","after":%d,%s}' % (type, side, after, content)


def edit(fields):
    return message('"edit":{%s}' % fields)


def keyframe(n, at):
    return '{"type":"keyframe","format":"reprise","version":"1.0","n":%d,"at":%d}' % (n, at)


def locator(offset):
    return b"\x1f\x8b\x08\x04" + bytes(6) + struct.pack("<H2sHQ", 12, b"RI", 8, offset) + b"\x03\x00" + bytes(8)


def indexed(*members):
    """A finished file: the first member starts with the header, the others with keyframes."""
    offsets = [sum(map(len, members[:index])) for index in range(len(members) + 1)]
    heads = [json.loads(gzip.decompress(each).split(b"\n")[0]) for each in members]
    entries = [{"offset": offset, "n": head.get("n", 0), "at": head.get("at", 0)}
               for offset, head in zip(offsets, heads)]
    index = member(json.dumps({"type": "index", "keyframes": entries}))
    return b"".join(members) + index + locator(offsets[-1])


def member(*lines):
    return gzip.compress("".join(line + "\n" for line in lines).encode("utf-8"))


def header(**changes):
    return json.dumps(HEADER | changes)


def read(data, first=0):
    recording = Recording(io.BytesIO(data), first)
    return recording, list(recording)


def contents(*lines, **changes):
    _, records = read(member(header(**changes), *lines))
    return [record.content for record in records if record.content is not None]


def cut_off(*lines):
    """A file whose recorder was killed right after a flush."""
    deflate = zlib.compressobj(wbits=31)
    text = "".join(line + "\n" for line in lines).encode()
    return deflate.compress(text) + deflate.flush(zlib.Z_SYNC_FLUSH)


class Contents(unittest.TestCase):
    def test_body_is_taken_byte_for_byte(self):
        for body in ('{"a":1,"a":2}', "1.50e+03", '"\\u00e9\\/"', '{"body":{"body":[1]}}', "9" * 5000, '"é"', "null"):
            with self.subTest(body=body[:20]):
                self.assertEqual(contents(message(f'"body":{body}')), [body.encode()])

    def test_body_may_stand_before_other_keys(self):
        line = '{"body":{"id":1},"type":"message","from":"client","after":0}'
        self.assertEqual(contents(line), [b'{"id":1}'])

    def test_the_last_of_two_equal_keys_counts(self):
        self.assertEqual(contents(message('"body":{"id":1},"body":[2]')), [b"[2]"])

    def test_text_and_base64(self):
        raw = bytes(range(256))
        encoded = base64.b64encode(raw).decode()
        self.assertEqual(contents(message('"text":"a\\n\\u00e9"'), message(f'"base64":"{encoded}"')),
                         ["a\né".encode(), raw])

    def test_files_are_checked_against_their_hash(self):
        line = '{"type":"file","after":0,"path":"a/b.c","sha256":"%s","text":"int"}'
        self.assertEqual(contents(line % hashlib.sha256(b"int").hexdigest()), [b"int"])
        with self.assertRaises(BadRecording):
            contents(line % hashlib.sha256(b"other").hexdigest())


class References(unittest.TestCase):
    def edited(self, content, fields):
        return contents(message(f'"text":"{content}"'), edit(fields))[1]

    def test_same_counts_back_and_is_a_content_itself(self):
        got = contents(message('"text":"a"'), message('"text":"b"'), message('"same":2'), message('"same":1'),
                       message('"same":3'))
        self.assertEqual(got, [b"a", b"b", b"a", b"a", b"b"])

    def test_contents_of_another_type_or_side_are_not_counted(self):
        got = contents(message('"text":"a"'), message('"text":"b"', side="server"), message('"text":"c"', type="noise"),
                       '{"type":"stderr","after":0,"text":"d"}', message('"same":1'),
                       message('"same":1', side="server"), message('"same":1', type="noise"),
                       '{"type":"stderr","after":0,"same":1}')
        self.assertEqual(got, [b"a", b"b", b"c", b"d"] * 2)

    def test_contents_of_unknown_types_count(self):
        novelty = '{"type":"novelty","after":0,%s}'
        self.assertEqual(contents(novelty % '"text":"a"', message('"text":"b"'), novelty % '"same":1'),
                         [b"a", b"b", b"a"])
        with self.assertRaises(BadRecording):
            contents(message('"text":"abc"'), novelty % ('"text":"%s"' % ("x" * 62)), message('"same":1'))

    def test_edit_copies_and_adds_in_turn(self):
        fields = '"base":[1],"copy":[3,1,1],"add":["+"],"skip":[0,0,-4]'
        self.assertEqual(self.edited("one, two; three!", fields), b"one, two+three, ")

    def test_what_was_added_replaces_as_many_tokens(self):
        for add, rest in (("", b", "), ("x", b"two"), ("1.5_b", b"two"), ("é", b"two"), ("x; ", b"; "),
                          ("a é b", b"three")):
            with self.subTest(add=add):
                fields = '"base":[1],"copy":[1,1],"add":["%s"]' % add
                self.assertEqual(self.edited("one, two; three!", fields), b"one" + add.encode() + rest)

    def test_columns_may_be_missing(self):
        self.assertEqual(self.edited("a b", '"copy":[]'), b"")
        self.assertEqual(self.edited("a b", '"copy":[0],"add":["x"]'), b"x")
        self.assertEqual(self.edited("a b", '"copy":[2],"base":[1]'), b"a ")

    def test_edit_reaches_other_contents_of_its_kind(self):
        lines = message('"text":"a b"'), message('"text":"x"', side="server"), message('"text":"c d"')
        line = edit('"base":[1,2,0,1],"copy":[2,1,1,0],"skip":[0,2,-3],"add":["","-","","!"]')
        self.assertEqual(contents(*lines, line)[-1], b"c b- !")

    def test_the_place_may_be_anywhere_where_nothing_is_copied(self):
        self.assertEqual(self.edited("a b", '"base":[1],"skip":[-999,999],"copy":[0,1]'), b"a")
        self.assertEqual(self.edited("a b", '"skip":[7,0],"base":[0,1],"copy":[0,3]'), b"a b")

    def test_numbers_are_added_to_across_steps(self):
        self.assertEqual(self.edited("1,9,[0] 5", '"base":[1],"copy":[3,3],"add":["-"],"plus":[0,1,-0,-4]'),
                         b"1,10-0] 1")

    def test_numbers_without_a_value_stay(self):
        self.assertEqual(self.edited("1 1 1", '"base":[1],"copy":[5],"plus":[5]'), b"6 1 1")
        self.assertEqual(self.edited("1", '"base":[1],"copy":[1],"plus":[5,6]'), b"6")

    def test_numbers_that_were_added_stay(self):
        self.assertEqual(self.edited("1 2", '"base":[1],"copy":[2,0],"add":["7"],"plus":[1,1]'), b"2 7")

    def test_what_is_no_number_stays(self):
        text = "01 a1 1a 1.5 _1 1_ 1234567890123456 é1é -1 00 123456789012345"
        fields = '"base":[1],"copy":[21],"plus":[1,1,1]'
        self.assertEqual(self.edited(text, fields).decode(),
                         "01 a1 1a 1.5 _1 1_ 1234567890123456 é2é -2 00 123456789012346")

    def test_the_documents_own_function_agrees(self):
        page = (Path(__file__).parents[2] / "docs" / "recording-format.md").read_text("utf-8")
        names = {"re": re}
        exec(page.split("```python")[1].split("```")[0], names)
        dice = random.Random(1)
        words = "a", "b1", " ", ", ", "é", "0", "7", "99", "007", "1.5", "-", "\n"
        agreed = 0
        for _ in range(300):
            texts = ["".join(dice.choices(words, k=20)) for _ in range(3)]
            change = {"base": [dice.randint(1, 3), dice.randint(0, 3)], "copy": [dice.randint(0, 4) for _ in range(3)],
                      "skip": [0, dice.randint(0, 1)], "add": ["".join(dice.choices(words, k=2)), ""],
                      "plus": [dice.randint(0, 30) for _ in range(4)]}
            lines = [message(f'"text":{json.dumps(text)}') for text in texts]
            expected = names["edited"](change, [text.encode() for text in texts])
            try:
                self.assertEqual(contents(*lines, edit(json.dumps(change)[1:-1]), window=999)[-1], expected)
                agreed += 1
            except BadRecording as refusal:
                self.assertIn("not within one content", str(refusal))
        self.assertGreater(agreed, 100)


class Refused(unittest.TestCase):
    def check(self, *lines, **changes):
        with self.assertRaises(BadRecording):
            contents(*lines, **changes)

    def test_references_beyond_the_window(self):
        lines = message('"text":"abc"'), message('"text":"%s"' % ("x" * 61)), message('"same":2')
        self.assertEqual(contents(*lines)[2], b"abc")
        self.check(*lines, window=63)
        self.check(*lines[:2], message('"text":"y"', side="server"), lines[2])
        self.check(*lines[:2], message('"text":"y"', type="noise"),
                   edit('"base":[2],"copy":[1]'))

    def test_references_beyond_the_largest_count(self):
        fillers = [message('"text":""', side="server")] * 65535
        lines = [message('"text":"abc"'), *fillers, message('"same":1')]
        self.assertEqual(contents(*lines)[-1], b"abc")
        self.check(lines[0], fillers[0], *lines[1:])

    def test_references_to_what_is_not_there(self):
        self.check(message('"same":1'))
        self.check(CLOSE, message('"same":1'))
        for back in ("0", "2", "-1", "true", "1.0", '"1"', "null", "[]"):
            with self.subTest(back=back):
                self.check(message('"text":"abc"'), message(f'"same":{back}'))
                self.check(message('"text":"abc"'), edit(f'"base":[{back}],"copy":[1]'))

    def test_edits_that_make_no_sense(self):
        for fields in ('"base":[1],"copy":[4]', '"base":[1],"copy":[-1]', '"base":[1],"copy":[1],"skip":[-1]',
                       '"base":[1],"copy":[1],"skip":[3]', '"copy":[1]', '"base":[1]', '"base":[1,1],"copy":[1]',
                       '"base":[1],"copy":[1],"add":["",""]', '"base":[1],"copy":[1],"skip":[0,0]',
                       '"base":[1],"copy":[1],"add":[0]', '"base":[1],"copy":[1],"skip":[0.5]', '"base":1,"copy":[1]',
                       '"base":[1],"copy":[3],"plus":[-2]', '"base":[1],"copy":[3],"plus":[0.5]'):
            with self.subTest(edit=fields):
                self.check(message('"text":"1-c"'), edit(fields))

    def test_copies_over_the_border_of_two_contents(self):
        self.check(message('"text":"a-b"'), message('"text":"-c"'), edit('"base":[2],"copy":[4]'))

    def test_edits_that_make_too_much(self):
        grow = edit('"base":[%s],"copy":[%s]' % (",".join("1" * 65), ",".join("1" * 65)))
        self.check(message('"text":"%s"' % ("x" * 1048576)), grow, window=1048576)

    def test_time_that_runs_back_or_is_not_given(self):
        self.check(message('"text":""', after=-1))
        self.check('{"type":"close","from":"client"}')
        self.check('{"type":"novelty"}')

    def test_paths_that_leave_the_workspace(self):
        for path in ("../a", "/a", "a//b", "a/./b", ""):
            with self.subTest(path=path):
                self.check('{"type":"file","after":0,"path":"%s","omitted":"too large"}' % path)

    def test_other_major_versions_and_wide_windows(self):
        self.check(version="2.0")
        self.check(window=(32 << 20) + 1)
        self.assertEqual(contents(version="1.7"), [])

    def test_content_given_twice_or_not_at_all(self):
        self.check(message('"text":"a","base64":""'))
        self.check(message('"later":1'))

    def test_deep_nesting(self):
        deep = '{"type":"novelty","after":0,"brackets":"\\"[[[","x":%s%s}'
        self.assertEqual(contents(deep % ("[" * 127, "]" * 127), deep % ("[[],{}," * 80 + "1", "]" * 80)), [])
        self.check(deep % ("[" * 128, "]" * 128))
        self.check(deep % ("[" * 100_000, "]" * 100_000))

    def test_what_is_not_json(self):
        for line in ("", "[]", "null", message('"body":NaN'), message('"text":""') + " x", message('"text":"\\ud800"')):
            with self.subTest(line=line):
                self.check(line)


class Structure(unittest.TestCase):
    def test_unknown_types_are_numbered_and_unknown_keys_passed_over(self):
        _, records = read(member(header(), message('"text":"a","later":[1]', after=5), '{"type":"novelty","after":2}',
                                 message('"text":"b"', after=1)))
        self.assertEqual([(record.number, record.time, record.content) for record in records],
                         [(0, 5, b"a"), (1, 7, None), (2, 8, b"b")])

    def test_history_starts_anew_at_a_keyframe(self):
        first = member(header(), message('"text":"abc"', after=3))
        _, records = read(first + member(keyframe(1, 3), message('"text":"d"', after=1), message('"same":1')))
        self.assertEqual([(record.time, record.content) for record in records], [(3, b"abc"), (4, b"d"), (4, b"d")])
        with self.assertRaises(BadRecording):
            read(first + member(keyframe(1, 3), message('"same":1')))

    def test_keyframes_are_checked(self):
        first = member(header(), message('"text":"abc"', after=3))
        self.assertEqual(read(first + member(keyframe(1, 3)))[0].state, "unfinished")
        for wrong in (first + member(keyframe(2, 3)), first + member(keyframe(1, 4)), member(header(), keyframe(0, 0))):
            with self.assertRaises(BadRecording):
                read(wrong)

    def test_two_recordings_are_not_one(self):
        for data in (indexed(member(header(), END)), member(header(), END)):
            with self.assertRaises(BadRecording):
                read(data * 2)

    def test_streams_put_the_framing_back(self):
        recording, records = read(member(header(), message('"body":{}'), message('"body":1,"head":"X: 1\\r\\n\\r\\n"'),
                                         message('"text":"junk"', type="noise")))
        self.assertEqual([recording.framed(record) for record in records],
                         [b"Content-Length: 2\r\n\r\n{}", b"X: 1\r\n\r\n1", b"junk"])

    def test_header_blocks_that_are_not_utf8(self):
        recording, records = read(member(header(), message('"body":1,"headLatin1":"X: \u00ff\\r\\n\\r\\n"')))
        self.assertEqual(recording.framed(records[0]), b"X: \xff\r\n\r\n1")

    def test_lines_framing(self):
        recording, records = read(member(header(framing="lines"), message('"body":{}'),
                                         message('"body":1,"tail":"\\r\\n"')))
        self.assertEqual([recording.framed(record) for record in records], [b"{}\n", b"1\r\n"])


class Indexed(unittest.TestCase):
    MEMBERS = (member(header(), message('"text":"a"', after=1), message('"text":"b"', after=1)),
               member(keyframe(2, 2), message('"text":"c"', after=1), message('"same":1', after=1)),
               member(keyframe(4, 4), message('"text":"d"', after=1), END))

    def test_the_last_member_is_34_bytes_long(self):
        self.assertEqual(len(locator(0)), 34)

    def test_all_can_be_read_from_any_record(self):
        recording, records = read(indexed(*self.MEMBERS))
        self.assertEqual((recording.state, recording.ending(), len(records)), ("complete", "", 6))
        for data in (indexed(*self.MEMBERS), b"".join(self.MEMBERS)):
            for first in range(8):
                with self.subTest(first=first):
                    self.assertEqual(read(data, first)[1], records[first:])

    def test_seeking_leaves_out_what_stands_before(self):
        data = bytearray(indexed(*self.MEMBERS))
        data[len(self.MEMBERS[0]) + 20] ^= 0xFF
        self.assertEqual([record.number for record in read(data, 4)[1]], [4, 5])
        with self.assertRaises(BadRecording):
            read(data)

    def test_a_wrong_index_is_refused(self):
        body = b"".join(self.MEMBERS)
        for entries in ([], [{"offset": 0, "n": 0, "at": 0}], [{"offset": 3, "n": 0, "at": 0}], [{}], None):
            data = body + member(json.dumps({"type": "index", "keyframes": entries})) + locator(len(body))
            with self.subTest(entries=entries), self.assertRaises(BadRecording):
                read(data)


class Members(unittest.TestCase):
    def test_a_large_member_may_be_followed_by_another(self):
        """It inflates in pieces, and what follows it is handed over with the last of them."""
        large = member(header(), *[message('"text":"%s"' % ("x" * 100_000))] * 20)
        recording, records = read(large + member(END))
        self.assertEqual((recording.state, len(records)), ("complete", 21))

    def test_any_division_of_the_file_gives_the_same(self):
        data = indexed(*Indexed.MEMBERS)
        whole = read(data)[1]
        for size in (1, 7, 34):
            with self.subTest(size=size), unittest.mock.patch("recording_reader.CHUNK", size):
                self.assertEqual(read(data)[1], whole)


class CutOff(unittest.TestCase):
    LINES = (header(), message('"text":"abc"'))

    def test_after_a_flush_it_is_unfinished(self):
        recording, records = read(cut_off(*self.LINES))
        self.assertEqual((recording.state, len(records)), ("unfinished", 1))
        self.assertIn("after record 0", recording.ending())

    def test_between_members_it_is_unfinished(self):
        self.assertEqual(read(member(*self.LINES))[0].state, "unfinished")

    def test_after_the_end_it_is_complete(self):
        for data in (cut_off(*self.LINES, END), member(*self.LINES, END)):
            self.assertEqual(read(data)[0].state, "complete")

    def test_at_any_other_byte_it_is_truncated(self):
        flushed, finished = cut_off(*self.LINES), indexed(member(*self.LINES, END))
        borders = {len(member(*self.LINES, END)), len(finished) - 34}
        cuts = [flushed[:length] for length in range(len(flushed))]
        cuts += [finished[:length] for length in range(len(finished)) if length not in borders]
        for cut in cuts:
            with self.subTest(length=len(cut)), self.assertRaises(Truncated):
                read(cut)

    def test_a_flush_within_a_line_is_truncated(self):
        deflate = zlib.compressobj(wbits=31)
        data = deflate.compress(header().encode() + b'\n{"type":') + deflate.flush(zlib.Z_SYNC_FLUSH)
        with self.assertRaises(Truncated):
            read(data)

    def test_data_that_looks_like_a_flush_is_none(self):
        data = member(*self.LINES) + locator(0xFFFF_0000)[:20]
        self.assertEqual(data[-4:], b"\x00\x00\xff\xff")
        with self.assertRaises(Truncated):
            read(data)


if __name__ == "__main__":
    unittest.main()
