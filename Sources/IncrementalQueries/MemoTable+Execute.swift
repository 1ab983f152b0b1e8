internal import Synchronization

extension MemoTable {
  /// Computes the value and keeps it, as a memo for all revisions if it is the newest, else for this revision alone.
  func execute(_ slot: Slot, in context: QueryContext) throws(QueryInterruption) -> Answer {
    try context.enter(slot)
    let previous = state.withLock { $0.places[Int(slot.index)].memo?.value }
    let value: AnyValue
    do throws(QueryInterruption) {
      value = try query.execute(slot, self, context, previous)
      try context.checkInterruption()
    } catch {
      return keep(try valueInCycle(slot, error, in: context), slot, in: context)
    }
    let evidence = context.leave()
    context.note(.executed, self, slot)
    return keep(Memo.Result(value: value, evidence: evidence, participants: []), slot, in: context)
  }

  /// All participants of a cycle get their value for that case. Only the outermost keeps it: the others, when they are asked
  /// themselves, are the outermost, so that it does not matter where one enters a cycle.
  private func valueInCycle(
    _ slot: Slot, _ error: QueryInterruption, in context: QueryContext
  ) throws(QueryInterruption) -> Memo.Result {
    guard case .cycle(let cycle) = error, cycle.head == context.depth - 1 else {
      context.leave(because: error)
      throw error
    }
    let evidence = context.leave()
    context.report(.cycle(cycle.participants))
    guard let value = query.valueInCycle(slot, self) else {
      throw context.interrupt(.cycle(QueryCycle(participants: cycle.participants, slots: [], head: -1)))
    }
    context.resume()
    return Memo.Result(value: value, evidence: evidence, participants: cycle.slots)
  }

  // MARK: Keeping the result

  fileprivate enum Outcome {
    case kept(Answer, isBackdated: Bool)
    /// A newer revision's memo stands there, or what was read is private.
    case onlyForThisRevision
    /// Somebody else was quicker.
    case overtaken
  }

  private func keep(_ result: Memo.Result, _ slot: Slot, in context: QueryContext) -> Answer {
    let revision = context.snapshot.revision
    while true {
      let (old, oldValue) = state.withLock { state in
        let memo = state.places[Int(slot.index)].memo
        return (memo, memo?.value)
      }
      // Comparing may take long, so it is done without the lock.
      var isSame = Self.maySucceed(old, result) && oldValue.map { query.isSame($0, result.value) } ?? false
      if !isSame, oldValue != nil, let sabotage = context.database.sabotage {
        isSame = sabotage.takesForSame(name)
      }
      switch state.withLock({ $0.keep(result, slot, replacing: old, isSame: isSame, at: revision) }) {
      case .overtaken: continue
      case .kept(let answer, let isBackdated):
        if isBackdated { context.note(.backdated, self, slot) }
        trim(in: context)
        return answer
      case .onlyForThisRevision:
        context.snapshot.keep(result, at: slot)
        return Answer(
          value: result.value, standing: .privately(at: revision, height: result.evidence.standing.height + 1))
      }
    }
  }

  /// Whether the result may be taken for the same as the memo's. A cycle never is: whoever depends on it must look whether it is on
  /// the cycle, too.
  private static func maySucceed(_ memo: Memo?, _ result: Memo.Result) -> Bool {
    guard let memo else { return false }
    return memo.participants.isEmpty && result.participants.isEmpty && !result.evidence.standing.isPrivate
  }
}

extension MemoTable.State {
  fileprivate mutating func keep(
    _ result: Memo.Result, _ slot: Slot, replacing old: Memo?, isSame: Bool, at revision: Revision
  ) -> MemoTable.Outcome {
    guard places[Int(slot.index)].memo === old else { return .overtaken }
    if let old, old.covers(revision) {
      // The value was let go, or somebody else has computed it meanwhile. It is the same, since queries are pure.
      if old.value == nil { valueCount += 1 }
      old.value = old.value ?? result.value
      // The same ones, but some may have lost their places since.
      old.participants = result.participants
      touch(old)
      return .kept(Answer(value: old.value, standing: old.standing), isBackdated: false)
    }
    var standing = result.evidence.standing
    if standing.isPrivate || (old.map { $0.verifiedAt > revision } ?? false) { return .onlyForThisRevision }
    standing.height += 1
    if let old {
      if isSame { standing.changedAt = old.standing.changedAt }
      // The queries that the cycle cut off have no memos of that time, so that what they have read does not tell when it began or
      // ended.
      if !old.participants.isEmpty || !result.participants.isEmpty { standing.changedAt = revision }
    }
    clock += 1
    setMemo(Memo(result, standing, verifiedAt: revision, lastUse: clock), at: slot)
    return .kept(Answer(value: result.value, standing: standing), isBackdated: isSame)
  }
}
