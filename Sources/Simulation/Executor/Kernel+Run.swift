internal import CSimulation
internal import Synchronization

extension Kernel {
  func run(_ body: @escaping @Sendable (SimulatedWorld) async throws -> Void) -> SimulationReport {
    let outer = reprise_simulation_current()
    reprise_simulation_set_current(Unmanaged.passUnretained(self).toOpaque())
    defer { reprise_simulation_set_current(outer) }
    let world = SimulatedWorld(self)
    let root = Task(executorPreference: self) {
      do {
        try await body(world)
        self.bodyResult = .success(())
      } catch {
        self.bodyResult = .failure(error)
      }
      self.tasks[0].hasEnded = true
    }
    tasks[0].cancel = { root.cancel() }
    let outcome = loop()
    let report = report(outcome)
    drain()
    return report
  }

  /// Until the body has ended and nothing is ready, or until something is wrong.
  private func loop() -> Outcome {
    let tracksStarvation = options.starvationLimit != nil
    let timeLimit = options.timeLimit.nanosecondsRounded
    while true {
      if hasEscaped.load(ordering: .acquiring) { return .escaped(escapes) }
      if !timers.isEmpty { wakeDue() }
      if ready.count == 0 {
        if let bodyResult { return outcome(of: bodyResult) }
        guard let deadline = timers.nextDeadline else { return .deadlock(waitingTasks()) }
        guard deadline <= timeLimit else { return .livelock("the time limit has passed") }
        advance(to: deadline)
        continue
      }
      guard step < options.stepLimit else { return .livelock("the run has made \(step) steps") }
      if tracksStarvation, let starved = starvation() { return starved }
      guard let place = scheduler.next(ready, step: step, mayWait: mayLetTimePass) else {
        letTimePass()
        continue
      }
      run(place)
    }
  }

  @inline(__always)
  func run(_ place: ReadyList.Place) {
    let count = ready.count
    if options.recordsSchedule { holdRecorder.run(place, ready) }
    let candidate = ready.take(place)
    if count > 1 { decisions += 1 }
    if options.recordsSchedule { add(Schedule.Turn(candidate)) }
    record(.run, candidate.identity, UInt64(count), name: tasks.name(of: Int(candidate.task)))
    step += 1
    tasks[Int(candidate.task)].lastStep = step
    execute(candidate)
  }

  func execute(_ candidate: Candidate) {
    running = Int(candidate.task)
    switch candidate.context {
    case .preferring: candidate.handle.runSynchronously(on: asUnownedTaskExecutor())
    case .plain:
      candidate.handle.runSynchronously(
        isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
    case .mainActor:
      candidate.handle.runSynchronously(
        isolatedTo: Simulation.mainExecutor, taskExecutor: asUnownedTaskExecutor())
    }
    running = -1
  }

  /// Whether the scheduler may hold back what is ready until the next deadline.
  private var mayLetTimePass: Bool {
    guard let deadline = timers.nextDeadline else { return false }
    guard let longest = options.longestDelay, ready.first >= 0 else { return true }
    return deadline - ready[ready.first].readyAt <= longest.nanosecondsRounded
  }

  /// The scheduler wants so, and may.
  private func letTimePass() {
    guard let deadline = timers.nextDeadline else { return }
    if options.recordsSchedule {
      add(.wait)
      holdRecorder.wait(ready)
    }
    advance(to: deadline)
  }

  private func add(_ turn: Schedule.Turn) {
    if let last = turns.last, last.isSameKind(as: turn) {
      turns[turns.count - 1].count += 1
    } else {
      turns.append(turn)
    }
  }

  private func starvation() -> Outcome? {
    guard let limit = options.starvationLimit, ready.first >= 0 else { return nil }
    let first = ready[ready.first]
    guard step - first.readySince > limit else { return nil }
    return .starvation(task: tasks.name(of: Int(first.task)), steps: step - first.readySince)
  }

  private func outcome(of result: Result<Void, any Error>) -> Outcome {
    switch result {
    case .success: .finished
    case .failure(let error): .failed("\(error)")
    }
  }

  private func report(_ outcome: Outcome) -> SimulationReport {
    SimulationReport(
      outcome: outcome, steps: step, decisions: decisions, time: .nanoseconds(now), hash: chain.hash,
      scheduler: options.scheduler, schedule: Schedule(seed: seed, turns: turns, choices: streams.overrides),
      holds: holdRecorder.holds,
      drift: (scheduler as? ReplayScheduler)?.drift, trace: trace, unfinishedTasks: unfinishedTasks())
  }
}
