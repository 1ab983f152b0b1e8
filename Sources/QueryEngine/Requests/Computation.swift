import IncrementalQueries
import PikeAnalysis

/// What is computed for one or several identical requests, step by step.
final class Computation: @unchecked Sendable {
  // Unchecked: the variables are touched only by the one task that prepares the computation or holds its slot; the desk's lock orders
  // those tasks. While nobody does either, the desk may ask for the effort, under its lock.

  let number: ComputationNumber
  let query: FeatureQuery
  let priority: TaskPriority
  /// What has to be waited for before the first step.
  let preparation: Preparation
  let cancellation = CancellationToken()
  /// What it is computed for. Changes only before the first step.
  private(set) var state: EngineState
  private var stepper: any FeatureStepper
  private var context: QueryContext?
  private var lastMissing: (input: ObjectIdentifier, key: AnyHashable)?
  private var workBefore = StepWork()

  init(
    number: ComputationNumber, query: FeatureQuery, priority: TaskPriority, preparation: Preparation,
    state: EngineState,
    stepper: any FeatureStepper
  ) {
    self.number = number
    self.query = query
    self.priority = priority
    self.preparation = preparation
    self.state = state
    self.stepper = stepper
  }

  func adopt(_ state: EngineState) { if context == nil { self.state = state } }

  /// Goes on with another state, as it must not; see ``SnapshotSabotage``.
  func moveOn(to state: EngineState) {
    guard context != nil, state.revision != self.state.revision else { return }
    (self.state, context, workBefore) = (state, nil, StepWork())
  }

  /// - Returns: nil when it is not finished.
  func step(in database: Database) throws(QueryInterruption) -> FeatureResult? {
    let context = self.context ?? QueryContext(database, state.snapshot, cancellation: cancellation)
    self.context = context
    // A step may be too short to ask.
    if cancellation.isCancelled { throw .cancelled }
    return try stepper.step(in: context)
  }

  /// Whether the input is another one than the one that was missed, and provided, just before. If not, going on would not end.
  func notesMissing(_ missing: MissingInput) -> Bool {
    let this = (input: ObjectIdentifier(missing.input), key: AnyHashable(missing.key))
    defer { lastMissing = this }
    return lastMissing.map { $0.input != this.input || $0.key != this.key } ?? true
  }

  /// The work that was done since this was asked last.
  func takeWork() -> StepWork {
    let counts = context?.totalCounts ?? QueryCounts()
    let all = StepWork(
      amounts: context?.work ?? WorkAmounts(), executed: counts.executed, validated: counts.validated,
      reused: counts.reused)
    defer { workBefore = all }
    return all - workBefore
  }

  var effort: Effort {
    guard let context else { return Effort() }
    return Effort(queries: context.countsByQuery, executed: context.totalCounts.executed, work: context.work)
  }
}

/// What a computation did.
struct Effort: Sendable {
  var queries: [(name: String, counts: QueryCounts)] = []
  var executed = 0
  var work = WorkAmounts()
}

/// What has to be waited for before a request can be computed.
struct Preparation: Sendable {
  var project = false
  var workspace = false
  var touchedFiles = false
  /// A closed file whose stat has to be looked at.
  var closedFile: FileID?

  var isNeeded: Bool { project || workspace || touchedFiles || closedFile != nil }
}

extension WorkAmounts {
  static func - (left: WorkAmounts, right: WorkAmounts) -> WorkAmounts {
    var difference = WorkAmounts()
    for index in 0..<kindCount {
      let kind = WorkKind(index: index)
      difference[kind] = left[kind] - right[kind]
    }
    return difference
  }
}

extension RequestClass {
  var priority: TaskPriority {
    switch self {
    case .typing: .high
    case .interactive: .medium
    case .background: .low
    }
  }
}
