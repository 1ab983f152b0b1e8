/// Starts the engine's tasks. There is no other place in which the engine makes one, so whoever brings the executor owns them all.
package struct TaskSpawner: Sendable {
  private let executor: (any TaskExecutor)?

  /// - Parameter executor: nil for the default pool of threads.
  package init(on executor: (any TaskExecutor)? = nil) { self.executor = executor }

  /// The name is what debuggers and schedules call the task.
  @discardableResult
  func spawn(
    _ name: String, priority: TaskPriority = .medium, _ body: @escaping @Sendable () async -> Void
  ) -> Task<Void, Never> {
    // Detached, so that nothing of the caller (task-local values, its priority) decides how the work runs.
    Task.detached(name: name, executorPreference: executor, priority: priority, operation: body)
  }
}
