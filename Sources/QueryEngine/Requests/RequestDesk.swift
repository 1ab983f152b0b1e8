import IncrementalQueries
import PikeAnalysis

/// Who has asked what and was not answered yet, who works for whom, and what is told of it. Guarded by the engine; calls nobody.
struct RequestDesk: Sendable {
  typealias Completion = @Sendable (EngineResponse) -> Void

  /// A request that is not answered yet.
  struct Open {
    var id: String
    var origin: RequestOrigin
    var request: FeatureRequest
    var requestClass: RequestClass
    var selection: SnapshotSelection
    var arrival: Duration
    var isShared: Bool
    var computation: ComputationNumber
    var completion: Completion
  }

  /// One that was answered, and whose computation has yet to notice.
  private struct Stopping {
    var record: EngineStatistics.Record
    var cancelledAt: Duration
  }

  private struct Work {
    var computation: Computation
    var begunAt: Duration?
    var revision: Revision
    var stopping: [Stopping] = []
  }

  /// What is to be done when the desk is no longer locked.
  struct Effects {
    var answers: [(completion: Completion, response: EngineResponse)] = []
    var slices: [Computation] = []
    var preparation: Computation?
  }

  var scheduler: RequestScheduler
  var telemetry: Telemetry
  private var open: [RequestNumber: Open] = [:]
  private var numbers: [String: RequestNumber] = [:]
  private var works: [ComputationNumber: Work] = [:]
  private var stoppingCount = 0
  private var isDisposed = false

  init(policy: RequestScheduler.Policy, recentMetrics: Int) {
    scheduler = RequestScheduler(policy: policy)
    telemetry = Telemetry(capacity: recentMetrics)
  }

  // MARK: Taking requests

  /// Makes a computation if there is none to share.
  mutating func take(
    _ arrival: Arrival, _ request: Open, state: EngineState, make: (ComputationNumber) -> Computation
  ) -> Effects {
    if isDisposed { return refuse(request, .rejected("the engine was disposed of")) }
    if request.origin == .client, numbers[request.id] != nil {
      return refuse(request, .rejected("a request with the id \(request.id) is open"))
    }
    var request = request
    let (number, computation, isNew, actions) = scheduler.arrive(arrival)
    request.computation = computation
    request.isShared = !isNew
    open[number] = request
    if request.origin == .client { numbers[request.id] = number }
    var effects = Effects()
    if isNew {
      let made = make(computation)
      works[computation] = Work(computation: made, revision: state.revision)
      if arrival.needsPreparation { effects.preparation = made }
    }
    carryOut(actions, at: request.arrival, &effects)
    return effects
  }

  /// Answers a request that is not taken.
  mutating func refuse(_ request: Open, _ outcome: EngineResponse.Outcome) -> Effects {
    let metrics = metrics(of: request, work: nil, effort: Effort(), at: request.arrival)
    let response = EngineResponse(id: request.id, outcome: outcome, snapshotUsed: nil, metrics: metrics)
    record(response, request.request)
    return Effects(answers: [(request.completion, response)])
  }

  mutating func cancel(_ id: String, at now: Duration) -> Effects? {
    guard let number = numbers[id] else { return nil }
    var effects = Effects()
    carryOut(scheduler.cancel(number, .requested), at: now, &effects)
    return effects
  }

  mutating func dispose(at now: Duration) -> Effects {
    isDisposed = true
    var effects = Effects()
    for number in scheduler.openRequests { carryOut(scheduler.cancel(number, .disposed), at: now, &effects) }
    return effects
  }

  // MARK: Computations

  mutating func begin(_ computation: ComputationNumber, at now: Duration) {
    guard let index = works.index(forKey: computation), works.values[index].begunAt == nil else { return }
    works.values[index].begunAt = now
  }

  mutating func suspend(_ computation: ComputationNumber, at now: Duration) -> Effects {
    effects(of: scheduler.suspend(computation), at: now)
  }

  mutating func resume(_ computation: ComputationNumber, at now: Duration) -> Effects {
    effects(of: scheduler.resume(computation), at: now)
  }

  /// After the preparation, which may have found a newer snapshot.
  mutating func prepared(_ computation: Computation, at now: Duration) -> Effects {
    works[computation.number]?.revision = computation.state.revision
    scheduler.move(computation.number, to: computation.state.revision)
    return resume(computation.number, at: now)
  }

  enum AfterStep {
    case goOn
    case stop
    case giveBack(Effects)
  }

  mutating func stepEnded(_ computation: ComputationNumber, at now: Duration) -> AfterStep {
    switch scheduler.stepEnded(computation) {
    case .goOn: .goOn
    case .stop: .stop
    case .giveBack(let actions): .giveBack(effects(of: actions, at: now))
    }
  }

