/// The states of a bridge, and what leads from one to another. A state machine: it does nothing itself; times come in as numbers.
///
/// Each start has a number. What is reported of one that is not the newest any more is late: it changes nothing, and if a target runs
/// for it, that target is stopped.
struct BridgeMachine: Sendable {
  enum State: Sendable, Equatable {
    case stopped
    /// Being validated, started, or waiting to be started again.
    case starting
    case running
    case stopping
    case disposed
  }

  struct Policy: Sendable {
    var firstDelay = Duration.milliseconds(100)
    var longestDelay = Duration.seconds(10)
    /// So many unwanted ends within `window` are a crash loop: nothing is started any more until somebody asks for it.
    var crashLimit = 5
    var window = Duration.seconds(60)
  }

  enum Action: Sendable, Equatable {
    case validate(Int)
    case start(Int)
    case stop(Int)
    /// Answer with ``retry(_:)``.
    case wait(Int, Duration)
    case report(BridgeReport)
  }

  private let policy: Policy
  private(set) var state = State.stopped
  private var tally = BridgeCounts()
  /// The starts whose targets are not known to be gone.
  private var targets: Set<Int> = []
  private var number = 0
  /// It is to be started again, but not yet.
  private(set) var isWaiting = false
  /// It is to be started again when it has stopped.
  private var mustRestart = false
  private var crashes: [Duration] = []

  init(policy: Policy = Policy()) { self.policy = policy }

  // MARK: What the owner wants

  mutating func start() -> [Action] {
    switch state {
    case .stopped:
      crashes = []
      return begin()
    case .stopping:
      mustRestart = true
      return []
    case .starting, .running: return []
    case .disposed:
      tally.dropped += 1
      return []
    }
  }

  mutating func stop() -> [Action] {
    mustRestart = false
    return end(.stopping)
  }

  mutating func restart() -> [Action] {
    guard state != .stopped else { return start() }
    let actions = end(.stopping)
    if state == .stopped { return actions + start() }
    mustRestart = state == .stopping
    return actions
  }

  mutating func dispose() -> [Action] {
    mustRestart = false
    return end(.disposed)
  }

  /// Which target a request may go to; counted if none.
  mutating func accepts() -> Int? { passes(number) ? number : nil }

  func hasTarget(_ start: Int) -> Bool { targets.contains(start) }

  /// Whether that start is still to be carried out.
  func wants(_ start: Int) -> Bool { isCurrent(start) && state == .starting && !isWaiting }

  // MARK: What has happened

  mutating func validated(_ start: Int, _ failure: BridgeFailure?) -> [Action] {
    guard isCurrent(start), state == .starting else { return [] }
    guard let failure else {
      targets.insert(start)
      return [.start(start)]
    }
    // Trying again would find the same.
    state = .stopped
    return [.report(.invalid(failure))]
  }

  mutating func started(_ start: Int, _ failure: BridgeFailure?, at now: Duration) -> [Action] {
    if failure != nil { targets.remove(start) }
    guard isCurrent(start), !isWaiting else { return [] }
    switch (state, failure) {
    case (.starting, nil):
      state = .running
      return [.report(.running)]
    case (.starting, let failure?): return crashed(.failed(failure), at: now)
    default: return []
    }
  }

  /// The target has come to an end by itself.
  mutating func ended(_ start: Int, at now: Duration) -> [Action] {
    guard isCurrent(start), state == .running || state == .starting, !isWaiting else { return [] }
    // What is left of it is cleared away like one that runs.
    return [.stop(start)] + crashed(.ended, at: now)
  }

  /// Nothing is left of that target.
  mutating func stopped(_ start: Int) -> [Action] {
    targets.remove(start)
    guard isCurrent(start), state == .stopping else { return [] }
    state = .stopped
    guard mustRestart else { return [.report(.stopped)] }
    mustRestart = false
    return [.report(.stopped)] + self.start()
  }

  mutating func retry(_ start: Int) -> [Action] {
    guard isCurrent(start), state == .starting, isWaiting else { return [] }
    return begin()
  }

  /// Whether what a target says is passed on; counted if not.
  mutating func passes(_ start: Int) -> Bool {
    guard isCurrent(start), state == .running else {
      tally.dropped += 1
      return false
    }
    tally.passed += 1
    return true
  }

  /// An event was passed on.
  mutating func handled() { if state == .disposed { tally.handledAfterDispose += 1 } }

  var counts: BridgeCounts {
    var counts = tally
    counts.targets = targets.count
    return counts
  }

  // MARK: Transitions

  private func isCurrent(_ start: Int) -> Bool { start == number && state != .disposed }

  private mutating func begin() -> [Action] {
    number += 1
    isWaiting = false
    state = .starting
    return [.validate(number)]
  }

  private mutating func end(_ goal: State) -> [Action] {
    switch state {
    case .disposed: return []
    case .running, .starting:
      // One that has failed is being cleared away already.
      let hasTarget = targets.contains(number)
      isWaiting = false
      state = hasTarget || goal == .disposed ? goal : .stopped
      return (hasTarget ? [.stop(number)] : []) + (goal == .disposed ? [.report(.disposed)] : [])
    case .stopped, .stopping:
      guard goal == .disposed else { return [] }
      state = .disposed
      return [.report(.disposed)]
    }
  }

  private mutating func crashed(_ reason: BridgeReport, at now: Duration) -> [Action] {
    crashes = crashes.filter { now - $0 < policy.window } + [now]
    guard crashes.count < policy.crashLimit else {
      state = .stopped
      tally.crashLoops += 1
      return [.report(reason), .report(.crashLoop)]
    }
    state = .starting
    isWaiting = true
    var delay = policy.firstDelay
    for _ in 1..<crashes.count where delay < policy.longestDelay { delay *= 2 }
    return [.report(reason), .wait(number, min(delay, policy.longestDelay))]
  }
}

/// What a bridge tells its owner of its engine.
package enum BridgeReport: Sendable, Equatable {
  /// The command cannot be run.
  case invalid(BridgeFailure)
  case failed(BridgeFailure)
  case running
  /// It has ended although nobody asked for it.
  case ended
  /// It has ended so often that it is not started again.
  case crashLoop
  case stopped
  case disposed
}

package struct BridgeCounts: Sendable, Equatable {
  /// Requests and events that went through.
  package var passed = 0
  /// Those that came when nothing ran, or from something that was not to run any more.
  package var dropped = 0
  package var crashLoops = 0
  /// Engines that have been started and are not known to be gone.
  package var targets = 0
  /// Events that were handled after the bridge was disposed of. Must be 0.
  package var handledAfterDispose = 0

  package init() {}
}
