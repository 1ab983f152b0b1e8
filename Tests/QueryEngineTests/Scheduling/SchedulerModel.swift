import IncrementalQueries
import PikeAnalysis
import PikeSyntax
import TestSupport

@testable import QueryEngine

/// Drives a scheduler through seeded sequences, with a model of its own of what must hold. Nothing here asks the scheduler what it
/// believes, but for what it answers.
struct SchedulerModel {
  private struct Live {
    var members: [RequestNumber]
    /// While it runs, the most urgent that it has been; else that of its members, or of the last ones.
    var urgency: RequestClass
    var query: FeatureQuery
    var revision: Revision
    var mayMove: Bool
    var phase: Phase
    var stepsLeft: Int
    var isStopping = false
  }
  private enum Phase { case suspended, waiting, running }

  private var scheduler: RequestScheduler
  private let policy: RequestScheduler.Policy
  private var generator: SeededGenerator
  private var live: [ComputationNumber: Live] = [:]
  private var classes: [RequestNumber: RequestClass] = [:]
  private var isFixed: [RequestNumber: Bool] = [:]
  private var owner: [RequestNumber: ComputationNumber] = [:]
  private var answers: [RequestNumber: Int] = [:]
  /// Discarded while they were suspended; what they waited for comes later.
  private var gone: [ComputationNumber] = []
  private(set) var discardedSuspended = 0
  private var revision = Revision(1)
  /// How many starts of more urgent ones a class has seen while one of it could have been started.
  private var passed: [RequestClass: Int] = [:]
  private(set) var problems: [String] = []
  private(set) var shared = 0
  private(set) var superseded = 0
  private(set) var promoted = 0

  init(seed: UInt64, policy: RequestScheduler.Policy) {
    generator = SeededGenerator(seed: seed)
    self.policy = policy
    scheduler = RequestScheduler(policy: policy)
  }

  // MARK: A sequence

  mutating func run(events: Int) {
    for _ in 0..<events {
      switch Int.random(in: 0..<20, using: &generator) {
      case 0..<7: arrive()
      case 7: cancel()
      case 8: revision = revision.next
      case 9: suspend()
      case 10, 11: resume()
      default: step()
      }
      checkSlots()
      guard problems.isEmpty else { return }
    }
    finish()
    for (number, count) in answers.sorted(by: { $0.key < $1.key }) where count != 1 {
      problems.append("request \(number.number) was answered \(count) times")
    }
    promoted = scheduler.counts.reduce(0) { $0 + $1.promoted }
  }

  private mutating func finish() {
    var rounds = 0
    while !live.isEmpty, rounds < 100_000, problems.isEmpty {
      resume()
      step()
      checkSlots()
      rounds += 1
    }
    if !live.isEmpty { problems.append("\(live.count) computations never ended") }
  }

  private mutating func arrive() {
    let requests: [FeatureRequest] = [
      .diagnostics(a), .completion(a, Self.position(&generator)), .hover(a, Self.position(&generator)),
      .hover(b, origin),
      .semanticTokens(b, nil), .workspaceDiagnostics, .libraryIndex, .references(a, origin, includesDeclaration: true),
    ]
    // A share that is never empty.
    let request = requests.randomElement(using: &generator) ?? .libraryIndex
    let arrival = Arrival(
      query: FeatureQuery(request, encoding: .utf16), revision: revision, isFixed: Bool.random(using: &generator),
      requestClass: RequestClass.allCases.randomElement(using: &generator) ?? .typing,
      needsPreparation: Int.random(in: 0..<8, using: &generator) == 0)
    let twin = live.first { _, other in
      other.query == arrival.query && other.revision == arrival.revision && other.mayMove == arrival.needsPreparation
        && !other.isStopping
    }?.key
    let (number, computation, isNew, actions) = scheduler.arrive(arrival)
    classes[number] = arrival.requestClass
    isFixed[number] = arrival.isFixed
    owner[number] = computation
    answers[number] = 0
    if twin != nil, isNew { problems.append("an identical request is computed twice") }
    if let twin, twin != computation { problems.append("it joined another computation than the identical one") }
    if isNew {
      live[computation] = Live(
        members: [number], urgency: arrival.requestClass, query: arrival.query, revision: revision,
        mayMove: arrival.needsPreparation, phase: arrival.needsPreparation ? .suspended : .waiting,
        stepsLeft: Int.random(in: 1...9, using: &generator))
    } else {
      shared += 1
      live[computation]?.members.append(number)
      updateUrgency(of: computation)
    }
    carryOut(actions)
  }

  private static func position(_ generator: inout SeededGenerator) -> TextPosition {
    TextPosition(line: Int.random(in: 0..<2, using: &generator), column: 0)
  }

  private mutating func cancel() {
    guard let number = answers.filter({ $0.value == 0 }).keys.sorted().randomElement(using: &generator) else { return }
    carryOut(scheduler.cancel(number, .requested))
    if answers[number] != 1 { problems.append("a cancelled request was not answered at once") }
  }

