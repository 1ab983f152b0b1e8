internal import Synchronization

extension MemoTable {
  /// Lets go the values that were not used for longest when there are twice as many as may be, so that the cost is spread.
  func trim(in context: QueryContext) {
    guard let capacity = query.capacity else { return }
    let evicted = state.withLock { state in
      state.valueCount > 2 * capacity ? state.evict(state.valueCount - capacity) : []
    }
    for index in evicted {
      context.report(.evicted(query: query.name, key: state.withLock { $0.keys.describe(index) }))
    }
  }

  /// Lets go the memos that were neither used nor validated since `horizon`, and the places that never got one.
  func removeUnused(before horizon: Revision, report: ((QueryEvent) -> Void)?) {
    let removed: [String] = state.withLock { state in
      var keys: [String] = []
      for index in state.places.indices where state.isUnused(index, before: horizon) {
        if report != nil, state.places[index].memo != nil { keys.append(state.keys.describe(Int32(index))) }
        state.remove(Int32(index))
      }
      return keys
    }
    for key in removed { report?(.removed(query: query.name, key: key)) }
  }
}

extension MemoTable.State {
  /// The indices of the values that were let go, those first that were not used for longest.
  fileprivate mutating func evict(_ count: Int) -> [Int32] {
    let held = places.indices.compactMap { index in
      places[index].memo.flatMap { $0.value == nil ? nil : (index: Int32(index), lastUse: $0.lastUse) }
    }
    let oldest = held.sorted { $0.lastUse < $1.lastUse }.prefix(count).map(\.index)
    for index in oldest { places[Int(index)].memo?.value = nil }
    valueCount -= oldest.count
    return oldest
  }

  fileprivate func isUnused(_ index: Int, before horizon: Revision) -> Bool {
    let place = places[index]
    guard place.users == 0 else { return false }
    return place.memo.map { $0.verifiedAt < horizon } ?? keys.isTaken(Int32(index))
  }
}
