import PikeAnalysis

/// One thing that people wait for, as an operation that can be done once more. Each path has a file of its own.
protocol BenchmarkPath {
  /// What is done before each operation and belongs to nobody's waiting.
  mutating func prepare() async throws
  /// The operation. What it returns tells whether two programs did the same.
  mutating func perform() async throws -> String
  /// What is done after it; its processor time counts, its duration does not.
  mutating func finish() async throws
  /// What the engine did since this was last asked.
  func takeWork() -> WorkCounters
}

extension BenchmarkPath {
  mutating func prepare() async throws {}
  mutating func finish() async throws {}
}

/// What a path is called, what it works on and how it comes to life.
struct PathDescription: Sendable {
  var name: String
  var isCritical = false
  /// The part of the corpus that it works on.
  var corpus = PikeCorpus.medium
  /// Of the operations that others are warmed up with, it needs one in so many.
  var warmupDivisor = 1
  /// Whether it changes files, and must have its own.
  var writes = false
  /// Makes all warm that is warm when a person asks.
  var start: @Sendable (BenchmarkPlace) async throws -> any BenchmarkPath
}

/// Where a path is measured.
struct BenchmarkPlace {
  /// The folder of the path's part of the corpus. A path that says so may write there.
  var root: String
  /// The program that is `reprise`.
  var program: String

  var programPath: String { root + "/" + PikeCorpus.programPath }
}
