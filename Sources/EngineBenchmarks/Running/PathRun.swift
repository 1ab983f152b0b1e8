import Glibc
import ProcessControl

/// One path, alive, whose operation can be done again and again.
package struct PathRun {
  private var path: any BenchmarkPath

  init(_ path: any BenchmarkPath) { self.path = path }

  /// What some operations took together. Nanoseconds.
  package struct Sample: Sendable, Equatable {
    package var wall: Int64 = 0
    /// Of all threads of this process, and of those that it started and that have ended.
    package var cpu: Int64 = 0
  }

  package mutating func sample(operations: Int) async throws -> Sample {
    var sample = Sample()
    for _ in 0..<operations {
      try await path.prepare()
      let (wall, cpu) = (Uptime.now(), Self.processorTime)
      _ = try await path.perform()
      sample.wall += Uptime.now() - wall
      try await path.finish()
      sample.cpu += Self.processorTime - cpu
    }
    return sample
  }

  /// What some operations did and answered, to the last unit.
  package mutating func count(operations: Int) async throws -> (work: WorkCounters, answers: [String]) {
    _ = path.takeWork()
    var answers: [String] = []
    for _ in 0..<operations {
      try await path.prepare()
      answers.append(try await path.perform())
      try await path.finish()
    }
    return (path.takeWork(), answers)
  }

  private static var processorTime: Int64 {
    var usage = rusage()
    getrusage(RUSAGE_CHILDREN.rawValue, &usage)
    let children =
      (Int64(usage.ru_utime.tv_sec) + Int64(usage.ru_stime.tv_sec)) * 1_000_000_000
      + (Int64(usage.ru_utime.tv_usec) + Int64(usage.ru_stime.tv_usec)) * 1_000
    return Uptime.processorTimeOfProcess() + children
  }
}
