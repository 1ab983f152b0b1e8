import ArgumentParser
import EngineTargets
import JSONRPC
import PlantedFaults
import Recording
import Replay
import Simulation
import Stress

/// Records a long session of somebody who types, with an engine that has a fault, until one fails: a recording as one from a person's editor,
/// with what the server said.
struct LongSession: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "long-session")

  @Argument(help: "Where the recording goes.") var output: String
  @Option(help: "The planted fault.") var fault: String
  @Option(help: "About how many messages, of both sides.") var events = 10_000
  @Option(help: "The first seed.") var seed: UInt64 = 1
  @Option(help: "How many seeds are tried.") var tries = 20
  @Option var workload = "typist"

  func run() throws {
    guard let fault = PlantedFaults.named(fault) else { throw ValidationError("--fault \(fault): there is none") }
    for seed in seed..<(seed + UInt64(tries)) {
      let recorded = try session(seed)
      var options = EmbeddedRun.Options()
      options.limits = EmbeddedEngines.limits
      let run = try EmbeddedRun(
        recorded, options: options, server: EmbeddedEngines.factory(.contentLength, fault: fault))
      var how = RunOptions()
      (how.scheduler, how.seed, how.planted) = (.random, seed, fault.id)
      let simulated = run.simulate(recordingSchedule: how)
      guard simulated.verdict.conclusion == .failed, !simulated.verdict.signature.isEmpty else { continue }
      how.violation = simulated.verdict.signature
      how.scheduler = .replay(simulated.report.schedule)
      try run.write(simulated, how, to: output, started: "2000-01-01T00:00:00.000Z", recorder: "stress-figures")
      let line: JSONValue = [
        "fault": .string(fault.id), "seed": .number(String(seed)), "events": .number(String(simulated.events.count)),
        "signature": .string(simulated.verdict.signature),
      ]
      return print(String(decoding: line.serialized(), as: UTF8.self))
    }
    throw ValidationError("\(fault.id): no failure in \(tries) sessions")
  }

  private func session(_ seed: UInt64) throws -> RecordedSession {
    var choices = Choices(seed: seed)
    let workspace = SampleWorkspace.make(.pike, &choices, scale: 4)
    var script = ClientScript(framing: .contentLength, workspace: workspace)
    // The server says about as much as the client.
    try Workloads.make(workload, ["messages": .number(events / 2)]).write(&script, &choices)
    return script.finish(name: "long-\(workload)")
  }
}
