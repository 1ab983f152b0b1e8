/// All that a run was told and that is needed to have it again: a seed, and the choices that differ from what they would be by
/// themselves. Small enough to print (``text``).
public struct Schedule: Sendable, Equatable {
  /// At a decision the job of another task ran than the one that was ready first.
  public struct Pick: Sendable, Equatable {
    public var step: Int
    /// The task that was ready first, by its identity, and which of its jobs that was.
    var front: UInt32
    var frontJob: Int
    /// The task that ran.
    var picked: UInt32
  }

  /// A draw that gives this value, whatever the seed.
  public struct Choice: Sendable, Equatable {
    public var stream: String
    public var ordinal: Int
    public var value: UInt64

    public init(stream: String, ordinal: Int, value: UInt64) {
      self.stream = stream
      self.ordinal = ordinal
      self.value = value
    }
  }

  public var seed: UInt64
  public var picks: [Pick]
  public var choices: [Choice]

  public init(seed: UInt64, picks: [Pick] = [], choices: [Choice] = []) {
    self.seed = seed
    self.picks = picks
    self.choices = choices
  }
}

/// How well a schedule fits the code that it is replayed on.
public struct ScheduleDrift: Sendable, Equatable {
  public var total = 0
  /// Picks that were found where they were.
  public var exact = 0
  /// Found at another job of the same task.
  public var shifted = 0
  /// Not found.
  public var missed = 0
}
