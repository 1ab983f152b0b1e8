internal import Synchronization

extension Kernel {
  /// Of a deadlock: all tasks but those that are known to have ended; first those that are known to wait.
  func waitingTasks() -> [WaitingTask] {
    let waiting = tasks.records.indices.filter { !tasks[$0].hasEnded }.map { index in
      let record = tasks[index]
      return WaitingTask(
        task: tasks.name(of: index), waitsFor: record.waitsFor.last,
        heldBy: record.waitsFor.last.flatMap { what in holdings.last { $0.what == what } }.map {
          tasks.name(of: $0.task)
        },
        mayHaveEnded: !record.isWatched && !record.waits, lastStep: record.lastStep)
    }
    return waiting.filter { !$0.mayHaveEnded } + waiting.filter(\.mayHaveEnded)
  }

  /// When the body has ended: those that are known to be still about.
  func unfinishedTasks() -> [String] {
    tasks.records.indices.filter { !tasks[$0].hasEnded && (tasks[$0].isWatched || tasks[$0].waits) }
      .map { tasks.name(of: $0) }
  }

  /// Cancels all tasks that can be cancelled, and lets them run to their ends, so that a hundred thousand runs leave nothing behind.
  /// What they do now counts for nothing, since the report has been made; one that does not end within the budget stays in memory.
  func drain() {
    for index in tasks.records.indices {
      tasks[index].cancel?()
      tasks[index].cancel = nil
    }
    var budget = 10_000
    while budget > 0 {
      takeJobsFromOutside().forEach { becameReady($0) }
      while let timer = timers.popFirst() { wake(timer, throwing: true) }
      guard ready.count > 0 else { break }
      execute(ready.take(ready.first))
      budget -= 1
    }
    closeToOutside()
    endTime.store(now, ordering: .releasing)
    forget()
  }

  /// A clock, or a task that never ends, may hold the kernel for long; not all that it knew.
  private func forget() {
    tasks = TaskTable()
    ready = ReadyList()
    timers = TimerQueue()
    (trace, turns, holdings) = ([], [], [])
    bodyResult = nil
  }
}
