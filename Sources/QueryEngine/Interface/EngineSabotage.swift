package import IncrementalQueries
package import PikeAnalysis

/// Points at which a test world can make an engine wrong, to see whether it is noticed. No command sets it, and without it each point is
/// a comparison with nil.
package struct EngineSabotage: Sendable {
  package var queries: (any QuerySabotage)?
  package var scheduling: (any SchedulingSabotage)?
  package var publishing: (any PublishingSabotage)?
  package var snapshots: (any SnapshotSabotage)?

  package init(
    queries: (any QuerySabotage)? = nil, scheduling: (any SchedulingSabotage)? = nil,
    publishing: (any PublishingSabotage)? = nil, snapshots: (any SnapshotSabotage)? = nil
  ) {
    self.queries = queries
    self.scheduling = scheduling
    self.publishing = publishing
    self.snapshots = snapshots
  }
}

/// Of the scheduler and the desk. Called with the desk locked.
package protocol SchedulingSabotage: AnyObject, Sendable {
  /// Is told of each request that comes.
  func arrives(_ requestClass: RequestClass)
  /// Whether requests share a computation whatever state they are about.
  func sharesWhateverRevision(_ request: FeatureRequest) -> Bool
  /// Whether a newer request leaves the older ones alone, and waits behind them.
  func keepsSuperseded() -> Bool
  /// Whether a request that ends takes its computation along although it is also for others.
  func stopsForOthersToo() -> Bool
  /// Whether a computation that nobody wants any more is gone on with.
  func goesOnAfterCancel() -> Bool
  /// Whether the slot of a cancelled computation is not given back.
  func losesSlot() -> Bool
  /// Whether a slot becomes free and nobody is told.
  func losesWakeUp() -> Bool
  /// Whether requests of the class get no slot now. Must say the same until something happens.
  func holdsBack(_ requestClass: RequestClass) -> Bool
  /// Whether all classes wait in one line.
  func ignoresClasses() -> Bool
  /// Whether of those who share a computation only the first is answered.
  func answersOnlyFirst() -> Bool
  /// Whether a request that is over for this reason is not answered.
  func leavesUnanswered(_ reason: CancellationReason) -> Bool
}

extension SchedulingSabotage {
  package func arrives(_ requestClass: RequestClass) {}
  package func sharesWhateverRevision(_ request: FeatureRequest) -> Bool { false }
  package func keepsSuperseded() -> Bool { false }
  package func stopsForOthersToo() -> Bool { false }
  package func goesOnAfterCancel() -> Bool { false }
  package func losesSlot() -> Bool { false }
  package func losesWakeUp() -> Bool { false }
  package func holdsBack(_ requestClass: RequestClass) -> Bool { false }
  package func ignoresClasses() -> Bool { false }
  package func answersOnlyFirst() -> Bool { false }
  package func leavesUnanswered(_ reason: CancellationReason) -> Bool { false }
}

/// Of what is told unasked. Called with the engine's gate or the publisher locked.
package protocol PublishingSabotage: AnyObject, Sendable {
  /// Whether diagnostics of a state that is not the newest any more are published as if they were of the newest.
  func publishesOvertaken() -> Bool
  /// Whether diagnostics are not published because some were for the same version.
  func comparesVersionsOnly() -> Bool
  /// Whether a sleeper that woke up too early does not sleep again.
  func forgetsDeadline() -> Bool
}

extension PublishingSabotage {
  package func publishesOvertaken() -> Bool { false }
  package func comparesVersionsOnly() -> Bool { false }
  package func forgetsDeadline() -> Bool { false }
}

/// Of the states that are kept.
package protocol SnapshotSabotage: AnyObject, Sendable {
  /// Whether a state that is too old to be asked for is kept all the same.
  func keepsDropped() -> Bool
  /// Whether the next step of a computation is about the newest state, whichever the ones before were about.
  func movesOn(_ request: FeatureRequest) -> Bool
}

extension SnapshotSabotage {
  package func keepsDropped() -> Bool { false }
  package func movesOn(_ request: FeatureRequest) -> Bool { false }
}
