internal import Synchronization

extension QueryTable {
  /// What the shared memos know about a key at a revision.
  enum Knowledge {
    case valid(Q.Value, Standing)
    /// It may hold still.
    case older(Memo<Q.Value>)
    /// It may have been otherwise then.
    case newer
    case nothing
  }

  /// The value for a key: remembered, found to be still valid, or computed.
  func fetch(_ key: Q.Key, in context: QueryContext) throws(QueryInterruption) -> (Slot, Q.Value, Standing) {
    let (slot, knowledge) = state.withLock { state in
      let slot = state.slots.slot(of: key, table: index)
      return (slot, Self.knowledge(&state, slot, context.snapshot.revision))
    }
    let (value, standing) = try fetch(slot, key, knowledge, in: context)
    return (slot, value, standing)
  }

  func fetch(
    _ slot: Slot, _ key: Q.Key, _ knowledge: Knowledge, in context: QueryContext
  ) throws(QueryInterruption) -> (Q.Value, Standing) {
    var memo: Memo<Q.Value>?
    switch knowledge {
    case .valid(let value, let standing):
      context.note(.reused, Q.self, key)
      return (value, standing)
    case .older(let old):
      memo = old
      try context.enter(slot)
      let isValid: Bool
      do throws(QueryInterruption) {
        isValid = try validate(old, in: context)
        context.leave()
      } catch {
        try context.leaveValidation(error)
        isValid = false
      }
      if isValid, let found = validated(old, slot, in: context) {
        context.note(.validated, Q.self, key)
        return found
      }
    case .newer, .nothing: break
    }
    if let known = context.snapshot.privateMemo(at: slot, of: Q.Value.self) {
      context.note(.reused, Q.self, key)
      return (known.value, .privately(at: context.snapshot.revision))
    }
    return try execute(slot, key, old: memo, in: context)
  }

  func refresh(_ slot: Slot, in context: QueryContext) throws(QueryInterruption) -> Standing? {
    let found: (Q.Key, Knowledge)? = state.withLock { state in
      guard let key = state.slots.key(at: slot) else { return nil }
      return (key, Self.knowledge(&state, slot, context.snapshot.revision))
    }
    guard let (key, knowledge) = found else { return nil }
    // Whether the memo holds is enough; its value may have been let go.
    if case .older(let memo) = knowledge, memo.hasNoValue(in: self) {
      return try refreshWithoutValue(memo, slot, key, in: context)
    }
    return try fetch(slot, key, knowledge, in: context).1
  }

  /// A memo that has no value still tells whether the value is as it was.
  private func refreshWithoutValue(
    _ memo: Memo<Q.Value>, _ slot: Slot, _ key: Q.Key, in context: QueryContext
  ) throws(QueryInterruption) -> Standing? {
    try context.enter(slot)
    do throws(QueryInterruption) {
      let isValid = try validate(memo, in: context)
      context.leave()
      if isValid {
        context.note(.validated, Q.self, key)
        return standing(of: memo)
      }
    } catch {
      try context.leaveValidation(error)
    }
    return try execute(slot, key, old: memo, in: context).1
  }

  private static func knowledge(_ state: inout State, _ slot: Slot, _ revision: Revision) -> Knowledge {
    guard let memo = state.memo(at: slot.index) else { return .nothing }
    if memo.verifiedAt < revision { return .older(memo) }
    guard memo.covers(revision) else { return .newer }
    guard let value = memo.value else { return .older(memo) }
    memo.lastUse = state.tick()
    return .valid(value, memo.standing)
  }

  func standing(of memo: Memo<Q.Value>) -> Standing { state.withLock { _ in memo.standing } }

  /// The value of a memo that was just validated, unless it was let go.
  private func validated(_ memo: Memo<Q.Value>, _ slot: Slot, in context: QueryContext) -> (Q.Value, Standing)? {
    state.withLock { state in
      guard let value = memo.value else { return nil }
      memo.lastUse = state.tick()
      return (value, memo.standing)
    }
  }
}

extension Memo {
  fileprivate func hasNoValue<Q: Query>(in table: QueryTable<Q>) -> Bool where Q.Value == Value {
    table.state.withLock { _ in value == nil }
  }

  /// To be asked under the table's lock.
  var standing: Standing { Standing(changedAt: changedAt, validFrom: validFrom, durability: durability) }
}

extension Standing {
  /// Of what only one revision knows: whoever compares must take it for changed.
  static func privately(at revision: Revision) -> Standing {
    Standing(changedAt: revision, validFrom: revision, durability: .low, isPrivate: true)
  }
}
