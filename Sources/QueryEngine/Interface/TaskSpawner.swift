/// Starts the engine's tasks. There is no other place in which the engine makes one, so whoever brings the executor owns them all.
package struct TaskSpawner: Sendable {
  private let executor: (any TaskExecutor)?
  private let willSpawn: (@Sendable (String) -> Void)?
  private var wrap: Wrap?

  /// What is run in place of a task's body; for test worlds in which tasks get lost.
  package typealias Wrap =
    @Sendable (_ name: String, TaskPriority, @escaping @Sendable () async -> Void) -> @Sendable () async -> Void

  /// - Parameters:
  ///   - executor: nil for the default pool of threads.
  ///   - willSpawn: is told the name of each task just before it starts; simulations know tasks by their names.
  package init(on executor: (any TaskExecutor)? = nil, willSpawn: (@Sendable (String) -> Void)? = nil) {
    self.executor = executor
    self.willSpawn = willSpawn
  }

  /// The same with other bodies.
  package func wrapping(_ wrap: @escaping Wrap) -> TaskSpawner {
    var spawner = self
    spawner.wrap = wrap
    return spawner
  }

  /// The name is what debuggers and schedules call the task.
  @discardableResult
  func spawn(
    _ name: String, priority: TaskPriority = .medium, _ body: @escaping @Sendable () async -> Void
  ) -> Task<Void, Never> {
    willSpawn?(name)
    let body = wrap.map { $0(name, priority, body) } ?? body
    // Who is told the names needs no others: the runtime would copy each one.
    let name = willSpawn == nil ? name : nil
    // Detached, so that nothing of the caller (task-local values, its priority) decides how the work runs.
    return Task.detached(name: name, executorPreference: executor, priority: priority, operation: body)
  }
}
