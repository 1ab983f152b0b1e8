internal import Synchronization

extension QueryTable {
  /// Whether an older memo's value holds at the context's revision as well ("maybe changed after", the other way round).
  ///
  /// Its dependencies are brought up to date in the order in which they were read: as long as they are the same, the query
  /// would ask for the next one, too.
  func validate(_ memo: Memo<Q.Value>, in context: QueryContext) throws(QueryInterruption) -> Bool {
    let snapshot = context.snapshot
    var (verifiedAt, validFrom) = state.withLock { _ in (memo.verifiedAt, memo.validFrom) }
    if verifiedAt >= snapshot.revision { return true }
    if snapshot.changeTimes[atLeast: memo.durability] > verifiedAt {
      for slot in memo.dependencies {
        try context.checkCancellation()
        guard let standing = try context.database.tables[Int(slot.table)].refresh(slot, in: context),
          !standing.isPrivate, standing.changedAt <= verifiedAt
        else { return false }
        validFrom = max(validFrom, standing.validFrom)
      }
    }
    state.withLock { _ in
      // Another evaluation may have come further in the meantime.
      if memo.verifiedAt == verifiedAt {
        verifiedAt = snapshot.revision
        memo.verifiedAt = verifiedAt
        memo.validFrom = validFrom
      }
    }
    return verifiedAt == snapshot.revision || covers(memo, snapshot.revision)
  }

  private func covers(_ memo: Memo<Q.Value>, _ revision: Revision) -> Bool {
    state.withLock { _ in memo.covers(revision) }
  }
}
