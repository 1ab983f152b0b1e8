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

  /// With a planted share, each operation computes for so much longer: real work, by which a gate is tested.
  package mutating func sample(operations: Int, plantedShare: Double = 0) async throws -> Sample {
    var sample = Sample()
    for _ in 0..<operations {
      try await path.prepare()
      let (wall, cpu) = (Uptime.now(), Self.processorTime)
      _ = try await path.perform()
      if plantedShare > 0 { BusyWork.compute(until: wall + Int64(Double(Uptime.now() - wall) * (1 + plantedShare))) }
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

  private static var processorTime: Int64 { Uptime.processorTimeOfProcess() + Uptime.processorTimeOfChildren() }
}
