// Finds members of JSON objects, and the top-level "id" and "method" of a JSON-RPC message without parsing the rest.
#pragma once

#include <stddef.h>
#include <string.h>

struct text {
    const char *start;
    size_t length;
};

struct envelope {
    struct text id, method;  // as they stand in the message, quotes and all; length 0 when absent
};

// One past the end of the string that opens at `at`.
static inline const char *string_end(const char *at, const char *end) {
    for (at++; at < end && *at != '"'; at++)
        if (*at == '\\') at++;
    return at < end ? at + 1 : end;
}

static inline struct envelope read_envelope(const char *body, size_t length) {
    struct envelope envelope = {0};
    const char *end = body + length, *at = body;
    struct text key = {0};
    int depth = 0;
    while (at < end) {
        if (*at == '"') {
            const char *past = string_end(at, end);
            struct text string = {at, (size_t)(past - at)};
            at = past;
            if (depth != 1) continue;
            if (!key.start) key = string;
            else if (key.length == 8 && !memcmp(key.start, "\"method\"", 8)) envelope.method = string;
            else if (key.length == 4 && !memcmp(key.start, "\"id\"", 4)) envelope.id = string;
        } else if (depth == 1 && key.start && key.length == 4 && ((*at >= '0' && *at <= '9') || *at == '-') &&
                   !memcmp(key.start, "\"id\"", 4)) {
            size_t digits = strspn(at, "-0123456789");
            envelope.id = (struct text){at, digits};
            at += digits;
        } else {
            if (*at == '{' || *at == '[') depth++;
            if (*at == '}' || *at == ']') depth--;
            if (*at == ',' && depth == 1) key.start = NULL;
            at++;
        }
    }
    return envelope;
}

// One past the end of the JSON value that starts at `at`.
static inline const char *value_end(const char *at, const char *end) {
    int depth = 0;
    while (at < end) {
        if (*at == '"') at = string_end(at, end);
        else if (depth == 0 && (*at == ',' || *at == '}' || *at == ']')) return at;
        else {
            if (*at == '{' || *at == '[') depth++;
            if (*at == '}' || *at == ']') depth--;
            at++;
        }
        if (depth == 0 && at < end && (at[-1] == '}' || at[-1] == ']' || at[-1] == '"')) return at;
    }
    return end;
}

static inline const char *past_spaces(const char *at, const char *end) {
    while (at < end && strchr(" \t\r\n", *at)) at++;
    return at;
}

// The value of an object's member as it stands in the message; length 0 when absent.
static inline struct text member(struct text object, const char *name) {
    const char *end = object.start + object.length, *at = object.start;
    size_t name_length = strlen(name);
    if (object.length == 0 || *at != '{') return (struct text){0};
    for (at++; at < end;) {
        at = past_spaces(at, end);
        if (at == end || *at != '"') break;
        const char *key = at + 1, *key_end = string_end(at, end) - 1;
        at = past_spaces(key_end + 1, end);
        const char *value = past_spaces(at + 1, end);
        at = value_end(value, end);
        if ((size_t)(key_end - key) == name_length && !memcmp(key, name, name_length))
            return (struct text){value, (size_t)(at - value)};
        at = past_spaces(at, end);
        if (at < end && *at == ',') at++;
    }
    return (struct text){0};
}
