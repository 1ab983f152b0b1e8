package import Simulation

/// What a simulated run was, beside what came of it.
package struct SimulationSummary: Sendable {
  package var scheduler: SchedulerKind
  package var seed: UInt64
  package var variesPace: Bool
  /// Over all events; equal for equal runs.
  package var hash: UInt64
  package var steps: Int
  package var decisions: Int
  /// Microseconds of virtual time.
  package var time: Int64
  /// Nanoseconds of processor time that the run took, both sides together; and then to compare it with the recording and check properties.
  package var processorTime: Int64
  package var judgingTime: Int64
  /// When a schedule was replayed: how well it fitted.
  package var drift: ScheduleDrift?

  init(_ report: SimulationReport, variesPace: Bool, processorTime: Int64, judgingTime: Int64) {
    scheduler = report.scheduler
    seed = report.schedule.seed
    self.variesPace = variesPace
    hash = report.hash
    steps = report.steps
    decisions = report.decisions
    time = report.time.microseconds
    self.processorTime = processorTime
    self.judgingTime = judgingTime
    drift = report.drift
  }

  /// Virtual seconds per second of processor time, judging aside.
  package var speed: Double { processorTime > 0 ? Double(time) * 1000 / Double(processorTime) : 0 }
}
