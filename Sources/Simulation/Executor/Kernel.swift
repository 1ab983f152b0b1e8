internal import CSimulation
internal import Synchronization

/// The state of one run, and the executor of its tasks. Belongs to the thread that runs it; what comes from another one is noted
/// as an escape.
///
/// Tasks keep their executor alive, so a task that is woken up long after its run has ended still finds it.
final class Kernel: TaskExecutor, SerialExecutor, @unchecked Sendable {
  // Unchecked: all but `outside` and `hasEscaped` is touched by the simulation's thread only, which each way in asks.

  let options: SimulationOptions
  let seed: UInt64
  let scheduler: any Scheduler
  @exclusivity(unchecked) var ready = ReadyList()
  @exclusivity(unchecked) var tasks = TaskTable()
  @exclusivity(unchecked) var timers = TimerQueue()
  @exclusivity(unchecked) var streams: ChoiceStreams
  @exclusivity(unchecked) var faults: FaultState
  @exclusivity(unchecked) var chain = EventChain()
  @exclusivity(unchecked) var trace: [SimulationEvent] = []
  @exclusivity(unchecked) var turns: [Schedule.Turn] = []
  @exclusivity(unchecked) var holdRecorder = HoldRecorder()
  /// Who has what, for reports of deadlocks; in the order of taking.
  @exclusivity(unchecked) var holdings: [(what: String, task: Int)] = []
  /// Nanoseconds since the beginning.
  @exclusivity(unchecked) var now: Int64 = 0
  @exclusivity(unchecked) var step = 0
  @exclusivity(unchecked) var decisions = 0
  @exclusivity(unchecked) var nextSequence: UInt64 = 0
  /// The task whose job runs; -1 between jobs.
  @exclusivity(unchecked) var running = -1
  /// What the next new task is called.
  @exclusivity(unchecked) var nextName: String? = "body"
  /// Whether the end of the next new task will be noticed.
  @exclusivity(unchecked) var isNextWatched = true
  @exclusivity(unchecked) var bodyResult: Result<Void, any Error>?
  /// The thread that a run moved by hand belongs to. Set before anybody else sees this object.
  var owner: UnsafeRawPointer?
  let outside = Mutex(Outside())
  let hasEscaped = Atomic<Bool>(false)
  /// What time it is for those who come after the end; -1 before it.
  let endTime = Atomic<Int64>(-1)

  init(_ options: SimulationOptions) {
    self.options = options
    scheduler = options.scheduler.makeScheduler(seed: options.seed)
    var overrides: [Schedule.Choice] = []
    if case .replay(let schedule) = options.scheduler {
      seed = schedule.seed
      overrides = schedule.choices
    } else {
      seed = options.seed
    }
    streams = ChoiceStreams(seed: seed, overrides: overrides)
    faults = FaultState(options.faults)
  }

  // MARK: The thread

  /// The simulation that runs on this thread.
  @inline(__always)
  static var current: Kernel? {
    reprise_simulation_current().map { Unmanaged<Kernel>.fromOpaque($0).takeUnretainedValue() }
  }

  @inline(__always)
  var isOnItsThread: Bool {
    reprise_simulation_current() == Unmanaged.passUnretained(self).toOpaque()
      || owner.map { $0 == reprise_simulation_thread() } == true
  }

  /// False, and noted, on any thread but the run's own.
  func isOwnUse(of what: String) -> Bool {
    if isOnItsThread { return true }
    note(.foreignUse(of: what))
    return false
  }

  // MARK: Jobs

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    // What a thread from outside wakes up comes at no definite time: the run is lost.
    guard isOnItsThread else { return enqueueFromOutside(job) }
    becameReady(job)
  }

  func checkIsolated() {}

  /// A job became ready.
  func becameReady(_ job: UnownedJob, in context: Context = .preferring) {
    let pointer = unsafeBitCast(job, to: UnsafeMutableRawPointer.self)
    let id = reprise_simulation_task_of_job(pointer)
    let task: Int
    let cause: Cause
    if id == 0 {
      // A job of no task is an actor's or a yield's; it counts for the task that it was enqueued by.
      task = max(running, 0)
      cause = reprise_simulation_is_yield(pointer) != 0 ? .yield : .actor
    } else if let known = tasks.index(of: id) {
      task = known
      cause = running == known ? .itself : running < 0 ? .time : .other
    } else {
      task = tasks.add(id, parent: currentTask, name: nextName, isWatched: isNextWatched)
      nextName = nil
      cause = .spawned
    }
    add(job, of: task, cause, in: context)
  }

  @inline(__always)
  private func add(_ job: UnownedJob, of task: Int, _ cause: Cause, in context: Context) {
    let identity = tasks[task].identity
    let candidate = Candidate(
      handle: job, identity: cause == .actor ? Mixer.mix(identity) : identity, owner: identity, sequence: nextSequence,
      readySince: step, readyAt: now,
      task: Int32(truncatingIfNeeded: task), job: tasks[task].jobCount, cause: cause, context: context)
    tasks[task].jobCount &+= 1
    nextSequence += 1
    if options.recordsSchedule { holdRecorder.add(candidate) }
    scheduler.add(ready.add(candidate), candidate)
  }

  /// The task that runs; while an actor runs what waits for it, not the one that the actor's job counts for.
  var currentTask: Int {
    let id = reprise_simulation_current_task()
    return id == 0 ? running : tasks.index(of: id) ?? running
  }

  // MARK: Events

  @inline(__always)
  func record(_ kind: SimulationEvent.Kind, _ subject: UInt64, _ value: UInt64, name: @autoclosure () -> String) {
    chain.add(kind, subject, value)
    if trace.count < options.traceLimit {
      trace.append(SimulationEvent(kind: kind, subject: name(), value: value))
    }
  }

  func draw(_ stream: String, below bound: UInt64) -> UInt64 {
    let (value, name) = streams.draw(stream, below: bound)
    record(.choice, name, value, name: stream)
    return value
  }
}
