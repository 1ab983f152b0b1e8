/// The queries that are running, outermost first.
extension QueryContext {
  struct Frame {
    let slot: Slot
    /// Of all that was read.
    var standing = Standing.constant
    /// Where what this one has read begins in ``QueryContext/reads``; it ends where that ends, as long as the frame is the innermost.
    let firstRead: Int
  }

  /// What a query has read, once that is too much to look through.
  struct KnownReads {
    let depth: Int
    var slots: Set<Slot>
  }

  /// How deep queries may be nested, whether they run or are remembered. A level takes 1.2 KB of the stack besides what the query
  /// itself takes, and a thread of a pool may have no more than 512 KiB.
  package static let depthLimit = 150

  var depth: Int { frames.count }

  func enter(_ slot: Slot) throws(QueryInterruption) {
    // A chain is short, and comparing slots is cheaper than keeping a set.
    if let head = frames.firstIndex(where: { $0.slot == slot }) {
      let slots = frames[head...].map(\.slot)
      throw interrupt(
        .cycle(QueryCycle(participants: slots.map { database.describe($0) }, slots: slots, head: head)))
    }
    try checkDepth(adding: 1)
    frames.append(Frame(slot: slot, firstRead: reads.count))
  }

  /// What is remembered counts as deep as it was when it ran: else the result would depend on what is remembered.
  func checkDepth(adding height: UInt16) throws(QueryInterruption) {
    guard frames.count + Int(height) > Self.depthLimit else { return }
    let participants = frames.suffix(8).map { database.describe($0.slot) }
    throw interrupt(.cycle(QueryCycle(participants: participants, slots: [], head: -1)))
  }

  /// Whether the value that a query has for being on a cycle may be used. Another query that is on it, and running, must run into
  /// the cycle itself. One that has lost its place may be running in another, so that it is not known.
  func mayUse(cycleOf participants: [Slot]) -> Bool {
    participants.allSatisfy { slot in !frames.contains { $0.slot == slot } && database.memoTable(of: slot).holds(slot) }
  }

  func depend(on slot: Slot, _ standing: Standing) {
    let innermost = frames.count - 1
    guard innermost >= 0 else { return }
    if let sabotage = database.sabotage, losesEdge(to: slot, sabotage) { return }
    frames[innermost].standing.include(standing)
    note(slot, in: innermost)
  }

  private func losesEdge(to slot: Slot, _ sabotage: any QuerySabotage) -> Bool {
    let frame = frames[frames.count - 1]
    return sabotage.losesEdge(
      from: database.tableName(of: frame.slot), to: database.tableName(of: slot),
      position: reads.count - frame.firstRead)
  }

  /// Up to so many, looking through the list is quicker than a set.
  private static let smallCount = 24

  private func note(_ slot: Slot, in innermost: Int) {
    let first = frames[innermost].firstRead
    guard reads.count - first >= Self.smallCount else {
      for index in first..<reads.count where reads[index] == slot { return }
      return reads.append(slot)
    }
    if knownReads.last?.depth != innermost {
      knownReads.append(KnownReads(depth: innermost, slots: Set(reads[first...])))
    }
    if knownReads[knownReads.count - 1].slots.insert(slot).inserted { reads.append(slot) }
  }

  /// Leaves a query that has its value.
  func leave() -> Evidence {
    // Every leave has its enter.
    let frame = frames.removeLast()
    guard frame.firstRead < reads.count else { return Evidence(dependencies: [], standing: frame.standing) }
    // Not by a slice, which would share the list, so that taking them out of it would copy all that is left.
    let dependencies = reads.withUnsafeBufferPointer { Array(UnsafeBufferPointer(rebasing: $0[frame.firstRead...])) }
    forgetReads(from: frame.firstRead)
    return Evidence(dependencies: dependencies, standing: frame.standing)
  }

  /// Leaves a frame of which only that counts how its dependencies stand.
  @discardableResult
  func leaveWithoutReads() -> Standing {
    let frame = frames.removeLast()
    if frame.firstRead < reads.count { forgetReads(from: frame.firstRead) }
    return frame.standing
  }

  /// Those of the frame that was the innermost.
  private func forgetReads(from first: Int) {
    reads.removeLast(reads.count - first)
    if knownReads.last?.depth == frames.count { knownReads.removeLast() }
  }

  // MARK: Interruption

  /// Remembers why the running queries are left, so that none of them can make a value without what it did not get.
  func interrupt(_ reason: QueryInterruption) -> QueryInterruption {
    if !frames.isEmpty { interruption = reason }
    return reason
  }

  /// The interruption has reached the one that deals with it.
  func resume() { interruption = nil }

  func checkInterruption() throws(QueryInterruption) {
    if let interruption { throw interruption }
  }

  /// Leaves a frame without a value. What a participant of a cycle has read is part of why its head has no value, either.
  func leave(because error: QueryInterruption) {
    var standing = leaveWithoutReads()
    if frames.isEmpty { return resume() }
    if case .cycle(let cycle) = error, cycle.head >= 0 {
      standing.height += 1
      // There is no edge: the value of a cycle is not validated step by step.
      frames[frames.count - 1].standing.include(standing)
    }
  }

  /// Leaves a frame whose memo could not be validated. A cycle that begins here means that it must be executed. `seen` is the
  /// standing of the dependencies that were found to be the same.
  func leaveValidation(_ error: QueryInterruption, having seen: Standing) throws(QueryInterruption) {
    if case .cycle(let cycle) = error, cycle.head == depth - 1 {
      leaveWithoutReads()
      return resume()
    }
    frames[depth - 1].standing.include(seen)
    leave(because: error)
    throw error
  }
}
