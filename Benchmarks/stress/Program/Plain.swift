import ArgumentParser
import EngineTargets
import FigureSupport
import JSONRPC
import PlantedFaults
import ProcessControl
import Replay
import Simulation
import Stress

/// Looks for planted faults as one would without a simulation, with the sessions, the checkers and the oracles of the suites.
struct Plain: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "plain")

  @Argument(help: "Suites.") var files: [String]
  @Option(help: "The fault; all, or none for a healthy engine in each suite.") var fault = "all"
  @Option(help: "Seconds of processor time for each.") var limit = 10.0
  @Option(help: "Seconds for each.") var wall = 20.0
  @Option(help: "Sessions at a time.") var jobs = 8
  @Option var seed: UInt64 = 1

  func run() throws {
    let suites = try files.map { try SuiteFile.load($0) }
    if fault == "none" {
      for suite in suites { show(loop(suite, nil), "none", suite.name) }
      return
    }
    guard let faults = PlantedSearch.faults(fault) else { throw ValidationError("--fault \(fault): there is none") }
    for fault in faults {
      guard let suite = suites.first(where: { $0.name == fault.suite }) else { continue }
      show(loop(suite, fault), fault.id, suite.name)
    }
  }

  private struct Outcome {
    var result: StressResult
    /// Seconds.
    var processor: Double
    var wall: Double
  }

  private func loop(_ suite: Suite, _ fault: PlantedFault?) -> Outcome {
    let start = (processor: ProcessorTime.ofProcess, wall: Uptime.now())
    let deadline = start.wall + Int64(wall * 1e9)
    let limit = start.processor + limit
    var campaign = StressCampaign(suite.forThreads, ThreadedTarget(fault), seed: seed, amount: .until(deadline))
    campaign.threads = jobs
    campaign.doubleEvery = .max
    campaign.stopsAtFailure = fault != nil
    campaign.isInterrupted = { ProcessorTime.ofProcess >= limit }
    let result = campaign.perform()
    return Outcome(
      result: result, processor: ProcessorTime.ofProcess - start.processor,
      wall: Double(Uptime.now() - start.wall) / 1e9)
  }

  /// One line of JSON.
  private func show(_ outcome: Outcome, _ fault: String, _ suite: String) {
    let result = outcome.result
    let line: JSONValue = [
      "fault": .string(fault), "suite": .string(suite),
      "found": result.failures.first.map { .string($0.signature) } ?? .null,
      "reason": result.failures.first?.reasons.first.map { .string(String($0.prefix(200))) } ?? .null,
      "failures": .array(result.failures.map { .string("\($0.count) x \($0.signature)") }),
      "sessions": .number(String(result.sessions)), "runs": .number(String(result.runs)),
      "processorTime": .number(outcome.processor.rounded(3)), "wallTime": .number(outcome.wall.rounded(3)),
      "problem": result.problem.map { .string($0) } ?? .null,
    ]
    print(String(decoding: line.serialized(), as: UTF8.self))
  }
}

extension Suite {
  /// Limits of simulated time have half a second added, as where the schedule is not the plain one: a machine has other things to do. Nobody
  /// can choose the order, and nothing stalls by itself.
  fileprivate var forThreads: Suite {
    var suite = self
    suite.schedulers = [.firstInFirstOut]
    suite.faults = [[:]]
    for name in RunLimits.names where name.isTime { suite.limits[name.text]? += Self.slack }
    return suite
  }

  /// Microseconds.
  private static let slack: Int64 = 500_000
}
