internal import Synchronization

extension MemoTable {
  enum Verdict {
    /// The value, if it is still there, is that of the context's revision, too.
    case holds(Answer)
    case changed
    /// Somebody else has changed the memo or its place in the meantime.
    case overtaken
  }

  /// Whether a memo that held until a revision holds at the context's later one as well ("maybe changed after", the other way
  /// round).
  ///
  /// Its dependencies are brought up to date in the order in which they were read: as long as they are the same, the query
  /// would ask for the next one, too.
  func validate(
    _ memo: Memo, since verifiedAt: Revision, _ slot: Slot, in context: QueryContext
  ) throws(QueryInterruption) -> Verdict {
    try context.enter(slot)
    let (database, dependencies) = (context.database, memo.dependencies)
    var seen = Standing.constant
    do throws(QueryInterruption) {
      try context.checkCancellation()
      for dependency in dependencies {
        guard let standing = try database.refresh(dependency, in: context),
          standing.changedAt <= verifiedAt || isSabotaged(in: context)
        else {
          context.leaveWithoutReads()
          return .changed
        }
        seen.include(standing)
      }
    } catch {
      try context.leaveValidation(error, having: seen)
      return .changed
    }
    context.leaveWithoutReads()
    return confirm(memo, since: verifiedAt, seen, slot, at: context.snapshot.revision)
  }

  private func isSabotaged(in context: QueryContext) -> Bool {
    context.database.sabotage.map { $0.holdsAnyway(name) } ?? false
  }

  private func confirm(
    _ memo: Memo, since verifiedAt: Revision, _ seen: Standing, _ slot: Slot, at revision: Revision
  ) -> Verdict {
    state.withLock { state in
      guard state.places[Int(slot.index)].memo === memo, memo.verifiedAt == verifiedAt else { return .overtaken }
      memo.verifiedAt = revision
      memo.standing.validFrom = max(memo.standing.validFrom, seen.validFrom)
      // The same values may have come from other inputs than before.
      memo.standing.durability = seen.durability
      memo.standing.height = seen.height + 1
      state.touch(memo)
      return .holds(Answer(value: memo.value, standing: memo.standing))
    }
  }
}
