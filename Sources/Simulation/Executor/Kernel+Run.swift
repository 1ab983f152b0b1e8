internal import CSimulation
internal import Synchronization

extension Kernel {
  func run(_ body: @escaping @Sendable (SimulatedWorld) async throws -> Void) -> SimulationReport {
    reprise_simulation_set_current(Unmanaged.passUnretained(self).toOpaque())
    defer { reprise_simulation_set_current(nil) }
    let world = SimulatedWorld(self)
    let root = Task(executorPreference: executor) {
      do {
        try await body(world)
        self.bodyResult = .success(())
      } catch {
        self.bodyResult = .failure(error)
      }
    }
    let outcome = loop()
    root.cancel()
    let unfinished = drain()
    return report(outcome, unfinished: unfinished)
  }

  /// Until the body has ended and nothing is ready, or until something is wrong.
  private func loop() -> Outcome {
    while true {
      if hasEscaped.load(ordering: .acquiring) { return .escaped(noticedEscapes) }
      wakeDue()
      if scheduler.count == 0 {
        if let bodyResult { return outcome(of: bodyResult) }
        guard let deadline = timers.nextDeadline else { return deadlock() }
        guard deadline <= options.timeLimit.nanosecondsRounded else { return .livelock("the time limit has passed") }
        advance(to: deadline)
        continue
      }
      guard step < options.stepLimit else { return .livelock("the run has made \(step) steps") }
      if let starved = starvation() { return starved }
      guard let candidate = scheduler.next(step: step, mayWait: !timers.isEmpty) else {
        // The scheduler may wait only when there is a deadline.
        if let deadline = timers.nextDeadline { advance(to: deadline) }
        continue
      }
      run(candidate)
    }
  }

  private func run(_ candidate: Candidate) {
    let ready = scheduler.count + 1
    if ready > 1 { decisions += 1 }
    notePick(candidate)
    record(.run, candidate.identity, UInt64(ready), name: tasks.name(of: candidate.task))
    step += 1
    tasks[candidate.task].lastStep = step
    execute(candidate)
  }

  private func execute(_ candidate: Candidate) {
    running = candidate.task
    candidate.handle.runSynchronously(
      isolatedTo: candidate.isolation ?? executor.asUnownedSerialExecutor(),
      taskExecutor: executor.asUnownedTaskExecutor())
    running = -1
  }

  private func notePick(_ candidate: Candidate) {
    if options.recordsPicks, let front = fifo.front, front.sequence != candidate.sequence {
      picks.append(
        Schedule.Pick(
          step: step, front: UInt32(truncatingIfNeeded: front.identity), frontJob: front.job,
          picked: UInt32(truncatingIfNeeded: candidate.identity)))
    }
    fifo.take(candidate.sequence)
  }

  private func wakeDue() {
    while let deadline = timers.nextDeadline, deadline <= now, let timer = timers.popFirst() { wake(timer) }
  }

  private func starvation() -> Outcome? {
    guard let limit = options.starvationLimit, let front = fifo.front, step - front.readySince > limit else {
      return nil
    }
    return .starvation(task: tasks.name(of: front.task), steps: step - front.readySince)
  }

  private func outcome(of result: Result<Void, any Error>) -> Outcome {
    switch result {
    case .success: .finished
    case .failure(let error): .failed("\(error)")
    }
  }

  private func deadlock() -> Outcome {
    .deadlock(
      tasks.records.indices.filter { !tasks[$0].hasEnded }.map { index in
        WaitingTask(
          task: tasks.name(of: index), waitsFor: tasks[index].waitsFor ?? "something that nobody gives",
          lastStep: tasks[index].lastStep)
      })
  }

  /// Lets sleeping tasks end, so that a hundred thousand runs leave nothing behind; what they do now counts for nothing.
  private func drain() -> [String] {
    let unfinished = Set(tasks.records.indices.filter { tasks[$0].isWaitingForClock })
    var budget = 10_000
    while budget > 0, !hasEscaped.load(ordering: .acquiring) {
      while let timer = timers.popFirst() { wake(timer, throwing: true) }
      guard scheduler.count > 0, let candidate = scheduler.next(step: step, mayWait: false) else { break }
      execute(candidate)
      budget -= 1
    }
    return unfinished.sorted().map { tasks.name(of: $0) }
  }

  private func report(_ outcome: Outcome, unfinished: [String]) -> SimulationReport {
    SimulationReport(
      outcome: outcome, steps: step, decisions: decisions, time: .nanoseconds(now), hash: chain.hash,
      schedule: Schedule(seed: options.seed, picks: picks, choices: overrides),
      drift: (scheduler as? ReplayScheduler)?.drift, trace: trace, unfinishedTasks: unfinished)
  }
}
