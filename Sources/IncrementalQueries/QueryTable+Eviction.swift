internal import Synchronization

extension QueryTable {
  /// Lets go the values that were not used for longest when there are twice as many as may be, so that the cost is spread.
  func trim(in context: QueryContext) {
    guard let capacity = Q.capacity else { return }
    let evicted: [Q.Key] = state.withLock { state in
      guard state.valueCount > 2 * capacity else { return [] }
      let held = state.memos.indices.filter { state.memos[$0]?.value != nil }
      let oldest = held.sorted { (state.memos[$0]?.lastUse ?? 0) < (state.memos[$1]?.lastUse ?? 0) }
      var keys: [Q.Key] = []
      for index in oldest.prefix(held.count - capacity) {
        state.memos[index]?.value = nil
        state.valueCount -= 1
        if let key = state.slots.keys[index] { keys.append(key) }
      }
      return keys
    }
    for key in evicted { context.report(.evicted(query: Q.name, key: "\(key)")) }
  }

  func removeUnused(before horizon: Revision, report: (QueryEvent) -> Void) {
    let removed: [Q.Key] = state.withLock { state in
      var keys: [Q.Key] = []
      for index in state.memos.indices {
        guard let memo = state.memos[index], memo.verifiedAt < horizon else { continue }
        if let key = state.slots.keys[index] { keys.append(key) }
        state.setMemo(nil, at: Int32(index))
        state.slots.remove(at: Int32(index))
      }
      return keys
    }
    for key in removed { report(.removed(query: Q.name, key: "\(key)")) }
  }
}
