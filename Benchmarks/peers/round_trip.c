// The client of the round-trip and throughput figures: talks to COMMAND, which answers as echo_server does.
//
//     round_trip SIZE COUNT WARMUP THINK SEED COMMAND [ARG…]     one request at a time, THINK µs between them
//     round_trip SIZE COUNT WARMUP flood SEED COMMAND [ARG…]     all requests as fast as they go
//
// Prints the nanoseconds of each round trip, one a line; with `flood` those of the whole run.
// All requests are made before the clock starts. Every answer's size and id are checked.
#define _GNU_SOURCE
#include <pthread.h>

#include "framing.h"
#include "requests.h"

#define END_LIMIT_SECONDS 10

static struct child server;
static size_t size, stride, count, warm_up;
static char *frames;
static size_t *frame_lengths;

static void make_frames(uint64_t seed) {
    stride = size + 256 + 64;
    frames = malloc((warm_up + count) * stride);
    frame_lengths = malloc((warm_up + count) * sizeof *frame_lengths);
    if (!frames || !frame_lengths) fail("malloc");
    uint64_t state = seed * 2654435769u + 1;
    for (size_t i = 0; i < warm_up + count; i++) {
        char *frame = frames + i * stride;
        int head = sprintf(frame, "Content-Length: %zu\r\n\r\n", size);
        make_request(frame + head, size, (unsigned)i + 1, &state);
        frame_lengths[i] = (size_t)head + size;
    }
}

static void send_request(size_t i) {
    if (write_all(server.input, frames + i * stride, frame_lengths[i])) fail("writing a request");
}

static void take_answer(struct inbox *inbox, size_t i) {
    struct message answer;
    errno = 0;
    if (!next_message(inbox, &answer)) fail("the server's output ended early");
    char *id = memmem(answer.body, answer.length, "\"id\":", 5);
    if (answer.length != size || !id || strtoul(id + 5, NULL, 10) != i + 1) fail("an answer that is not the next one");
}

static void *send_all(void *from) {
    for (size_t i = *(size_t *)from; i < warm_up + count; i++) send_request(i);
    return NULL;
}

static void one_at_a_time(struct inbox *inbox, unsigned think) {
    uint64_t *samples = calloc(count, sizeof *samples);
    if (!samples) fail("calloc");
    for (size_t i = 0; i < warm_up + count; i++) {
        if (think) usleep(think);
        uint64_t start = now_ns();
        send_request(i);
        take_answer(inbox, i);
        if (i >= warm_up) samples[i - warm_up] = now_ns() - start;
    }
    for (size_t i = 0; i < count; i++) printf("%llu\n", (unsigned long long)samples[i]);
}

static void flood(struct inbox *inbox) {
    for (size_t i = 0; i < warm_up; i++) send_request(i), take_answer(inbox, i);
    pthread_t sender;
    uint64_t start = now_ns();
    if (pthread_create(&sender, NULL, send_all, &warm_up)) fail("pthread_create");
    for (size_t i = warm_up; i < warm_up + count; i++) take_answer(inbox, i);
    printf("%llu\n", (unsigned long long)(now_ns() - start));
    pthread_join(sender, NULL);
}

// End of input alone would do for most, but lsp-devtools' agent does not pass it on.
static void say_goodbye(void) {
    static const char goodbye[] = "Content-Length: 33\r\n\r\n{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}";
    if (write_all(server.input, goodbye, sizeof goodbye - 1)) fail("writing the last message");
    close(server.input);
}

int main(int argument_count, char **arguments) {
    if (argument_count < 7) return fputs("usage: round_trip SIZE COUNT WARMUP THINK|flood SEED COMMAND...\n", stderr), 64;
    size = strtoul(arguments[1], NULL, 10);
    count = strtoul(arguments[2], NULL, 10);
    warm_up = strtoul(arguments[3], NULL, 10);
    if (size < SMALLEST_REQUEST) return fputs("the smallest request has 240 bytes\n", stderr), 64;
    make_frames(strtoull(arguments[5], NULL, 10));
    server = spawn_child(arguments + 6);
    struct inbox inbox = {.fd = server.output};
    if (strcmp(arguments[4], "flood") == 0) flood(&inbox);
    else one_at_a_time(&inbox, (unsigned)strtoul(arguments[4], NULL, 10));
    fflush(stdout);
    say_goodbye();
    return wait_child_for(server.pid, END_LIMIT_SECONDS);
}
