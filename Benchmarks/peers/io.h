// Whole writes, a child on two pipes, and the clock: what every peer needs.
#pragma once

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static inline _Noreturn void fail(const char *what) {
    fprintf(stderr, "%s: %s\n", what, errno ? strerror(errno) : "failed");
    exit(3);
}

static inline int write_all(int fd, const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t written = write(fd, bytes, length);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return -1;
        bytes += written;
        length -= (size_t)written;
    }
    return 0;
}

static inline ssize_t read_some(int fd, char *bytes, size_t capacity) {
    ssize_t count;
    do count = read(fd, bytes, capacity);
    while (count < 0 && errno == EINTR);
    return count;
}

static inline uint64_t now_ns(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

struct child {
    pid_t pid;
    int input, output;  // our ends of its standard input and output
};

// All our pipe ends close on exec: a child that inherited one would never see its end of input.
static inline struct child spawn_child(char **command) {
    int input[2], output[2];
    posix_spawn_file_actions_t actions;
    if (pipe2(input, O_CLOEXEC) || pipe2(output, O_CLOEXEC)) fail("pipe");
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input[0], 0);
    posix_spawn_file_actions_adddup2(&actions, output[1], 1);
    struct child child = {.input = input[1], .output = output[0]};
    errno = posix_spawnp(&child.pid, command[0], &actions, NULL, command, environ);
    if (errno) fail(command[0]);
    posix_spawn_file_actions_destroy(&actions);
    close(input[0]);
    close(output[1]);
    return child;
}

// The exit status as a shell reports it.
static inline int shell_status(int status) { return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status); }

static inline int wait_child(pid_t pid) {
    int status;
    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR) fail("waitpid");
    return shell_status(status);
}

// The same for a child that may have to be killed (and then gives 137), as editors do with servers that do not end.
static inline int wait_child_for(pid_t pid, int seconds) {
    uint64_t limit = now_ns() + (uint64_t)seconds * 1000000000u;
    for (int status; now_ns() < limit; usleep(1000))
        if (waitpid(pid, &status, WNOHANG) == pid) return shell_status(status);
    kill(pid, SIGKILL);
    return wait_child(pid);
}
