extension SimulatedWorld {
  /// Says in reports of deadlocks what the task waits for meanwhile.
  ///
  /// - Parameters:
  ///   - what: in the words of the code, such as "the lock of the index".
  ///   - isolation: the caller's; not to be passed.
  ///   - operation: what may take long.
  /// - Returns: what the operation returns.
  public func waiting<Value>(
    for what: String, isolation: isolated (any Actor)? = #isolation, _ operation: () async throws -> Value
  ) async rethrows -> Value {
    let task = kernel.beginWaiting(for: what)
    defer { kernel.endWaiting(task) }
    return try await operation()
  }

  /// Says in reports of deadlocks who has what the others wait for.
  ///
  /// - Parameters:
  ///   - what: in the words that ``waiting(for:isolation:_:)`` has for it.
  ///   - isolation: the caller's; not to be passed.
  ///   - operation: while the task has it.
  /// - Returns: what the operation returns.
  public func holding<Value>(
    _ what: String, isolation: isolated (any Actor)? = #isolation, _ operation: () async throws -> Value
  ) async rethrows -> Value {
    let task = kernel.beginHolding(what)
    defer { kernel.endHolding(what, task) }
    return try await operation()
  }
}

extension Kernel {
  /// -1 where there is no task to tell of.
  fileprivate func beginWaiting(for what: String) -> Int {
    guard isOwnUse(of: "waiting") else { return -1 }
    let task = currentTask
    if task >= 0 { tasks[task].waitsFor.append(what) }
    return task
  }

  // What ends after the run has ended finds the table empty.
  fileprivate func endWaiting(_ task: Int) {
    guard isOnItsThread, tasks.records.indices.contains(task) else { return }
    _ = tasks[task].waitsFor.popLast()
  }

  fileprivate func beginHolding(_ what: String) -> Int {
    guard isOwnUse(of: "holding") else { return -1 }
    holdings.append((what, currentTask))
    return currentTask
  }

  fileprivate func endHolding(_ what: String, _ task: Int) {
    guard isOnItsThread, let index = holdings.lastIndex(where: { $0 == (what, task) }) else { return }
    holdings.remove(at: index)
  }

  func hasEnded(_ task: Int) {
    guard isOnItsThread, tasks.records.indices.contains(task) else { return }
    tasks[task].hasEnded = true
    tasks[task].cancel = nil
  }
}
