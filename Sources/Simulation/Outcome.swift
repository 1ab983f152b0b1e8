/// How a run ended.
public enum Outcome: Sendable, Equatable {
  /// The body has ended, and all that it started has ended or waits for ever.
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

extension Outcome: CustomStringConvertible {
  /// One line.
  public var description: String {
    switch self {
    case .finished: "finished"
    case .failed(let error): "failed: \(error)"
    case .deadlock: "deadlock: nothing can run, and no time-out is pending"
    case .livelock(let what): "livelock: \(what)"
    case .starvation(let task, let steps): "starvation: \(task) was ready for \(steps) steps and did not run"
    case .escaped: "escape: something happened that the simulation does not control"
    }
  }

  /// More lines, if there is more to tell.
  public var details: [String] {
    switch self {
    case .deadlock(let tasks): tasks.map(\.description) + [Self.hint]
    case .escaped(let escapes): escapes.map(\.description)
    default: []
    }
  }

  private static var hint: String {
    let general = "If no task above should wait, look for one that the simulation does not own"
    return Simulation.isInstalled
      ? general + ": one that was started before the run, a thread, a callback of the system."
      : general
        + ": a plain Task {} or Task.detached {}, code of the main actor, a real sleep, a callback of the system. "
        + "Start tasks with world.spawn or as children; or call Simulation.install() first in the process."
  }
}

/// A way around the simulation.
public enum Escape: Sendable, Equatable, CustomStringConvertible {
  /// A job was enqueued from a thread that is not the simulation's: by a task of the real pool, a callback, a thread.
  case foreignEnqueue
  /// The simulation's clock or world was used from such a thread.
  case foreignUse(of: String)
  /// `Task.sleep` or a real clock's `sleep`.
  case realSleep(task: String)

  /// What happened, and what helps.
  public var description: String {
    switch self {
    case .foreignEnqueue:
      "a task was woken up from another thread: by a real sleep, a callback, or a task that the simulation does not own"
    case .foreignUse(let what):
      "\(what) was used from another thread: was a task started with a plain Task {}, without Simulation.install()?"
    case .realSleep(let task): "\(task) slept on a real clock; pass it the simulated one"
    }
  }
}
