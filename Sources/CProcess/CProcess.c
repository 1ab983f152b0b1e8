#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static const int highest_signal = 64;

static void close_pair(int ends[2]) {
  for (int i = 0; i < 2; i++) {
    if (ends[i] >= 0) close(ends[i]);
    ends[i] = -1;
  }
}

int reprise_pipe(int ends[2]) {
  if (pipe2(ends, O_CLOEXEC) == 0) return 0;
  ends[0] = ends[1] = -1;
  return -errno;
}

int reprise_set_nonblocking(int descriptor, int nonblocking) {
  int flags = fcntl(descriptor, F_GETFL);
  if (flags < 0) return -errno;
  int wanted = nonblocking ? flags | O_NONBLOCK : flags & ~O_NONBLOCK;
  if (wanted == flags) return 0;
  return fcntl(descriptor, F_SETFL, wanted) < 0 ? -errno : 0;
}

// MARK: The child, between fork and exec: only calls that are safe after a fork of many threads.

struct child_plan {
  const struct reprise_spawn_options *options;
  int input, output, error;
  int report;
  pid_t parent;
};

struct failure_report {
  int stage;
  int error;
};

static void give_up(const struct child_plan *plan, int stage) {
  struct failure_report report = {stage, errno};
  while (write(plan->report, &report, sizeof report) < 0 && errno == EINTR) {}
  _exit(127);
}

static void restore_signals(const struct reprise_spawn_options *options) {
  sigset_t mask;
  sigemptyset(&mask);
  for (int number = 1; number <= highest_signal; number++) {
    reprise_signal_set bit = 1ULL << (number - 1);
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = options->ignored_signals & bit ? SIG_IGN : SIG_DFL;
    sigaction(number, &action, NULL);
    if (options->blocked_signals & bit) sigaddset(&mask, number);
  }
  sigprocmask(SIG_SETMASK, &mask, NULL);
}

// The descriptors may stand in one another's way (a parent without standard input has pipes at 0), so each one is first
// moved above the standard three.
static int place_descriptors(const struct child_plan *plan) {
  const int from[3] = {plan->input, plan->output, plan->error};
  int high[3];
  for (int i = 0; i < 3; i++) {
    high[i] = fcntl(from[i], F_DUPFD_CLOEXEC, 3);
    if (high[i] < 0) return -1;
  }
  for (int i = 0; i < 3; i++) {
    if (dup2(high[i], i) < 0) return -1;
  }
  return 0;
}

static void run_child(struct child_plan *plan) {
  const struct reprise_spawn_options *options = plan->options;
  if (options->new_process_group) setpgid(0, 0);
  if (plan->report < 3) plan->report = fcntl(plan->report, F_DUPFD_CLOEXEC, 3);
  if (place_descriptors(plan) < 0) give_up(plan, REPRISE_SPAWN_PIPES);
  if (options->directory != NULL && chdir(options->directory) < 0) give_up(plan, REPRISE_SPAWN_DIRECTORY);
  restore_signals(options);
  if (options->parent_death_signal != 0) {
    prctl(PR_SET_PDEATHSIG, options->parent_death_signal);
    // The parent may have died before the line above.
    if (getppid() != plan->parent) raise(options->parent_death_signal);
  }
  if (options->environment != NULL) environ = (char **)options->environment;
  execvp(options->file, options->arguments);
  give_up(plan, REPRISE_SPAWN_EXEC);
}

// MARK: Spawning

struct pipes {
  int input[2], output[2], error[2], report[2];
};

static int open_pipes(struct pipes *pipes) {
  int *all[4] = {pipes->input, pipes->output, pipes->error, pipes->report};
  for (int i = 0; i < 4; i++) all[i][0] = all[i][1] = -1;
  for (int i = 0; i < 4; i++) {
    int result = reprise_pipe(all[i]);
    if (result < 0) return result;
  }
  return 0;
}

static void close_pipes(struct pipes *pipes) {
  close_pair(pipes->input);
  close_pair(pipes->output);
  close_pair(pipes->error);
  close_pair(pipes->report);
}

static pid_t fork_child(const struct reprise_spawn_options *options, struct pipes *pipes) {
  struct child_plan plan = {
    options, pipes->input[0], pipes->output[1], pipes->error[1], pipes->report[1], getpid()};
  // Handlers of ours must not run in the child.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t pid = fork();
  if (pid == 0) run_child(&plan);
  int error = errno;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  errno = error;
  return pid;
}

// The report's pipe is closed by a successful exec, so end of file is the good news.
static int read_report(int descriptor, struct failure_report *report) {
  ssize_t count;
  do count = read(descriptor, report, sizeof *report);
  while (count < 0 && errno == EINTR);
  return count == (ssize_t)sizeof *report;
}

