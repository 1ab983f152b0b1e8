internal import PikeAnalysis
package import QueryEngine

/// What is wrong with one engine. Whoever makes the engine passes each of its parts through; most come back as they were.
package struct Plant: Sendable {
  private var configuring: (@Sendable (inout EngineOptions) -> Void)?
  private var wrapFiles: (@Sendable (any FileAccess) -> any FileAccess)?
  private var wrapClock: (@Sendable (any Clock<Duration>) -> any Clock<Duration>)?
  private var wrapTasks: (@Sendable (any Clock<Duration>) -> TaskSpawner.Wrap)?
  private var wrapEngine: (@Sendable (any EngineInterface) -> any EngineInterface)?
  /// What is wrong with the messages.
  let wire: (any WireFault)?

  /// Nothing.
  package init() { wire = nil }

  // MARK: Making faults

  init(options configuring: @escaping @Sendable (inout EngineOptions) -> Void) {
    self.configuring = configuring
    wire = nil
  }

  init(_ sabotage: EngineSabotage) { self.init { $0.sabotage = sabotage } }

  /// Each computation goes through `wrap`.
  init(steppers wrap: @escaping @Sendable (any FeatureStepper, FeatureQuery) -> any FeatureStepper) {
    self.init { options in
      let make = options.stepper
      options.stepper = { wrap(make($0), $0) }
    }
  }

  init(files wrap: @escaping @Sendable (any FileAccess) -> any FileAccess) {
    wrapFiles = wrap
    wire = nil
  }

  init(clock wrap: @escaping @Sendable (any Clock<Duration>) -> any Clock<Duration>) {
    wrapClock = wrap
    wire = nil
  }

  init(tasks wrap: @escaping @Sendable (any Clock<Duration>) -> TaskSpawner.Wrap) {
    wrapTasks = wrap
    wire = nil
  }

  init(engine wrap: @escaping @Sendable (any EngineInterface) -> any EngineInterface) {
    wrapEngine = wrap
    wire = nil
  }

  init(wire: any WireFault) { self.wire = wire }

  // MARK: Passing parts through

  package func options(_ options: EngineOptions) -> EngineOptions {
    var options = options
    configuring?(&options)
    return options
  }

  package func files(_ files: any FileAccess) -> any FileAccess { wrapFiles.map { $0(files) } ?? files }

  package func clock(_ clock: any Clock<Duration>) -> any Clock<Duration> { wrapClock.map { $0(clock) } ?? clock }

  /// The clock is the healthy one.
  package func spawner(_ spawner: TaskSpawner, _ clock: any Clock<Duration>) -> TaskSpawner {
    wrapTasks.map { spawner.wrapping($0(clock)) } ?? spawner
  }

  /// What the adapter is to talk to.
  package func interface(_ engine: any EngineInterface) -> any EngineInterface {
    wrapEngine.map { $0(engine) } ?? engine
  }
}
