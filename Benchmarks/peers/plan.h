// The plan of a lockstep replay: a sequence of steps, each a line, some followed by bytes.
//
//     await ID                      until the server has answered the request with this id
//     send LENGTH                   LENGTH bytes follow, framing included
//     reply METHOD N BEFORE AFTER   until the server's Nth request of METHOD has come; then the BEFORE bytes that follow,
//                                   the id it came with, and the AFTER bytes
//     background PAUSE N            until all of the N lines that follow have happened, or patience is over; as recorded,
//                                   the next message went out PAUSE µs after the one before it
//     published VERSION URI         diagnostics of the document, of this version or, when either side names none (-1), any
//                                   since it was last touched
//     ended COUNT TITLE             work of this title has ended so many times
//     write LENGTH PATH             LENGTH bytes follow, and become the file's
//     touch URI                     what comes next changes this document
#pragma once

#include "io.h"

struct step {
    char kind, *name;
    long long ordinal;  // a reply's N, a publish's version, an end's count, a background's pause
    char *bytes;
    size_t before, after;  // lengths of bytes; a background's number of lines
};

static size_t take_bytes(FILE *file, struct step *step, size_t length) {
    step->bytes = malloc(length + 1);
    if (!step->bytes || fread(step->bytes, 1, length, file) != length) fail("the plan ends within a step");
    return length;
}

static int read_step(FILE *file, struct step *step) {
    char line[4096], name[4096] = "";
    if (!fgets(line, sizeof line, file)) return 0;
    *step = (struct step){.kind = line[0]};
    if (sscanf(line, "send %zu", &step->before) == 1) return take_bytes(file, step, step->before), 1;
    if (sscanf(line, "background %lld %zu", &step->ordinal, &step->before) == 2) return 1;
    if (sscanf(line, "write %zu %4095[^\n]", &step->before, name) == 2)
        return step->name = strdup(name), take_bytes(file, step, step->before), 1;
    int reply = sscanf(line, "reply %4095s %lld %zu %zu", name, &step->ordinal, &step->before, &step->after) == 4;
    if (!reply && sscanf(line, "await %4095[^\n]", name) != 1 && sscanf(line, "touch %4095[^\n]", name) != 1 &&
        sscanf(line, "published %lld %4095[^\n]", &step->ordinal, name) != 2 &&
        sscanf(line, "ended %lld %4095[^\n]", &step->ordinal, name) < 1)
        fail("a step of the plan is malformed");
    step->name = strdup(name);
    if (reply) take_bytes(file, step, step->before + step->after);
    return 1;
}

static struct step *read_plan(const char *path, size_t *count) {
    FILE *file = fopen(path, "r");
    if (!file) fail(path);
    struct step *steps = NULL, step;
    for (*count = 0; read_step(file, &step); steps[(*count)++] = step)
        if (!(steps = realloc(steps, (*count + 1) * sizeof *steps))) fail("realloc");
    fclose(file);
    return steps;
}
