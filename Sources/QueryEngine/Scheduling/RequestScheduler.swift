import IncrementalQueries
import PikeAnalysis

/// Decides which request is computed when, which ones share a computation, and which one takes another's place. A state machine: it
/// does nothing itself, and knows no time.
///
/// - Each request is over exactly once: by `cancelled` or as a member of an ended computation.
/// - At most `width` computations have a slot, and at most `width - 1` (but one) of them are background ones.
/// - No slot is empty while a computation waits that may have it; a more urgent class goes first, and gets a slot of a less urgent
///   one at the end of its step. (See `RequestScheduler+Slots`.)
/// - A class that waits gets a slot after at most `patience` starts of more urgent ones, for at least one step.
struct RequestScheduler: Sendable {
  struct Policy: Sendable {
    var width = 2
    var patience = 8
    var quantum = 4
    var sabotage: (any SchedulingSabotage)?

    var backgroundWidth: Int { max(1, width - 1) }
  }

  struct Request {
    let computation: ComputationNumber
    let requestClass: RequestClass
    let revision: Revision
    let supersessionKey: SupersessionKey?
  }

  struct Computation {
    enum Phase { case suspended, ready, running }

    var shareKey: ShareKey
    var members: [RequestNumber] = []
    var requestClass: RequestClass
    var phase = Phase.suspended
    var ticket: UInt64 = 0
    var stepsInSlot = 0
    /// It has a slot, but all members are gone, and whoever works on it does not know yet.
    var isStopping = false
  }

  struct ShareKey: Hashable {
    var query: FeatureQuery
    var revision: Revision
    /// Its preparation may find that the disk has changed; what is about a fixed snapshot must not join it.
    var mayMove: Bool
  }

  struct SupersessionKey: Hashable {
    let feature: Feature
    let file: FileID
    let origin: RequestOrigin
  }

  let policy: Policy
  private(set) var counts: [SchedulingCounts] = Array(repeating: SchedulingCounts(), count: RequestClass.allCases.count)
  private(set) var requests: [RequestNumber: Request] = [:]
  var computations: [ComputationNumber: Computation] = [:]
  private var shareable: [ShareKey: ComputationNumber] = [:]
  /// The open requests that may be superseded, oldest first.
  private var supersedable: [SupersessionKey: [RequestNumber]] = [:]
  private var lastNumber: UInt64 = 0

  // The slots, see `RequestScheduler+Slots`.
  var ready: [ReadyQueue] = Array(repeating: ReadyQueue(), count: RequestClass.allCases.count)
  /// By class: how many more urgent ones have got a slot since one of this class last did, while one waited.
  var passedOver: [Int] = Array(repeating: 0, count: RequestClass.allCases.count)
  var running = 0
  var runningInBackground = 0
  var lastTicket: UInt64 = 0

  init(policy: Policy) {
    self.policy = policy
    precondition(policy.width > 0 && policy.patience > 0 && policy.quantum > 0, "a scheduler needs room for one step")
  }

  // MARK: Arrival

  /// - Returns: `isNew` when there is no identical computation, so that one is to be made.
  mutating func arrive(
    _ arrival: Arrival
  ) -> (request: RequestNumber, computation: ComputationNumber, isNew: Bool, actions: [SchedulingAction]) {
    let number = RequestNumber(number: nextNumber())
    counts[arrival.requestClass.rawValue].arrived += 1
    var shareKey = ShareKey(query: arrival.query, revision: arrival.revision, mayMove: arrival.needsPreparation)
    if let sabotage = policy.sabotage {
      sabotage.arrives(arrival.requestClass)
      if sabotage.sharesWhateverRevision(arrival.query.request) { shareKey.revision = .origin }
    }
    let shared = shareable[shareKey]
    let computation = shared ?? ComputationNumber(number: nextNumber())
    let key = supersessionKey(of: arrival)
    requests[number] = Request(
      computation: computation, requestClass: arrival.requestClass, revision: arrival.revision, supersessionKey: key)
    var actions: [SchedulingAction] = []
    if shared != nil {
      counts[arrival.requestClass.rawValue].shared += 1
      computations[computation]?.members.append(number)
      updateClass(of: computation)
    } else {
      shareable[shareKey] = computation
      computations[computation] = Computation(
        shareKey: shareKey, members: [number], requestClass: arrival.requestClass)
    }
    if let key { actions += supersede(key, by: number, arrival) }
    if shared == nil, !arrival.needsPreparation { enqueue(computation) }
    return (number, computation, shared == nil, actions + fillSlots())
  }

