// The least a transparent stdio proxy can be: a child, two blocking threads, no look at what passes.
//
//     pipe_proxy COMMAND [ARG…]
#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>

#include "io.h"

static void pump(int from, int to) {
    char buffer[1 << 16];  // the capacity of a Linux pipe
    for (ssize_t count; (count = read_some(from, buffer, sizeof buffer)) > 0;)
        if (write_all(to, buffer, (size_t)count)) break;
    close(to);
}

static void *pump_requests(void *child) {
    pump(0, ((struct child *)child)->input);
    return NULL;
}

int main(int count, char **arguments) {
    if (count < 2) return fputs("usage: pipe_proxy COMMAND [ARG...]\n", stderr), 64;
    struct child child = spawn_child(arguments + 1);
    // After the child is started, which must not inherit it: a server that dies must not take the proxy along.
    signal(SIGPIPE, SIG_IGN);
    pthread_t requests;
    if (pthread_create(&requests, NULL, pump_requests, &child)) fail("pthread_create");
    pump(child.output, 1);
    return wait_child(child.pid);  // not on the thread, which may wait for the client for ever
}
