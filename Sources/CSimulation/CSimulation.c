#include "CSimulation.h"

static _Thread_local void *current;

void *reprise_simulation_current(void) { return current; }
void reprise_simulation_set_current(void *simulation) { current = simulation; }

extern __attribute__((swiftcall)) uint64_t swift_task_getJobTaskId(void *job);

uint64_t reprise_simulation_task_of_job(void *job) { return swift_task_getJobTaskId(job); }
