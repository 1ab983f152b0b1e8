import Measurement
import ProcessControl

/// What a session took on real threads, beside what it takes in simulated time.
package struct MeasuredRun: Sendable {
  package var telemetry: ServerTelemetry
  package var firstDiagnostics: [Int64]
  /// Nanoseconds of real time, and of processor time of the whole process.
  package var wallTime: Int64
  package var processorTime: Int64
  /// What speaks against it; the simulated run's verdict does not change for it.
  package var failures: [String]

  /// Plays the session by the real clock, each message when what it depended on has happened.
  package init(_ run: EmbeddedRun, width: Int, isInterrupted: () -> Bool) {
    let (wall, processor) = (Uptime.now(), Uptime.processorTimeOfProcess())
    let played = run.playing(Lockstep(), width: width, isInterrupted: isInterrupted)
    wallTime = Uptime.now() - wall
    processorTime = Uptime.processorTimeOfProcess() - processor
    telemetry = played.verdict.telemetry ?? ServerTelemetry()
    firstDiagnostics = played.outcome.firstDiagnostics
    failures = played.verdict.failures
  }
}
