/// All that is needed to have a run again without its scheduler, even after its code has changed a little: a seed, whose turn it
/// was, and the choices that differ from what they would be by themselves.
///
/// The run is had again by ``SchedulerKind/replay(_:)``. Turns are optional, each of them: where the schedule says nothing,
/// what became ready first runs first.
public struct Schedule: Sendable, Equatable {
  /// A task's turn: so many of its jobs in a row.
  public struct Turn: Sendable, Equatable {
    /// The lower half of the task's identity; of an actor's job, of the task's that enqueued it.
    let task: UInt32
    /// How those jobs became ready.
    let cause: Cause
    /// How many jobs, at least one.
    public var count = 1

    init(_ candidate: Candidate) {
      self.init(task: UInt32(truncatingIfNeeded: candidate.owner), cause: candidate.cause)
    }

    init(task: UInt32, cause: Cause, count: Int = 1) {
      self.task = task
      self.cause = cause
      self.count = count
    }

    /// Time passed, though something was ready.
    static let wait = Turn(task: 0, cause: .waited)

    func isSameKind(as other: Turn) -> Bool { task == other.task && cause == other.cause }
  }

  /// A draw that gives this value, whatever the seed.
  public struct Choice: Sendable, Equatable {
    /// The name under which it is drawn.
    public var stream: String
    /// How many were drawn from that stream before.
    public var ordinal: Int
    /// What is drawn, or the largest that is allowed there.
    public var value: UInt64

    /// A draw that gives this value.
    public init(stream: String, ordinal: Int, value: UInt64) {
      self.stream = stream
      self.ordinal = ordinal
      self.value = value
    }
  }

  /// A job that is kept from running while others run that became ready after it: where a schedule differs from first in, first out.
  ///
  /// A job is named by its task and its number there. Tasks that live long have many jobs, whose numbers change when something before
  /// them is left out; theirs are named from the last task that appeared before they were ready.
  public struct Hold: Sendable, Equatable {
    /// The job that is held.
    let job: JobName
    /// The last task that went first, and how many of its jobs did; zero for none.
    let by: UInt32
    let count: Int
    /// How often time passed meanwhile.
    let waits: Int
  }

  /// From which all other draws come.
  public var seed: UInt64
  /// Who ran, in this order.
  public var turns: [Turn]
  /// The draws that are laid down.
  public var choices: [Choice]
  /// Who was held, which is another way to say who ran. Looked at only when there are no turns; each of them can be left out.
  public var holds: [Hold]

  /// A schedule; with nothing but a seed, first in, first out.
  public init(seed: UInt64, turns: [Turn] = [], choices: [Choice] = [], holds: [Hold] = []) {
    self.seed = seed
    self.turns = turns
    self.choices = choices
    self.holds = holds
  }
}

/// How well a schedule fits the code that it is replayed on, in jobs.
public struct ScheduleDrift: Sendable, Equatable {
  /// As many as the schedule has.
  public var total = 0
  /// Ran when the schedule said.
  public var exact = 0
  /// Ran, but only after others that come later in the schedule.
  public var late = 0
  /// Ran although the schedule does not have them, before its end.
  public var added = 0
  /// Were in the schedule, and never ran.
  public var missed: Int { total - exact - late }

  /// Whether the run is the same as the one that made the schedule, as far as this was recorded.
  public var isNone: Bool { exact == total }
}