int reprise_spawn(const struct reprise_spawn_options *options, struct reprise_child *child) {
  struct pipes pipes;
  int result = open_pipes(&pipes);
  if (result < 0) {
    child->failed_stage = REPRISE_SPAWN_PIPES;
    close_pipes(&pipes);
    return result;
  }
  child->pid = fork_child(options, &pipes);
  if (child->pid < 0) {
    result = -errno;
    child->failed_stage = REPRISE_SPAWN_FORK;
    close_pipes(&pipes);
    return result;
  }
  close(pipes.report[1]);
  pipes.report[1] = -1;
  struct failure_report report;
  if (read_report(pipes.report[0], &report)) {
    child->failed_stage = report.stage;
    while (waitpid(child->pid, NULL, 0) < 0 && errno == EINTR) {}
    close_pipes(&pipes);
    return -report.error;
  }
  child->input = pipes.input[1];
  child->output = pipes.output[0];
  child->error = pipes.error[0];
  child->failed_stage = 0;
  pipes.input[1] = pipes.output[0] = pipes.error[0] = -1;
  close_pipes(&pipes);
  return 0;
}

// MARK: Waiting

int reprise_wait_leaving(pid_t pid) {
  siginfo_t info;
  while (waitid(P_PID, (id_t)pid, &info, WEXITED | WNOWAIT) < 0) {
    if (errno != EINTR) return -errno;
  }
  return 0;
}

int reprise_collect(pid_t pid, int blocking, int *exit_code, int *signal_number) {
  int status;
  pid_t found;
  *exit_code = *signal_number = -1;
  do found = waitpid(pid, &status, blocking ? 0 : WNOHANG);
  while (found < 0 && errno == EINTR);
  if (found < 0) return -errno;
  if (found == 0) return 0;
  if (WIFEXITED(status)) *exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) *signal_number = WTERMSIG(status);
  return 1;
}

int reprise_become_subreaper(void) { return prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) < 0 ? -errno : 0; }

// MARK: Signals

static reprise_signal_set inherited_ignored, inherited_blocked;

// Before main: later on, other threads and other masks stand between us and what we were started with.
__attribute__((constructor)) static void remember_signals(void) {
  sigset_t mask;
  if (pthread_sigmask(SIG_SETMASK, NULL, &mask) != 0) sigemptyset(&mask);
  for (int number = 1; number <= highest_signal; number++) {
    reprise_signal_set bit = 1ULL << (number - 1);
    struct sigaction action;
    if (sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN) inherited_ignored |= bit;
    if (sigismember(&mask, number) == 1) inherited_blocked |= bit;
  }
}

reprise_signal_set reprise_inherited_ignored_signals(void) { return inherited_ignored; }
reprise_signal_set reprise_inherited_blocked_signals(void) { return inherited_blocked; }

void reprise_unblock_signals(void) {
  sigset_t none;
  sigemptyset(&none);
  pthread_sigmask(SIG_SETMASK, &none, NULL);
}

static volatile int signal_descriptor = -1;

static void report_signal(int number, siginfo_t *info, void *context) {
  (void)context;
  int saved = errno;
  int sent_by_process = info->si_code == SI_USER || info->si_code == SI_QUEUE || info->si_code == SI_TKILL;
  struct reprise_signal_event event = {number, sent_by_process ? info->si_pid : 0};
  while (write(signal_descriptor, &event, sizeof event) < 0 && errno == EINTR) {}
  errno = saved;
}

int reprise_catch_signals(reprise_signal_set signals, int descriptor) {
  signal_descriptor = descriptor;
  for (int number = 1; number <= highest_signal; number++) {
    if (!(signals & (1ULL << (number - 1)))) continue;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = report_signal;
    action.sa_flags = SA_SIGINFO | SA_RESTART;
    sigfillset(&action.sa_mask);
    if (sigaction(number, &action, NULL) < 0) return -errno;
  }
  return 0;
}

int reprise_ignore_signal(int number) { return signal(number, SIG_IGN) == SIG_ERR ? -errno : 0; }

static void do_nothing(int number) { (void)number; }

int reprise_interrupt_on_signal(int number) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = do_nothing;
  return sigaction(number, &action, NULL) < 0 ? -errno : 0;
}

void reprise_die_by_signal(int number) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  signal(number, SIG_DFL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
  kill(getpid(), number);
  // The signal may be handled by another thread, a moment later.
  pause();
}

int reprise_make_thread_considerate(void) {
  struct sched_param none = {0};
  // On Linux a thread has a nice value of its own.
  setpriority(PRIO_PROCESS, (id_t)syscall(SYS_gettid), 10);
  return sched_setscheduler(0, SCHED_BATCH, &none) < 0 ? -errno : 0;
}

void reprise_name_thread(const char *name) { prctl(PR_SET_NAME, name, 0, 0, 0); }

int reprise_get_affinity(pid_t thread, uint8_t *mask, size_t size) {
  cpu_set_t set;
  memset(mask, 0, size);
  if (sched_getaffinity(thread, sizeof set, &set) != 0) return -errno;
  for (size_t processor = 0; processor < size * 8 && processor < CPU_SETSIZE; processor++) {
    if (CPU_ISSET(processor, &set)) mask[processor / 8] |= 1 << processor % 8;
  }
  return 0;
}

int reprise_set_affinity(pid_t thread, const uint8_t *mask, size_t size) {
  cpu_set_t set;
  CPU_ZERO(&set);
  for (size_t processor = 0; processor < size * 8 && processor < CPU_SETSIZE; processor++) {
    if (mask[processor / 8] & 1 << processor % 8) CPU_SET(processor, &set);
  }
  return sched_setaffinity(thread, sizeof set, &set) == 0 ? 0 : -errno;
}