  private func supersessionKey(of arrival: Arrival) -> SupersessionKey? {
    let request = arrival.query.request
    guard !arrival.isFixed, request.supersession != .never, let file = request.file else { return nil }
    return SupersessionKey(feature: request.feature, file: file, origin: arrival.origin)
  }

  private mutating func supersede(
    _ key: SupersessionKey, by newer: RequestNumber, _ arrival: Arrival
  ) -> [SchedulingAction] {
    let computation = requests[newer]?.computation
    var actions: [SchedulingAction] = []
    if let sabotage = policy.sabotage, sabotage.keepsSuperseded() { return actions }
    for older in supersedable[key] ?? [] {
      guard let request = requests[older], request.computation != computation else { continue }
      if arrival.query.request.supersession == .olderStates, request.revision >= arrival.revision { continue }
      counts[request.requestClass.rawValue].superseded += 1
      actions += remove(older, .superseded)
    }
    supersedable[key, default: []].append(newer)
    return actions
  }

  // MARK: Cancellation

  /// Nothing if there is no such request any more.
  mutating func cancel(_ request: RequestNumber, _ reason: CancellationReason) -> [SchedulingAction] {
    let actions = remove(request, reason)
    return actions.isEmpty ? [] : actions + fillSlots()
  }

  private mutating func remove(_ number: RequestNumber, _ reason: CancellationReason) -> [SchedulingAction] {
    guard let request = forget(number) else { return [] }
    var actions = [SchedulingAction.cancelled(number, reason)]
    computations[request.computation]?.members.removeAll { $0 == number }
    guard let computation = computations[request.computation] else { return actions }
    guard computation.members.isEmpty || policy.sabotage.map({ $0.stopsForOthersToo() }) ?? false else {
      updateClass(of: request.computation)
      return actions
    }
    unshare(request.computation)
    switch computation.phase {
    case .running:
      computations[request.computation]?.isStopping = true
      actions.append(.stop(request.computation))
    case .ready:
      ready[computation.requestClass.rawValue].remove(request.computation)
      actions.append(discard(request.computation))
    case .suspended: actions.append(discard(request.computation))
    }
    return actions
  }

  /// Forgets a computation that nobody works on. What it waits for may come all the same, and finds it gone.
  mutating func discard(_ number: ComputationNumber) -> SchedulingAction {
    computations[number] = nil
    return .discard(number)
  }

  private mutating func forget(_ number: RequestNumber) -> Request? {
    guard let request = requests.removeValue(forKey: number) else { return nil }
    if let key = request.supersessionKey, let index = supersedable.index(forKey: key) {
      supersedable.values[index].removeAll { $0 == number }
      if supersedable.values[index].isEmpty { supersedable.remove(at: index) }
    }
    return request
  }

  private mutating func unshare(_ computation: ComputationNumber) {
    guard let key = computations[computation]?.shareKey, shareable[key] == computation else { return }
    shareable[key] = nil
  }

  // MARK: Computations

  /// The computation has an answer, or has noticed that nobody wants one. Whoever is still there gets it.
  mutating func end(_ number: ComputationNumber) -> (members: [RequestNumber], actions: [SchedulingAction]) {
    unshare(number)
    guard let computation = computations.removeValue(forKey: number) else { return ([], []) }
    switch computation.phase {
    case .running:
      if computation.isStopping, let sabotage = policy.sabotage, sabotage.losesSlot() { break }
      releaseSlot(of: computation)
    case .ready: ready[computation.requestClass.rawValue].remove(number)
    case .suspended: break
    }
    for member in computation.members { _ = forget(member) }
    if let sabotage = policy.sabotage, sabotage.losesWakeUp() { return (computation.members, []) }
    return (computation.members, fillSlots())
  }

  /// What was found while preparing it makes it one about a newer snapshot.
  mutating func move(_ number: ComputationNumber, to revision: Revision) {
    guard var key = computations[number]?.shareKey else { return }
    unshare(number)
    key.revision = revision
    computations[number]?.shareKey = key
    if shareable[key] == nil { shareable[key] = number }
  }

  mutating func countPromotion(of requestClass: RequestClass) { counts[requestClass.rawValue].promoted += 1 }

  var openRequests: [RequestNumber] { requests.keys.sorted() }

  private mutating func nextNumber() -> UInt64 {
    lastNumber += 1
    return lastNumber
  }
}
