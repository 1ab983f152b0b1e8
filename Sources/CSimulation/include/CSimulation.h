#ifndef REPRISE_CSIMULATION_H
#define REPRISE_CSIMULATION_H

// What Swift cannot spell: a thread-local pointer, and two entry points of the concurrency runtime.

#include <stdint.h>

extern _Thread_local void *reprise_simulation_of_thread;

/// The simulation that runs on this thread, or null.
static inline void *reprise_simulation_current(void) { return reprise_simulation_of_thread; }
static inline void reprise_simulation_set_current(void *simulation) { reprise_simulation_of_thread = simulation; }

/// The id of the task that a job belongs to, unique in the process; 0 for a job that is no task's, such as an actor's.
uint64_t reprise_simulation_task_of_job(void *job);

/// The id of the task that runs on this thread; 0 for none.
uint64_t reprise_simulation_current_task(void);

#endif
