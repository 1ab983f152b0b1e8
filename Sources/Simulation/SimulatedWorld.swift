/// What code under simulation is given: the clock, the choices, and a way to start tasks.
public struct SimulatedWorld: Sendable {
  let kernel: Kernel

  init(_ kernel: Kernel) { self.kernel = kernel }

  public var clock: SimulatedClock { SimulatedClock(kernel) }

  /// To be passed where tasks are started with an executor preference.
  public var executor: any TaskExecutor { kernel.executor }

  /// Starts a task that belongs to the simulation and is known by its name in reports and schedules.
  @discardableResult
  public func spawn<Value: Sendable>(
    name: String, _ operation: @escaping @Sendable () async throws -> Value
  ) -> Task<Value, any Error> {
    kernel.nextName = name
    return Task(name: name, executorPreference: kernel.executor, operation: operation)
  }

  /// A number from 0 up to `bound`, which must be positive; the n-th of this name depends on nothing but the seed.
  public func choose(_ name: String, below bound: Int) -> Int {
    precondition(bound > 0, "there is nothing to choose from")
    return Int(kernel.draw(name, below: UInt64(bound)))
  }

  /// Makes something that happened part of the run's hash and trace.
  public func note(_ text: String) {
    kernel.record(.note, Mixer.hash(of: text), 0, name: text)
  }

  /// Says in reports of deadlocks what the task waits for meanwhile.
  public func waiting<Value>(for what: String, _ operation: () async throws -> Value) async rethrows -> Value {
    let task = kernel.running
    if task >= 0 { kernel.tasks[task].waitsFor = what }
    defer { if task >= 0 { kernel.tasks[task].waitsFor = nil } }
    return try await operation()
  }
}
