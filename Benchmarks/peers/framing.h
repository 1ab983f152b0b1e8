// Content-Length framing over a file descriptor.
#pragma once

#include "io.h"

struct inbox {
    int fd;
    char *bytes;
    size_t start, end, capacity;
};

struct message {
    char *frame;  // header block and body lie side by side; valid until the next call
    char *body;
    size_t length;
};

static inline int inbox_fill(struct inbox *inbox) {
    if (inbox->start > 0 && inbox->start == inbox->end) inbox->start = inbox->end = 0;
    if (inbox->end == inbox->capacity) {
        memmove(inbox->bytes, inbox->bytes + inbox->start, inbox->end - inbox->start);
        inbox->end -= inbox->start;
        inbox->start = 0;
        if (inbox->end * 2 >= inbox->capacity) {
            inbox->capacity = inbox->capacity ? inbox->capacity * 2 : 1 << 17;
            inbox->bytes = realloc(inbox->bytes, inbox->capacity);
            if (!inbox->bytes) fail("realloc");
        }
    }
    ssize_t count = read_some(inbox->fd, inbox->bytes + inbox->end, inbox->capacity - inbox->end);
    if (count > 0) inbox->end += (size_t)count;
    return count > 0;
}

// Waits for one whole message; 0 at the end of input.
static inline int next_message(struct inbox *inbox, struct message *message) {
    for (;;) {
        char *frame = inbox->bytes + inbox->start;
        size_t available = inbox->end - inbox->start;
        char *blank = available ? memmem(frame, available, "\r\n\r\n", 4) : NULL;
        if (blank) {
            char *header = memmem(frame, (size_t)(blank - frame), "Content-Length:", 15);
            if (!header) fail("a header block without Content-Length");
            size_t length = strtoul(header + 15, NULL, 10);
            size_t whole = (size_t)(blank + 4 - frame) + length;
            if (available >= whole) {
                *message = (struct message){.frame = frame, .body = blank + 4, .length = length};
                inbox->start += whole;
                return 1;
            }
        }
        if (!inbox_fill(inbox)) return 0;
    }
}
