import ProcessControl

/// Where the engine under test runs: as `reprise engine` has it.
enum Executors {
  static let shared = WorkerPool(width: 2)
}
