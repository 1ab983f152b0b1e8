/// Who runs: slots, turns and steps.
extension RequestScheduler {
  /// A prepared computation, or one whose missing input has come, wants a slot; unless it was cancelled meanwhile.
  mutating func resume(_ number: ComputationNumber) -> [SchedulingAction] {
    guard let computation = computations[number], computation.phase == .suspended else { return [] }
    enqueue(number)
    return fillSlots()
  }

  /// A computation waits for something that is not a slot.
  mutating func suspend(_ number: ComputationNumber) -> [SchedulingAction] {
    guard let computation = computations[number], computation.phase == .running else { return [] }
    releaseSlot(of: computation)
    // Whoever has only to wait for something has stopped.
    if computation.isStopping { return [discard(number)] + fillSlots() }
    computations[number]?.phase = .suspended
    updateClass(of: number)
    return fillSlots()
  }

  /// A running computation has made a step and is not finished.
  mutating func stepEnded(_ number: ComputationNumber) -> StepDecision {
    guard let computation = computations[number], computation.phase == .running else { return .stop }
    if computation.isStopping { return policy.sabotage.map { $0.goesOnAfterCancel() } ?? false ? .goOn : .stop }
    computations[number]?.stepsInSlot += 1
    let isTurnOver =
      computation.stepsInSlot + 1 >= policy.quantum && !ready[computation.requestClass.rawValue].isEmpty
    // Its urgent members may have been cancelled.
    let isDemoted = classOfMembers(of: computation) != computation.requestClass
    guard isTurnOver || isDemoted || isWanted(bySomebodyBefore: computation) else { return .goOn }
    releaseSlot(of: computation)
    computations[number]?.phase = .suspended
    updateClass(of: number)
    // Who had to make room for others is the next of its class; who has had its turn is the last.
    enqueue(number, ticket: isTurnOver ? nil : computation.ticket)
    return .giveBack(fillSlots())
  }

  /// Whether the computation's slot would go to another class.
  private func isWanted(bySomebodyBefore computation: Computation) -> Bool {
    guard running >= policy.width, !(policy.sabotage.map { $0.ignoresClasses() } ?? false) else { return false }
    return RequestClass.allCases.contains { other in
      guard other != computation.requestClass, mayRun(other) else { return false }
      return other < computation.requestClass || passedOver[other.rawValue] >= policy.patience
    }
  }

  mutating func enqueue(_ number: ComputationNumber, ticket: UInt64? = nil) {
    guard let requestClass = computations[number]?.requestClass else { return }
    if ticket == nil { lastTicket += 1 }
    let ticket = ticket ?? lastTicket
    change(number) {
      $0.ticket = ticket
      $0.phase = .ready
    }
    ready[requestClass.rawValue].insert(number, ticket: ticket)
  }

  /// The class is that of the most urgent member. One that has a slot is not demoted before the end of its step.
  mutating func updateClass(of number: ComputationNumber) {
    guard let computation = computations[number] else { return }
    let urgent = classOfMembers(of: computation)
    guard urgent != computation.requestClass else { return }
    switch computation.phase {
    case .running:
      guard urgent < computation.requestClass else { return }
      if computation.requestClass == .background { runningInBackground -= 1 }
    case .ready:
      ready[computation.requestClass.rawValue].remove(number)
      ready[urgent.rawValue].insert(number, ticket: computation.ticket)
    case .suspended: break
    }
    computations[number]?.requestClass = urgent
  }

  private func classOfMembers(of computation: Computation) -> RequestClass {
    computation.members.compactMap { requests[$0]?.requestClass }.min() ?? computation.requestClass
  }

  /// One look-up for several changes.
  private mutating func change(_ number: ComputationNumber, _ change: (inout Computation) -> Void) {
    guard let index = computations.index(forKey: number) else { return }
    change(&computations.values[index])
  }

  mutating func releaseSlot(of computation: Computation) {
    running -= 1
    if computation.requestClass == .background { runningInBackground -= 1 }
  }

  // MARK: Giving slots

  mutating func fillSlots() -> [SchedulingAction] {
    var actions: [SchedulingAction] = []
    while running < policy.width, let requestClass = nextClass(), let next = ready[requestClass.rawValue].popFirst() {
      running += 1
      if requestClass == .background { runningInBackground += 1 }
      change(next) {
        $0.phase = .running
        $0.stepsInSlot = 0
      }
      noteStart(of: requestClass)
      actions.append(.run(next))
    }
    return actions
  }

  /// Whoever was passed over long enough, else the most urgent.
  private func nextClass() -> RequestClass? {
    if let sabotage = policy.sabotage, sabotage.ignoresClasses() {
      let candidates = RequestClass.allCases.filter { mayRun($0) }
      return candidates.min { ready[$0.rawValue].firstTicket < ready[$1.rawValue].firstTicket }
    }
    var (mostUrgent, mostPatient): (RequestClass?, RequestClass?)
    for candidate in RequestClass.allCases where mayRun(candidate) {
      if mostUrgent == nil { mostUrgent = candidate }
      if passedOver[candidate.rawValue] >= policy.patience { mostPatient = candidate }
    }
    return mostPatient ?? mostUrgent
  }

  /// Whether one of the class waits that may have a slot if there is one.
  private func mayRun(_ requestClass: RequestClass) -> Bool {
    if let sabotage = policy.sabotage {
      if sabotage.holdsBack(requestClass) { return false }
      if sabotage.ignoresClasses() { return !ready[requestClass.rawValue].isEmpty }
    }
    return !ready[requestClass.rawValue].isEmpty
      && (requestClass != .background || runningInBackground < policy.backgroundWidth)
  }

  private mutating func noteStart(of started: RequestClass) {
    passedOver[started.rawValue] = 0
    var isPromotion = false
    for other in RequestClass.allCases where other != started && mayRun(other) {
      if other > started { passedOver[other.rawValue] += 1 } else { isPromotion = true }
    }
    if isPromotion { countPromotion(of: started) }
  }
}