  private func pick(_ phase: Phase, _ generator: inout SeededGenerator) -> ComputationNumber? {
    live.filter { $0.value.phase == phase }.keys.sorted().randomElement(using: &generator)
  }

  private mutating func suspend() {
    guard let computation = pick(.running, &generator) else { return }
    live[computation]?.phase = .suspended
    updateUrgency(of: computation)
    carryOut(scheduler.suspend(computation))
  }

  private mutating func resume() {
    if let late = gone.popLast(), !scheduler.resume(late).isEmpty {
      problems.append("what was discarded while it was suspended came back")
    }
    guard let computation = pick(.suspended, &generator) else { return }
    live[computation]?.phase = .waiting
    carryOut(scheduler.resume(computation))
  }

  private mutating func step() {
    guard let computation = pick(.running, &generator) else { return }
    live[computation]?.stepsLeft -= 1
    guard let state = live[computation] else { return }
    if state.isStopping || state.stepsLeft <= 0 { return end(computation) }
    switch scheduler.stepEnded(computation) {
    case .goOn: break
    case .stop: problems.append("a computation that is wanted was told to stop")
    case .giveBack(let actions):
      live[computation]?.phase = .waiting
      updateUrgency(of: computation)
      carryOut(actions)
    }
  }

  private mutating func end(_ computation: ComputationNumber) {
    let expected = live.removeValue(forKey: computation)?.members ?? []
    let (members, actions) = scheduler.end(computation)
    if members != expected { problems.append("\(members.count) requests are answered instead of \(expected.count)") }
    for number in members { answers[number, default: 0] += 1 }
    carryOut(actions)
  }

  // MARK: What the scheduler says

  private mutating func carryOut(_ actions: [SchedulingAction]) {
    for action in actions {
      switch action {
      case .cancelled(let number, let reason):
        answers[number, default: 0] += 1
        if reason == .superseded {
          superseded += 1
          if isFixed[number] == true { problems.append("a request about a fixed snapshot was superseded") }
        }
        guard let computation = owner[number] else { continue }
        live[computation]?.members.removeAll { $0 == number }
        updateUrgency(of: computation)
      case .stop(let computation):
        if live[computation]?.members.isEmpty == false { problems.append("somebody wants what is stopped") }
        if live[computation]?.phase != .running { problems.append("what does not run was told to stop") }
        live[computation]?.isStopping = true
      case .discard(let computation): discarded(computation)
      case .run(let computation): started(computation)
      }
    }
  }

  private mutating func discarded(_ computation: ComputationNumber) {
    guard let state = live.removeValue(forKey: computation) else {
      return problems.append("what is not there was discarded")
    }
    if !state.members.isEmpty { problems.append("somebody wants what is discarded") }
    switch state.phase {
    case .running: problems.append("what has a slot was discarded")
    case .suspended:
      gone.append(computation)
      discardedSuspended += 1
    case .waiting: break
    }
  }

  private mutating func started(_ computation: ComputationNumber) {
    guard live[computation]?.phase == .waiting else {
      return problems.append("what does not wait was given a slot")
    }
    live[computation]?.phase = .running
    let started = live[computation]?.urgency ?? .background
    passed[started] = 0
    for other in RequestClass.allCases where other > started && couldStart(other) {
      passed[other, default: 0] += 1
      // One more, since another starved class may be first.
      if passed[other, default: 0] > policy.patience + 1 { problems.append("\(other) starves") }
    }
  }

  private mutating func updateUrgency(of computation: ComputationNumber) {
    guard let state = live[computation], let urgent = state.members.compactMap({ classes[$0] }).min() else { return }
    live[computation]?.urgency = state.phase == .running ? min(state.urgency, urgent) : urgent
  }

  private func couldStart(_ requestClass: RequestClass) -> Bool {
    let waits = live.contains { $0.value.phase == .waiting && $0.value.urgency == requestClass }
    return waits && (requestClass != .background || runningInBackground < max(1, policy.width - 1))
  }

  private var runningInBackground: Int {
    live.count { $0.value.phase == .running && $0.value.urgency == .background }
  }

  private mutating func checkSlots() {
    let running = live.count { $0.value.phase == .running }
    if running > policy.width { problems.append("\(running) run in \(policy.width) slots") }
    if runningInBackground > max(1, policy.width - 1) {
      problems.append("\(runningInBackground) background computations run in \(policy.width) slots")
    }
    guard running < policy.width else { return }
    for requestClass in RequestClass.allCases where requestClass != .background {
      if couldStart(requestClass) { problems.append("a slot is empty while \(requestClass) waits") }
    }
    let isIdle = live.allSatisfy { $0.value.phase != .running }
    if isIdle, couldStart(.background) { problems.append("nothing runs while background waits") }
  }
}
