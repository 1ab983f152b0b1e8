import JSONRPC
import Recording
import Replay

/// `reprise replay FILE --seed N [--runs N] -- COMMAND`: a process under other timings.
struct PerturbedReplay {
  var seed: UInt64
  var runs: Int
  var failures: String
  var isQuiet: Bool

  /// Plays the recording, and says how often it failed.
  func play(_ run: ReplayRun, _ recorded: RecordedSession) -> (ExitReason, PerturbedCampaign.Result) {
    var campaign = PerturbedCampaign(run, recorded, firstSeed: seed, count: runs, folder: failures)
    let meter = isQuiet ? nil : ProgressMeter(label: recorded.name, unit: "runs")
    if let meter { campaign.progress = { meter.show($0, of: $1) } }
    let result = campaign.perform()
    meter?.finish()
    return (Self.reason(result), result)
  }

  private static func reason(_ result: PerturbedCampaign.Result) -> ExitReason {
    if result.wasInterrupted { return .interrupted }
    if result.problem != nil { return .cannotRun }
    if result.isFlaky { return .notDeterministic }
    return result.failures.isEmpty ? .passed : .failed
  }
}