  /// The computation has ended. Whoever has not been answered gets `outcome`.
  mutating func end(
    _ computation: ComputationNumber, _ outcome: EngineResponse.Outcome, _ effort: Effort, at now: Duration
  ) -> Effects {
    let (members, actions) = scheduler.end(computation)
    var effects = Effects()
    let isOnlyFirst = members.count > 1 && scheduler.policy.sabotage.map { $0.answersOnlyFirst() } ?? false
    for number in isOnlyFirst ? Array(members.prefix(1)) : members {
      guard let request = close(number) else { continue }
      let metrics = metrics(of: request, work: works[computation], effort: effort, at: now, isEnd: true)
      let response = EngineResponse(
        id: request.id, outcome: outcome, snapshotUsed: works[computation]?.revision, metrics: metrics)
      record(response, request.request)
      effects.answers.append((request.completion, response))
    }
    stopped(computation, effort, at: now)
    carryOut(actions, at: now, &effects)
    return effects
  }

  // MARK: Statistics

  var openCount: Int { open.count }
  var stoppingRequestCount: Int { stoppingCount }
  var computationCount: Int { works.count }

  // MARK: The scheduler's actions

  private mutating func effects(of actions: [SchedulingAction], at now: Duration) -> Effects {
    var effects = Effects()
    carryOut(actions, at: now, &effects)
    return effects
  }

  private mutating func carryOut(_ actions: [SchedulingAction], at now: Duration, _ effects: inout Effects) {
    // Answers of requests whose computation stops are complete only then.
    for (index, action) in actions.enumerated() {
      switch action {
      case .cancelled(let number, let reason):
        let next = index + 1 < actions.count ? actions[index + 1] : nil
        cancelled(number, reason, next, at: now, &effects)
      case .stop(let computation):
        if let sabotage = scheduler.policy.sabotage, sabotage.goesOnAfterCancel() { continue }
        works[computation]?.computation.cancellation.cancel()
      case .discard(let computation):
        works[computation]?.computation.cancellation.cancel()
        stopped(computation, effortOfIdle(computation), at: now)
      case .run(let computation):
        if let work = works[computation] { effects.slices.append(work.computation) }
      }
    }
  }

  /// What was done for a computation that nobody works on now, so that it may be asked.
  private func effortOfIdle(_ computation: ComputationNumber) -> Effort {
    guard let work = works[computation], work.begunAt != nil else { return Effort() }
    return work.computation.effort
  }

  /// `next` says what becomes of the computation, unless it goes on for others.
  private mutating func cancelled(
    _ number: RequestNumber, _ reason: CancellationReason, _ next: SchedulingAction?, at now: Duration,
    _ effects: inout Effects
  ) {
    guard let request = close(number) else { return }
    let work = works[request.computation]
    let stops = next == .stop(request.computation)
    let effort = next == .discard(request.computation) ? effortOfIdle(request.computation) : Effort()
    var metrics = metrics(of: request, work: work, effort: effort, at: now)
    metrics.isCancelled = true
    metrics.cancelToStop = stops ? nil : .zero
    let response = EngineResponse(
      id: request.id, outcome: .cancelled(reason), snapshotUsed: work?.revision, metrics: metrics)
    if scheduler.policy.sabotage.map({ !$0.leavesUnanswered(reason) }) ?? true {
      effects.answers.append((request.completion, response))
    }
    guard stops else { return record(response, request.request) }
    stoppingCount += 1
    works[request.computation]?.stopping.append(
      Stopping(record: Self.makeRecord(response, request.request), cancelledAt: now))
  }

  /// Nothing works for the computation any more.
  private mutating func stopped(_ computation: ComputationNumber, _ effort: Effort, at now: Duration) {
    guard let work = works.removeValue(forKey: computation) else { return }
    telemetry.add(effort.work)
    for var stopping in work.stopping {
      stoppingCount -= 1
      stopping.record.metrics.cancelToStop = now - stopping.cancelledAt
      stopping.record.metrics.queries = effort.queries
      stopping.record.metrics.work = effort.work
      telemetry.record(stopping.record)
    }
  }

  private mutating func close(_ number: RequestNumber) -> Open? {
    guard let request = open.removeValue(forKey: number) else { return nil }
    if request.origin == .client { numbers[request.id] = nil }
    return request
  }

  private mutating func record(_ response: EngineResponse, _ request: FeatureRequest) {
    telemetry.record(Self.makeRecord(response, request))
  }

  private static func makeRecord(_ response: EngineResponse, _ request: FeatureRequest) -> EngineStatistics.Record {
    EngineStatistics.Record(
      id: response.id, request: request, outcome: response.outcome.kind, snapshotUsed: response.snapshotUsed,
      metrics: response.metrics)
  }

  private func metrics(
    of request: Open, work: Work?, effort: Effort, at now: Duration, isEnd: Bool = false
  ) -> QueryMetrics {
    QueryMetrics(
      requestClass: request.requestClass, snapshotRequested: request.selection, duration: now - request.arrival,
      queueWait: max(.zero, (work?.begunAt ?? now) - request.arrival), cancelToStop: nil, isCancelled: false,
      isShared: request.isShared, isCacheHit: isEnd && effort.executed == 0, queries: effort.queries, work: effort.work)
  }
}
