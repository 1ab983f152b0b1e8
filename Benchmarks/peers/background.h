// What a server finishes by itself: diagnostics of a document, work whose progress has ended.
#pragma once

#include "envelope.h"
#include "io.h"

#define MOST_NAMES 4096
#define PATIENCE_MICROSECONDS 2000000ll
#define SHORTEST_PATIENCE_MICROSECONDS 30000ll

struct tally {
    char *name;
    long long number;  // the version of a document's last diagnostics; how often work has ended
    int versioned;     // those diagnostics named a version
    int fresh;         // diagnostics have come since the document was touched
};

static struct tally documents[MOST_NAMES], works[MOST_NAMES];
static struct { char *token, *title; } running[MOST_NAMES];

static inline struct tally *tally_of(struct tally *tallies, const char *name, size_t length) {
    size_t i = 0;
    for (; i < MOST_NAMES && tallies[i].name; i++)
        if (strlen(tallies[i].name) == length && !memcmp(tallies[i].name, name, length)) return &tallies[i];
    if (i == MOST_NAMES) fail("too many documents, or too much work");
    tallies[i].name = strndup(name, length);
    return &tallies[i];
}

static inline struct text unquoted(struct text string) {
    return string.length < 2 ? string : (struct text){string.start + 1, string.length - 2};
}

static inline int is_text(struct text text, const char *other) {
    return text.length == strlen(other) && !memcmp(text.start, other, text.length);
}

static inline void note_publish(struct text params) {
    struct text uri = unquoted(member(params, "uri")), version = member(params, "version");
    if (!uri.length) return;
    struct tally *document = tally_of(documents, uri.start, uri.length);
    document->versioned = version.length && *version.start != 'n';
    document->number = document->versioned ? strtoll(version.start, NULL, 10) : 0;
    document->fresh = 1;
}

static inline void note_progress(struct text params) {
    struct text token = member(params, "token"), value = member(params, "value");
    struct text kind = member(value, "kind"), title = unquoted(member(value, "title"));
    size_t i = 0, unused = MOST_NAMES;
    for (; i < MOST_NAMES; i++) {
        if (running[i].token && is_text(token, running[i].token)) break;
        if (!running[i].token && unused == MOST_NAMES) unused = i;
    }
    if (is_text(kind, "\"begin\"") && i == MOST_NAMES && unused < MOST_NAMES) {
        running[unused].token = strndup(token.start, token.length);
        running[unused].title = strndup(title.start, title.length);
    } else if (is_text(kind, "\"end\"") && i < MOST_NAMES) {
        tally_of(works, running[i].title, strlen(running[i].title))->number++;
        free(running[i].token);
        free(running[i].title);
        running[i].token = NULL;
    }
}

static inline void note_notification(struct text method, struct text body) {
    if (is_text(method, "\"textDocument/publishDiagnostics\"")) note_publish(member(body, "params"));
    else if (is_text(method, "\"$/progress\"")) note_progress(member(body, "params"));
}

static inline void touch_document(const char *uri) { tally_of(documents, uri, strlen(uri))->fresh = 0; }

// `kind` is the first letter of the plan's line.
static inline int has_happened(char kind, const char *name, long long number) {
    struct tally *tally = tally_of(kind == 'p' ? documents : works, name, strlen(name));
    if (kind == 'e') return tally->number >= number;
    return number >= 0 && tally->versioned ? tally->number >= number : tally->fresh;
}

// At least two seconds, three times as long as it took in the recording, but not more than twenty: halved by each
// disappointment.
static inline long long background_patience(long long pause, int disappointments) {
    long long most = PATIENCE_MICROSECONDS * 10, full = pause * 3 < most ? pause * 3 : most;
    if (full < PATIENCE_MICROSECONDS) full = PATIENCE_MICROSECONDS;
    full >>= disappointments < 20 ? disappointments : 20;
    return full > SHORTEST_PATIENCE_MICROSECONDS ? full : SHORTEST_PATIENCE_MICROSECONDS;
}
