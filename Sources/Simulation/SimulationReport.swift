/// How a run went.
public struct SimulationReport: Sendable {
  public var outcome: Outcome
  /// Jobs that were run.
  public var steps: Int
  /// How often more than one could have been run.
  public var decisions: Int
  /// How far the simulated clock came.
  public var time: Duration
  /// Over all events in order: what ran when, what was chosen, what was noted. Equal for equal runs.
  public var hash: UInt64
  /// What to replay to have the same run again.
  public var schedule: Schedule
  /// How well a replayed schedule fitted; nil when none was replayed.
  public var drift: ScheduleDrift?
  /// The first events, as many as were asked for.
  public var trace: [SimulationEvent]
  /// Tasks that had not ended when the body had.
  public var unfinishedTasks: [String]
}

public enum Outcome: Sendable, Equatable {
  case finished
  /// The body has thrown this.
  case failed(String)
  /// Nothing can run and no time-out is pending, but the body has not ended.
  case deadlock([WaitingTask])
  /// More steps, or more virtual time, than a run may take.
  case livelock(String)
  /// The task was ready for that many steps and never ran.
  case starvation(task: String, steps: Int)
  /// Something happened that the simulation does not control.
  case escaped([Escape])
}

public struct WaitingTask: Sendable, Equatable {
  public var task: String
  /// What it said that it waits for (``SimulatedWorld/waiting(for:_:)``), or what is known: a clock.
  public var waitsFor: String
  /// The last step in which it ran.
  public var lastStep: Int
}

/// A way around the simulation.
public enum Escape: Sendable, Equatable, CustomStringConvertible {
  /// A job was enqueued from a thread that is not the simulation's: a task of the real pool, a callback, a thread.
  case foreignEnqueue(task: String)
  /// The simulated clock was used from such a thread.
  case foreignClockUse
  /// `Task.sleep` or a real clock's `sleep`.
  case realSleep(task: String)

  public var description: String {
    switch self {
    case .foreignEnqueue(let task):
      "\(task) was woken up from outside; start tasks with `world.spawn` or as children, and let no thread or callback in"
    case .foreignClockUse: "the simulated clock was used from outside; did a task start with a plain `Task {}`?"
    case .realSleep(let task): "\(task) slept on a real clock; pass it the simulated one"
    }
  }
}
