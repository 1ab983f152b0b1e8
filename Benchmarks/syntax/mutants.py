"""Texts with one small fault in them, as someone who types makes them. A seed makes the same ones again."""

import random
import re

# Rough tokens: a mutant need not be cut where pike would cut, and strings may be hit too.
TOKEN = re.compile(rb"[A-Za-z_][A-Za-z_0-9]*|\d+|\(\{|\}\)|\(\[|\]\)|[-+*/%&|^<>=!]=?|[^\sA-Za-z_0-9]")
INSERTED = [b"(", b")", b"{", b"}", b"[", b"]", b";", b",", b":", b"=", b"->", b"..", b"\"", b"'", b"#", b"\\",
            b"int ", b"class ", b"if ", b"else ", b"return ", b"({", b"})", b"1", b"x", b"\n#endif\n", b"\n#if 1\n", b"/*", b"*/"]


def delete(text, token, choices):
    return text[:token.start()] + text[token.end():]


def double(text, token, choices):
    return text[:token.end()] + b" " + text[token.start():]


def insert(text, token, choices):
    return text[:token.start()] + choices.choice(INSERTED) + text[token.start():]


def replace(text, token, choices):
    return text[:token.start()] + choices.choice(INSERTED) + text[token.end():]


def swap(text, token, choices):
    following = TOKEN.search(text, token.end())
    if not following:
        return delete(text, token, choices)
    between = text[token.end():following.start()]
    return text[:token.start()] + following[0] + between + token[0] + text[following.end():]


def delete_line(text, token, choices):
    start = text.rfind(b"\n", 0, token.start()) + 1
    end = text.find(b"\n", token.start())
    return text[:start] + (text[end + 1:] if end >= 0 else b"")


def delete_lines(text, token, choices):
    for _ in range(choices.randrange(2, 30)):
        text = delete_line(text, token, choices)
    return text


def double_lines(text, token, choices):
    start = text.rfind(b"\n", 0, token.start()) + 1
    lines = text[start:].splitlines(keepends=True)[:choices.randrange(2, 60)]
    return text[:start] + b"".join(lines) + text[start:]


def cut(text, token, choices):
    return text[:token.start()]


# What happens most while typing comes more often.
WAYS = [delete, delete, delete, double, insert, insert, insert, replace, replace, swap, swap, delete_line, delete_lines,
        double_lines, cut]


def mutants(files, count, seed):
    """Yields (path, name of the fault, text) for files chosen at random."""
    choices = random.Random(seed)
    for _ in range(count):
        path = choices.choice(files)
        with open(path, "rb") as file:
            text = file.read()
        tokens = list(TOKEN.finditer(text))
        if not tokens:
            continue
        way = choices.choice(WAYS)
        yield path, way.__name__, way(text, choices.choice(tokens), choices)
