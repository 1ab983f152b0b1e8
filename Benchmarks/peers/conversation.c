// Speaks one side of a conversation that is written down in FILE, turn by turn, and checks what the other side says.
//
//     conversation server FILE                                on our own standard streams
//     conversation client FILE BYTES_PER_SECOND COMMAND…      with COMMAND; 0 is as fast as it goes
//
// FILE is a sequence of turns: `c LENGTH` (the client's) or `s LENGTH`, a newline, LENGTH bytes. It is read in small pieces,
// so that this process adds next to nothing to the memory that is being measured.
#define _GNU_SOURCE
#include "io.h"

static char said[1 << 16], heard[1 << 16];

static void pass_turn(FILE *file, size_t length, int mine, int from, int to) {
    for (size_t done = 0, part; done < length; done += part) {
        part = length - done < sizeof said ? length - done : sizeof said;
        if (fread(said, 1, part, file) != part) fail("the file ends within a turn");
        if (mine && write_all(to, said, part)) fail("writing");
        if (mine) continue;
        for (size_t got = 0; got < part;) {
            ssize_t count = read_some(from, heard + got, part - got);
            errno = 0;
            if (count <= 0) fail("the other side fell silent");
            got += (size_t)count;
        }
        errno = 0;
        if (memcmp(said, heard, part)) fail("the other side's bytes did not arrive as they were sent");
    }
}

static void keep_pace(uint64_t start, size_t total, double bytes_per_second) {
    if (bytes_per_second <= 0) return;
    double ahead = (double)total / bytes_per_second - (double)(now_ns() - start) / 1e9;
    if (ahead > 0.001) usleep((useconds_t)(ahead * 1e6));
}

static void converse(FILE *file, char me, double bytes_per_second, int from, int to) {
    char side;
    size_t length, total = 0;
    uint64_t start = now_ns();
    while (fscanf(file, "%c %zu", &side, &length) == 2 && fgetc(file) == '\n') {
        pass_turn(file, length, side == me, from, to);
        total += length;
        keep_pace(start, total, bytes_per_second);
    }
    errno = 0;
    if (!feof(file)) fail("a turn's first line is malformed");
}

int main(int count, char **arguments) {
    int client = count > 4 && strcmp(arguments[1], "client") == 0;
    if (!client && count != 3) return fputs("usage: conversation server FILE | client FILE RATE COMMAND...\n", stderr), 64;
    FILE *file = fopen(arguments[2], "r");
    if (!file) fail(arguments[2]);
    if (!client) return converse(file, 's', 0, 0, 1), 0;
    struct child child = spawn_child(arguments + 4);
    uint64_t start = now_ns();
    converse(file, 'c', atof(arguments[3]), child.output, child.input);
    close(child.input);
    while (read_some(child.output, heard, sizeof heard) > 0) {}
    int status = wait_child(child.pid);
    printf("%.3f\n", (double)(now_ns() - start) / 1e9);
    return status;
}
