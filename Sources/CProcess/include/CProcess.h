#pragma once
// What Swift cannot spell: fork and exec, variadic system calls, macros over unions.
//
// Functions return 0 (or a descriptor) when all went well, and an errno as a negative number otherwise.

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Sets of signals travel as 64 bits; signal N is bit N - 1.
typedef uint64_t reprise_signal_set;

struct reprise_spawn_options {
  /// Looked up in PATH when it has no slash.
  const char *file;
  /// Ends with NULL; the first one is the command's name.
  char *const *arguments;
  /// Ends with NULL; NULL: that of the parent.
  char *const *environment;
  /// NULL: that of the parent.
  const char *directory;
  int new_process_group;
  /// 0: none. Counted from the thread that spawns: it has to live as long as the child should.
  int parent_death_signal;
  /// What the child starts with; all other signals have their default action and are not blocked.
  reprise_signal_set ignored_signals;
  reprise_signal_set blocked_signals;
};

/// Where spawning failed.
enum reprise_spawn_stage {
  REPRISE_SPAWN_PIPES = 1,
  REPRISE_SPAWN_FORK,
  REPRISE_SPAWN_DIRECTORY,
  REPRISE_SPAWN_EXEC,
};

struct reprise_child {
  pid_t pid;
  /// The parent's ends of the child's standard input, output and error; closed in every program we start.
  int input, output, error;
  /// Set when spawning failed.
  int failed_stage;
};

int reprise_spawn(const struct reprise_spawn_options *options, struct reprise_child *child);

/// Blocks until the child has ended; leaves it to be collected, so that its pid stays ours.
int reprise_wait_leaving(pid_t pid);
/// Collects a child: 1 when it had ended, 0 when it has not. Exactly one of `exit_code`, `signal_number` is not -1.
int reprise_collect(pid_t pid, int blocking, int *exit_code, int *signal_number);

/// Orphans among our descendants become our children.
int reprise_become_subreaper(void);

/// The signals that were ignored, and those that were blocked, when this program started.
reprise_signal_set reprise_inherited_ignored_signals(void);
reprise_signal_set reprise_inherited_blocked_signals(void);
/// For the calling thread. Threads of Swift's pool block nearly everything, and what they start inherits that.
void reprise_unblock_signals(void);

/// One signal that came, as it is written to the pipe.
struct reprise_signal_event {
  int32_t number;
  /// The process that sent it; 0 when the kernel did (a key on the terminal: the whole process group got it).
  int32_t sender;
};

/// From now on each of these signals, where a thread does not block it, is written to `descriptor` as a `struct reprise_signal_event`.
int reprise_catch_signals(reprise_signal_set signals, int descriptor);
int reprise_ignore_signal(int number);
/// A handler that does nothing: the signal makes blocking calls return EINTR.
int reprise_interrupt_on_signal(int number);
/// Dies by the signal, without a core file: the one that died first may have left one.
void reprise_die_by_signal(int number);

/// A pipe whose ends do not leak into programs that we start.
int reprise_pipe(int ends[2]);
int reprise_set_nonblocking(int descriptor, int nonblocking);
/// The calling thread does not interrupt others when it wakes, but keeps its fair share of the processors.
int reprise_make_thread_considerate(void);
/// The processors that a thread, and what it starts, may run on: a bit each, in `size` bytes, the lowest first. Thread 0 is the calling one.
int reprise_get_affinity(pid_t thread, uint8_t *mask, size_t size);
int reprise_set_affinity(pid_t thread, const uint8_t *mask, size_t size);
/// At most 15 characters.
void reprise_name_thread(const char *name);
