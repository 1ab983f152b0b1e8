import Replay
import Simulation

/// The best candidate so far, and the way to a better one: passes propose, this asks the oracle, and keeps what is smaller and still fails
/// in the same way.
struct Search {
  let signature: String
  private(set) var best: ShrinkCandidate
  private(set) var measure: Measure
  /// The best session, taken apart. After a gain, passes must look at it anew.
  private(set) var model: SessionModel
  /// What was chosen in the best one's run.
  private(set) var schedule: Schedule?
  private(set) var events: Int
  private(set) var runs: Int
  /// How many candidates were not run since they had been before, or are no smaller.
  private(set) var skipped = 0
  /// Of the pass that is at work.
  var statistics = PassStatistics(name: "")
  /// The options that the failure was found with, to find it again.
  let originalOptions: RunOptions

  private var oracle: any FailureOracle
  private let budget: ShrinkBudget
  private let improved: (ShrinkCandidate, Measure) -> Void
  /// Those that did not fail. Only looked up.
  private var passed: Set<Fingerprint> = []

  /// The first candidate fails already, as `attempt` says.
  init(
    _ candidate: ShrinkCandidate, _ attempt: Attempt, signature: String, runs: Int, oracle: any FailureOracle,
    budget: ShrinkBudget, improved: @escaping (ShrinkCandidate, Measure) -> Void
  ) {
    self.signature = signature
    best = candidate
    model = SessionModel(candidate.session)
    measure = Measure(model.draft().size, candidate.options)
    schedule = attempt.schedule
    events = attempt.events
    originalOptions = candidate.options
    self.runs = runs
    self.oracle = oracle
    self.budget = budget
    self.improved = improved
  }

  var isOver: Bool { runs >= budget.maximumRuns || budget.isOver() }

  // MARK: Proposing

  /// Whether the session with these changes still fails. If so, it is the best now.
  mutating func consider(_ changes: Changes) -> Bool {
    if isOver { return false }
    let draft = model.draft(changes)
    if consider(draft, best.options) { return true }
    return Deviations.count(best.options) > 0 && draft.size.messages < measure.messages && considerOtherSchedules(draft)
  }

  /// Whether the same session fails with other options.
  mutating func consider(_ options: RunOptions) -> Bool {
    if isOver { return false }
    return consider(Draft(session: best.session, size: bestSize), options)
  }

  mutating func consider(_ draft: Draft, _ options: RunOptions) -> Bool {
    let candidate = ShrinkCandidate(session: draft.session, options: options)
    let measure = Measure(draft.size, options)
    guard !isOver, measure < self.measure, draft.size.messages > 0 else { return skip() }
    let fingerprint = candidate.fingerprint
    if passed.contains(fingerprint) { return skip() }
    let attempt = oracle.attempt(candidate)
    runs += attempt.runs
    statistics.calls += attempt.runs
    guard attempt.signature == signature else {
      passed.insert(fingerprint)
      return false
    }
    statistics.gained(from: self.measure, to: measure)
    (best, self.measure, schedule, events) = (candidate, measure, attempt.schedule, attempt.events)
    model = SessionModel(candidate.session)
    improved(best, measure)
    return true
  }

  private mutating func skip() -> Bool {
    skipped += 1
    return false
  }

  private var bestSize: SessionSize {
    SessionSize(
      messages: measure.messages, pauses: measure.pauses, text: measure.text,
      bodies: measure.complexity - Measure.length(best.options))
  }

  // MARK: Other schedules

  /// The sessions that are worth more than one run.
  private static let fewMessages = 40
  private static let veryFewMessages = 12

  /// What a failure needs of the schedule does not always survive a change of the session. Then it may still be found as it was found
  /// before: by trying some.
  private mutating func considerOtherSchedules(_ draft: Draft) -> Bool {
    guard draft.size.messages <= Self.fewMessages, runs * 2 < budget.maximumRuns else { return false }
    let length = max(100, draft.size.messages * 12)
    var other = originalOptions
    if Deviations.list(other) == nil, consider(draft, other) { return true }
    other.variesPace = best.options.variesPace
    other.faults = best.options.faults
    let kinds = [SchedulerKind.random, .pct(depth: 3, length: length), .partialOrder]
    let tries = draft.size.messages <= Self.veryFewMessages ? 15 : 3
    for seed in 0..<tries {
      other.scheduler = kinds[seed % kinds.count]
      other.seed = UInt64(seed) + 1
      if consider(draft, other) { return true }
    }
    return false
  }
}
