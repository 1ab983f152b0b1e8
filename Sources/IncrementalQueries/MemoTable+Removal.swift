internal import Synchronization

extension MemoTable {
  /// Lets go the values that were not used for longest when there are more than may be; one or two at a time, so that nobody waits
  /// for many to be freed.
  func trim(in context: QueryContext) {
    guard let capacity = capacity else { return }
    // Freed outside of the lock, at the end of this.
    let evicted = state.withLock { $0.evict(beyond: capacity) }
    guard context.database.observer != nil else { return }
    for (index, _) in evicted {
      context.report(.evicted(query: name, key: state.withLock { $0.keys.describe(index) }))
    }
  }

  /// Lets go the memos that were neither used nor validated since `horizon`, and the places that never got one.
  func removeUnused(before horizon: Revision, report: ((QueryEvent) -> Void)?) {
    // Freed outside of the lock, too.
    let removed: (keys: [String], memos: [Memo]) = state.withLock { state in
      var keys: [String] = []
      var memos: [Memo] = []
      for index in state.places.indices where state.isUnused(index, before: horizon) {
        if report != nil, state.places[index].memo != nil { keys.append(state.keys.describe(Int32(index))) }
        if let memo = state.remove(Int32(index)) { memos.append(memo) }
      }
      return (keys, memos)
    }
    for key in removed.keys { report?(.removed(query: name, key: key)) }
  }
}

extension MemoTable.State {
  fileprivate mutating func evict(beyond capacity: Int) -> [(index: Int32, value: AnyValue)] {
    var evicted: [(index: Int32, value: AnyValue)] = []
    while valueCount > capacity, evicted.count < 2 {
      if oldest.isEmpty { oldest = findOldest((capacity + 1) / 2) }
      guard let next = oldest.popLast() else { break }
      // One that was used since is not old any more.
      guard let memo = places[Int(next.index)].memo, memo.lastUse == next.lastUse, let value = memo.value else {
        continue
      }
      memo.value = nil
      valueCount -= 1
      evicted.append((next.index, value))
    }
    return evicted
  }

  /// The values that were not used for longest, the oldest one last. Looks at all places, so it finds many at once.
  private func findOldest(_ count: Int) -> [(index: Int32, lastUse: UInt64)] {
    let held = places.indices.compactMap { index in
      places[index].memo.flatMap { $0.value == nil ? nil : (index: Int32(index), lastUse: $0.lastUse) }
    }
    return held.sorted { $0.lastUse < $1.lastUse }.prefix(count).reversed()
  }

  fileprivate func isUnused(_ index: Int, before horizon: Revision) -> Bool {
    let place = places[index]
    guard place.users == 0 else { return false }
    return place.memo.map { $0.verifiedAt < horizon } ?? keys.isTaken(Int32(index))
  }
}
