#ifndef REPRISE_CSIMULATION_H
#define REPRISE_CSIMULATION_H

// What Swift cannot spell: a thread-local pointer, and one entry point of the concurrency runtime.

#include <stdint.h>

/// The simulation that runs on this thread, or null.
void *reprise_simulation_current(void);
void reprise_simulation_set_current(void *simulation);

/// The id of the task that a job belongs to, unique in the process; 0 for a job that is no task's, such as an actor's.
uint64_t reprise_simulation_task_of_job(void *job);

#endif
