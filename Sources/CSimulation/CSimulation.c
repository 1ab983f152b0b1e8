#include "CSimulation.h"

#include <stddef.h>

_Thread_local void *reprise_simulation_of_thread;

extern __attribute__((swiftcall)) uint64_t swift_task_getJobTaskId(void *job);
extern __attribute__((swiftcall)) void *swift_task_getCurrent(void);

uint64_t reprise_simulation_task_of_job(void *job) { return swift_task_getJobTaskId(job); }

uint64_t reprise_simulation_current_task(void) {
  void *task = swift_task_getCurrent();
  return task == NULL ? 0 : swift_task_getJobTaskId(task);
}
