internal import Synchronization

/// What is got when a value is asked for.
struct Answer {
  /// Nil only if whoever asked does not need it.
  let value: AnyValue?
  let standing: Standing
}

extension MemoTable {
  enum Need {
    case value
    /// Only whether it is as it was.
    case standing
  }

  /// What the shared memo tells about a revision.
  enum Finding {
    case known(Answer)
    /// Nothing that it can depend on was written since.
    case stillHolds(Answer)
    /// It may hold, if what it depends on is as it was at the revision.
    case old(Memo, Revision)
    /// It is the value of a cycle, of which these are the participants.
    case onCycle(Memo, [Slot])
    case nothing
    /// The place belongs to another key now.
    case gone

    var isAnswered: Bool {
      switch self {
      case .known, .stillHolds: true
      case .old, .onCycle, .nothing, .gone: false
      }
    }
  }

  /// The value for a key: remembered, found to be still valid, or computed.
  func fetch(_ key: KeyFinder, in context: QueryContext) throws(QueryInterruption) -> (Slot, Answer) {
    let (slot, finding) = state.withLock { state in
      let slot = state.slot(table: index, of: key)
      return (slot, state.lookToWork(slot, .value, in: context))
    }
    return (slot, try answer(slot, finding, .value, in: context))
  }

  /// Brings what lives in the slot up to date for the context's revision; nil when it is gone.
  func refresh(_ slot: Slot, in context: QueryContext) throws(QueryInterruption) -> Standing? {
    let finding = state.withLock { $0.isCurrent(slot) ? $0.lookToWork(slot, .standing, in: context) : .gone }
    if case .gone = finding { return nil }
    return try answer(slot, finding, .standing, in: context).standing
  }

  private func answer(
    _ slot: Slot, _ finding: Finding, _ need: Need, in context: QueryContext
  ) throws(QueryInterruption) -> Answer {
    switch finding {
    case .known(let answer): return try reuse(answer, slot, .reused, in: context)
    case .stillHolds(let answer): return try reuse(answer, slot, .validated, in: context)
    case .old, .onCycle, .nothing, .gone:
      defer { state.withLock { $0.places[Int(slot.index)].users -= 1 } }
      return try work(slot, finding, need, in: context)
    }
  }

  private func work(
    _ slot: Slot, _ first: Finding, _ need: Need, in context: QueryContext
  ) throws(QueryInterruption) -> Answer {
    if let answer = context.snapshot.privateAnswer(at: slot, in: context) {
      return try reuse(answer, slot, .reused, in: context)
    }
    var finding = first
    while true {
      switch finding {
      case .known(let answer): return try reuse(answer, slot, .reused, in: context)
      case .stillHolds(let answer): return try reuse(answer, slot, .validated, in: context)
      case .nothing, .gone: return try execute(slot, in: context)
      case .onCycle(let memo, let participants):
        guard context.mayUse(cycleOf: participants) else { return try execute(slot, in: context) }
        finding = state.withLock { $0.look(slot, need, allowing: memo, in: context) }
      case .old(let memo, let verifiedAt):
        switch try validate(memo, since: verifiedAt, slot, in: context) {
        case .holds(let answer):
          if need == .value, answer.value == nil { return try execute(slot, in: context) }
          context.note(.validated, self, slot)
          return answer
        case .changed: return try execute(slot, in: context)
        case .overtaken: finding = state.withLock { $0.look(slot, need, in: context) }
        }
      }
    }
  }

  private func reuse(
    _ answer: Answer, _ slot: Slot, _ happening: QueryContext.Happening, in context: QueryContext
  ) throws(QueryInterruption) -> Answer {
    try context.checkDepth(adding: answer.standing.height)
    context.note(happening, self, slot)
    return answer
  }
}

extension MemoTable.State {
  /// Looks, and if that is not enough, keeps the place from being removed until the work is done.
  mutating func lookToWork(_ slot: Slot, _ need: MemoTable.Need, in context: QueryContext) -> MemoTable.Finding {
    let finding = look(slot, need, in: context)
    if !finding.isAnswered { places[Int(slot.index)].users += 1 }
    return finding
  }

  /// Looks; `cyclic` is a memo that may be used although it is on a cycle.
  mutating func look(
    _ slot: Slot, _ need: MemoTable.Need, allowing cyclic: Memo? = nil, in context: QueryContext
  ) -> MemoTable.Finding {
    guard let memo = places[Int(slot.index)].memo else { return .nothing }
    guard memo.participants.isEmpty || memo === cyclic else { return .onCycle(memo, memo.participants) }
    let snapshot = context.snapshot
    let isOlder = memo.verifiedAt < snapshot.revision
    if isOlder {
      guard snapshot.changeTimes[atLeast: memo.standing.durability] <= memo.verifiedAt else {
        // What the other participants read is not known step by step, and on the way some may turn out to be on other cycles.
        return memo.participants.isEmpty ? .old(memo, memo.verifiedAt) : .nothing
      }
      memo.verifiedAt = snapshot.revision
    }
    guard memo.covers(snapshot.revision), memo.value != nil || need == .standing else { return .nothing }
    touch(memo)
    let answer = Answer(value: need == .value ? memo.value : nil, standing: memo.standing)
    return isOlder ? .stillHolds(answer) : .known(answer)
  }
}
