/// What code under simulation is given: the clock, the choices, and a way to start tasks.
///
/// To be used by the tasks of its run only; from anywhere else, each use is noted as an escape and does nothing.
public struct SimulatedWorld: Sendable {
  let kernel: Kernel

  init(_ kernel: Kernel) { self.kernel = kernel }

  /// The run's time.
  public var clock: SimulatedClock { SimulatedClock(kernel) }

  /// To be passed where tasks are started with an executor preference.
  public var executor: any TaskExecutor { kernel }

  /// Starts a task that belongs to the simulation.
  ///
  /// - Parameters:
  ///   - name: by which it is known in reports and schedules, also after other tasks were added.
  ///   - operation: what it does.
  /// - Returns: the task, as `Task.init` does.
  @discardableResult
  public func spawn<Value: Sendable>(
    name: String, _ operation: @escaping @Sendable () async throws -> Value
  ) -> Task<Value, any Error> {
    let kernel = kernel
    guard kernel.isOwnUse(of: "spawn") else {
      return Task(name: name, executorPreference: kernel, operation: operation)
    }
    (kernel.nextName, kernel.isNextWatched) = (name, true)
    let task = Task(name: name, executorPreference: kernel) {
      let index = kernel.currentTask
      defer { kernel.hasEnded(index) }
      return try await operation()
    }
    kernel.tasks[kernel.tasks.records.count - 1].cancel = { task.cancel() }
    return task
  }

  /// A number that depends on nothing but the seed, the stream's name, and how many were drawn from that stream before.
  ///
  /// - Parameters:
  ///   - name: of the stream.
  ///   - bound: how many numbers there are to choose from; must be positive.
  /// - Returns: a number from 0 up to `bound`, without it.
  public func choose(_ name: String, below bound: Int) -> Int {
    precondition(bound > 0, "there is nothing to choose from")
    guard kernel.isOwnUse(of: "choose") else { return 0 }
    return Int(kernel.draw(name, below: UInt64(bound)))
  }

  /// Makes something that happened part of the run's hash and trace.
  public func note(_ text: String) {
    guard kernel.isOwnUse(of: "note") else { return }
    kernel.record(.note, Mixer.hash(of: text), 0, name: text)
  }

  /// The same with a number, such as the hash of what happened; cheaper than a text that holds it.
  public func note(_ text: String, value: UInt64) {
    guard kernel.isOwnUse(of: "note") else { return }
    kernel.record(.note, Mixer.hash(of: text), value, name: text)
  }

  /// Gives a name to the next task that starts, for code that starts its tasks itself, with ``executor`` as their preference.
  public func nameNextTask(_ name: String) {
    guard kernel.isOwnUse(of: "nameNextTask") else { return }
    (kernel.nextName, kernel.isNextWatched) = (name, false)
  }
}
