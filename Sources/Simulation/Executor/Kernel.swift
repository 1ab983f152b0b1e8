internal import CSimulation
internal import Synchronization

/// The state of one run. Belongs to the thread that runs it; what comes from another one is noted as an escape.
final class Kernel: @unchecked Sendable {
  // Unchecked: all but `escapes` and `hasEscaped` is touched by the simulation's thread only, which each entry point asks.

  let options: SimulationOptions
  var scheduler: any Scheduler
  var tasks = TaskTable()
  var timers = TimerQueue()
  var streams: ChoiceStreams
  var overrides: [Schedule.Choice]
  var faults: FaultState
  var chain = EventChain()
  var trace: [SimulationEvent] = []
  /// Nanoseconds since the beginning.
  var now: Int64 = 0
  var step = 0
  var decisions = 0
  var nextSequence: UInt64 = 0
  /// The task whose job runs; -1 between jobs.
  var running = -1
  /// What the next new task is called.
  var nextName: String? = "body"
  var bodyResult: Result<Void, any Error>?
  var fifo = ReadyOrder()
  var picks: [Schedule.Pick] = []
  private(set) lazy var executor = SimulatedExecutor(self)
  private let escapes = Mutex<[Escape]>([])
  let hasEscaped = Atomic<Bool>(false)

  init(_ options: SimulationOptions) {
    self.options = options
    scheduler = options.scheduler.makeScheduler(seed: options.seed)
    streams = ChoiceStreams(seed: options.seed)
    faults = FaultState(options.faults)
    if case .replay(let schedule) = options.scheduler { overrides = schedule.choices } else { overrides = [] }
  }

  /// The simulation that runs on this thread.
  static var current: Kernel? {
    reprise_simulation_current().map { Unmanaged<Kernel>.fromOpaque($0).takeUnretainedValue() }
  }

  var isOnItsThread: Bool { reprise_simulation_current() == Unmanaged.passUnretained(self).toOpaque() }

  func note(_ escape: Escape) {
    escapes.withLock { if $0.count < 16 { $0.append(escape) } }
    hasEscaped.store(true, ordering: .releasing)
  }

  func noteRealSleep() { note(.realSleep(task: tasks.name(of: running))) }

  var noticedEscapes: [Escape] { escapes.withLock { $0 } }

  // MARK: Jobs

  /// A job became ready.
  func enqueue(_ job: UnownedJob, isolatedTo isolation: UnownedSerialExecutor? = nil) {
    let id = reprise_simulation_task_of_job(unsafeBitCast(job, to: UnsafeMutableRawPointer.self))
    let name = nextName
    nextName = nil
    // A job of no task is an actor's; it counts for the task that it was enqueued by.
    let task = id == 0 ? max(running, 0) : tasks.index(of: id, parent: running, name: name)
    let identity = tasks[task].identity
    let candidate = Candidate(
      task: task, identity: id == 0 ? Mixer.mix(identity) : identity, job: tasks[task].jobCount, sequence: nextSequence,
      readySince: step, handle: job,
      isolation: isolation)
    tasks[task].jobCount += 1
    nextSequence += 1
    fifo.add(candidate)
    scheduler.add(candidate)
  }

  // MARK: Events

  func record(_ kind: SimulationEvent.Kind, _ subject: UInt64, _ value: UInt64, name: @autoclosure () -> String) {
    chain.add(kind, subject, value)
    if trace.count < options.traceLimit {
      trace.append(SimulationEvent(kind: kind, subject: name(), value: value))
    }
  }

  func draw(_ stream: String, below bound: UInt64) -> UInt64 {
    let (random, ordinal) = streams.draw(stream)
    var value = random.multipliedFullWidth(by: bound).high
    if let forced = overrides.first(where: { $0.ordinal == ordinal && $0.stream == stream }) {
      value = min(forced.value, bound - 1)
    }
    record(.choice, Mixer.hash(of: stream), value, name: stream)
    return value
  }

  // MARK: Time

  func charge(_ nanoseconds: Int64) {
    guard isOnItsThread else { return note(.foreignClockUse) }
    advance(to: now.addingReportingOverflow(max(0, nanoseconds)).partialValue)
  }

  func advance(to time: Int64) {
    guard time > now else { return }
    now = time
    record(.time, 0, UInt64(time), name: "")
  }

  func sleep(until deadline: Int64) async throws {
    guard isOnItsThread else {
      note(.foreignClockUse)
      throw CancellationError()
    }
    try Task.checkCancellation()
    let timer = Atomic<UInt64>(.max)
    try await withTaskCancellationHandler {
      try await withUnsafeThrowingContinuation { (continuation: UnsafeContinuation<Void, any Error>) in
        let task = self.running
        if task >= 0 { self.tasks[task].isWaitingForClock = true }
        let deadline = max(deadline, self.now)
        timer.store(self.timers.add(deadline: deadline, task: task, continuation), ordering: .relaxed)
      }
    } onCancel: {
      guard self.isOnItsThread else { return self.note(.foreignClockUse) }
      guard let cancelled = self.timers.remove(sequence: timer.load(ordering: .relaxed)) else { return }
      self.wake(cancelled, throwing: true)
    }
  }

  func wake(_ timer: TimerQueue.Timer, throwing: Bool = false) {
    if timer.task >= 0 { tasks[timer.task].isWaitingForClock = false }
    if throwing { timer.continuation.resume(throwing: CancellationError()) } else { timer.continuation.resume() }
  }
}
