internal import Synchronization

extension QueryTable {
  /// Computes the value and keeps it, as a memo for all revisions if it is the newest, else for this revision alone.
  func execute(
    _ slot: Slot, _ key: Q.Key, old: Memo<Q.Value>?, in context: QueryContext
  ) throws(QueryInterruption) -> (Q.Value, Standing) {
    try context.enter(slot)
    let previous = old.flatMap { memo in state.withLock { _ in memo.value } }
    let value: Q.Value
    let evidence: Evidence
    do throws(QueryInterruption) {
      value = try Q.execute(key, in: context, previous: previous)
      evidence = context.leave()
      context.note(.executed, Q.self, key)
    } catch {
      (value, evidence) = try valueInCycle(key, error, in: context)
    }
    let revision = context.snapshot.revision
    if !evidence.isPrivate, let standing = share(value, evidence, slot, key, in: context) { return (value, standing) }
    context.snapshot.keep(PrivateMemo(value), at: slot)
    return (value, .privately(at: revision))
  }

  /// All participants of a cycle get their value for that case. Only the outermost keeps it: the others, when they are asked
  /// themselves, are the outermost, so that it does not matter where one enters a cycle.
  private func valueInCycle(
    _ key: Q.Key, _ error: QueryInterruption, in context: QueryContext
  ) throws(QueryInterruption) -> (Q.Value, Evidence) {
    guard case .cycle(let cycle) = error, cycle.head == context.depth - 1 else {
      context.leave(merging: error)
      throw error
    }
    let evidence = context.leave()
    context.report(.cycle(cycle.participants))
    guard let value = Q.valueInCycle(key) else {
      throw .cycle(QueryCycle(participants: cycle.participants, head: -1))
    }
    return (value, evidence)
  }

  /// Makes the value known to all revisions, if none that is newer is known; says how it stands there.
  private func share(
    _ value: Q.Value, _ evidence: Evidence, _ slot: Slot, _ key: Q.Key, in context: QueryContext
  ) -> Standing? {
    let revision = context.snapshot.revision
    while true {
      let old = state.withLock { $0.memo(at: slot.index) }
      let oldValue = state.withLock { _ in old?.value }
      let isSame = oldValue.map { Q.isSame($0, value) } ?? false
      let outcome: Standing?? = state.withLock { state in
        // Nil: look again, since somebody else was quicker. Some(nil): this is not the newest.
        guard state.slots.key(at: slot) != nil else { return .some(nil) }
        guard state.memo(at: slot.index) === old else { return nil }
        if let old, old.verifiedAt > revision { return .some(old.covers(revision) && isSame ? old.standing : nil) }
        let memo = Memo(
          value: value, evidence: evidence, changedAt: isSame ? old?.changedAt ?? revision : evidence.changedAt,
          verifiedAt: revision, lastUse: state.tick())
        state.setMemo(memo, at: slot.index)
        return .some(memo.standing)
      }
      guard let outcome else { continue }
      if isSame, outcome != nil { context.note(.backdated, Q.self, key) }
      trim(in: context)
      return outcome
    }
  }
}
