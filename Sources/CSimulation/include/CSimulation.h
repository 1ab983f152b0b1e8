#ifndef REPRISE_CSIMULATION_H
#define REPRISE_CSIMULATION_H

// What Swift cannot spell: a thread-local pointer, and two entry points of the concurrency runtime.

#include <stdint.h>

extern _Thread_local void *reprise_simulation_of_thread;

/// The simulation that runs on this thread, or null.
static inline void *reprise_simulation_current(void) { return reprise_simulation_of_thread; }
static inline void reprise_simulation_set_current(void *simulation) { reprise_simulation_of_thread = simulation; }

/// Something that no two threads have in common as long as both live.
static inline const void *reprise_simulation_thread(void) { return &reprise_simulation_of_thread; }

/// The id of the task that a job belongs to, unique in the process; 0 for a job that is no task's, such as an actor's.
uint64_t reprise_simulation_task_of_job(void *job);

/// Whether a job that is no task's is a yield's rather than an actor's. This reads the kind from the job's flags, which lie behind the
/// object's header and two words of the executor's; if that changed, yields would be taken for actors' jobs, and schedules would
/// fit changed code less well.
static inline int reprise_simulation_is_yield(const void *job) {
  const uint32_t *flags = (const uint32_t *)((const char *)job + 4 * sizeof(void *));
  return (*flags & 0xff) == 195;
}

/// The id of the task that runs on this thread; 0 for none.
uint64_t reprise_simulation_current_task(void);

#endif
