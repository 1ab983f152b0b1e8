/// How a run went.
public struct SimulationReport: Sendable {
  /// How it ended.
  public var outcome: Outcome
  /// Jobs that were run.
  public var steps: Int
  /// How often more than one could have been run.
  public var decisions: Int
  /// How far the simulated clock came.
  public var time: Duration
  /// Over all events in order: what ran when, what was chosen, what was noted. Equal for equal runs.
  public var hash: UInt64
  /// Who decided. With the schedule's seed, this makes the same code take the same steps again.
  public var scheduler: SchedulerKind
  /// The seed; and whose turn it was, if the options asked for it (``SimulationOptions/recordsSchedule``): then replaying
  /// it makes the same run without the scheduler, even if the code has changed a little.
  public var schedule: Schedule
  /// Where the run differed from first in, first out, if the options asked for the schedule.
  public var holds: [Schedule.Hold]
  /// The same run as ``schedule``, said by its ``holds`` instead of its turns, so that it can be made simpler one by one.
  public var deviations: Schedule { Schedule(seed: schedule.seed, choices: schedule.choices, holds: holds) }
  /// How well a replayed schedule fitted; nil when none was replayed.
  public var drift: ScheduleDrift?
  /// The first events, as many as were asked for.
  public var trace: [SimulationEvent]
  /// Tasks that had not ended when the run did, as far as this is known: of those that were spawned by name or wait for a clock.
  public var unfinishedTasks: [String]
}

extension SimulationReport: CustomStringConvertible {
  /// Some lines for people: how it ended, what may help, and how to have it again.
  public var description: String {
    ([outcome.description] + outcome.details.map { "  " + $0 }
      + ["after \(steps) steps at \(time); again by scheduler \(scheduler.shortText), seed \(schedule.seed)"])
      .joined(separator: "\n")
  }
}

/// What a task does in a deadlock.
public struct WaitingTask: Sendable, Equatable {
  /// Its name.
  public var task: String
  /// What it said that it waits for (``SimulatedWorld/waiting(for:isolation:_:)``); nil when it did not say.
  public var waitsFor: String?
  /// The task that said that it holds this (``SimulatedWorld/holding(_:isolation:_:)``).
  public var heldBy: String?
  /// Children and plain tasks do not tell when they end. Those that wait for nothing that is known are listed too.
  public var mayHaveEnded: Bool
  /// The last step in which it ran; -1 for never.
  public var lastStep: Int
}

extension WaitingTask: CustomStringConvertible {
  /// Such as "b waits for the lock, which is held by a (ran last in step 7)".
  public var description: String {
    let what = waitsFor ?? "something that it does not tell"
    let holder = heldBy.map { ", which is held by \($0)" } ?? ""
    return "\(task) \(mayHaveEnded ? "has ended or " : "")waits for \(what)\(holder) (ran last in step \(lastStep))"
  }
}
