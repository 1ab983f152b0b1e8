// Runs COMMAND on our own standard streams and writes what it alone has used to FILE, as JSON.
//
//     usage FILE COMMAND [ARG…]
//
// CPU time is read from /proc while the dead process has not been reaped: wait4 would add the CPU time of its children,
// here the server's. The peak of memory is ru_maxrss, the larger one of COMMAND's and its children's: an upper bound.
// This program is small on purpose, since a process inherits the peak of the one that spawned it.
#define _GNU_SOURCE
#include <signal.h>
#include <sys/resource.h>

#include "io.h"

static volatile pid_t pid;

static void forward(int signal) {
    if (pid > 0) kill(pid, signal);
}

// Fields 14 and 15 of /proc/PID/stat, counted from behind the last parenthesis, as the name may hold anything.
static double own_cpu_seconds(void) {
    char path[64], line[4096];
    unsigned long user = 0, system = 0;
    snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
    FILE *file = fopen(path, "r");
    if (!file || !fgets(line, sizeof line, file)) fail(path);
    fclose(file);
    char *rest = strrchr(line, ')');
    if (!rest || sscanf(rest + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system) != 2) fail(path);
    return (double)(user + system) / (double)sysconf(_SC_CLK_TCK);
}

int main(int count, char **arguments) {
    if (count < 3) return fputs("usage: usage FILE COMMAND [ARG...]\n", stderr), 64;
    pid_t started;
    uint64_t start = now_ns();
    errno = posix_spawnp(&started, arguments[2], NULL, NULL, arguments + 2, environ);
    if (errno) fail(arguments[2]);
    pid = started;
    int forwarded[] = {SIGTERM, SIGINT, SIGHUP};
    for (size_t i = 0; i < sizeof forwarded / sizeof *forwarded; i++) signal(forwarded[i], forward);
    siginfo_t info;
    while (waitid(P_PID, (id_t)pid, &info, WEXITED | WNOWAIT) < 0)
        if (errno != EINTR) fail("waitid");
    double wall = (double)(now_ns() - start) / 1e9, cpu = own_cpu_seconds();
    struct rusage usage;
    int status;
    if (wait4(pid, &status, 0, &usage) < 0) fail("wait4");
    FILE *file = fopen(arguments[1], "w");
    if (!file) fail(arguments[1]);
    fprintf(file, "{\"wall_s\":%.3f,\"own_cpu_s\":%.3f,\"peak_kib\":%ld}\n", wall, cpu, usage.ru_maxrss);
    fclose(file);
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
