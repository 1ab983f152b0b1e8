// Requests as an editor sends them: of an exact size, no two alike, the same ones for the same seed.
#pragma once

#include "io.h"

static inline uint64_t draw(uint64_t *state) {  // xorshift64*, Vigna 2016
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * 2685821657736338717u;
}

static const char *const METHODS[] = {"completion", "hover", "definition", "signatureHelp", "references", "rename"};
static const char *const WORDS[] = {"count",  "index", "buffer", "length", "node",   "parent", "token",  "value",
                                    "result", "error", "stream", "offset", "handle", "entry",  "visit",  "state",
                                    "line",   "range", "symbol", "scope",  "target", "window", "commit", "queue"};
#define PICK(list, state) list[draw(state) % (sizeof list / sizeof *list)]

#define SMALLEST_REQUEST 240

// Writes a body of `size` bytes to `body`, which has room for 256 more.
static inline void make_request(char *body, size_t size, unsigned id, uint64_t *state) {
    size_t used = (size_t)sprintf(
        body,
        "{\"jsonrpc\":\"2.0\",\"id\":%u,\"method\":\"textDocument/%s\",\"params\":{\"textDocument\":{\"uri\":"
        "\"file:///src/%s/%s.c\"},\"position\":{\"line\":%u,\"character\":%u},\"near\":[",
        id, PICK(METHODS, state), PICK(WORDS, state), PICK(WORDS, state), (unsigned)(draw(state) % 4000),
        (unsigned)(draw(state) % 120));
    while (used + 160 < size)
        used += (size_t)sprintf(body + used,
                                "{\"label\":\"%s_%s%u\",\"kind\":%u,\"sortText\":\"%08x\",\"detail\":\"%s *\"},",
                                PICK(WORDS, state), PICK(WORDS, state), (unsigned)(draw(state) % 100),
                                (unsigned)(draw(state) % 25), (unsigned)draw(state), PICK(WORDS, state));
    body[used++] = '"';
    while (used + 4 < size) body[used++] = (char)('a' + draw(state) % 26);
    memcpy(body + used, "\"]}}", 4);
}
