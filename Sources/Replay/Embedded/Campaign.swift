import Checkers
package import Simulation

/// Many simulated runs of one recording, each with another seed.
package struct Campaign {
  /// What a run is told apart by: where it failed.
  package struct Failure: Sendable {
    package var signature: String
    package var count = 0
    /// The first of them.
    package var options: RunOptions
    package var verdict: Verdict
    /// Where its recording lies.
    package var artefact: String?
  }

  /// A run that was not the same when it was run again.
  package struct Mismatch: Sendable {
    package var options: RunOptions
    /// In words.
    package var difference: String
  }

  package struct Result: Sendable {
    package var recording: String
    package var runs = 0
    package var passed = 0
    /// In the order of their appearance.
    package var failures: [Failure] = []
    /// How many runs were run twice.
    package var doubleRuns = 0
    package var mismatches: [Mismatch] = []
    /// How many different runs there were, by their hashes.
    package var distinct = 0
    /// Of all hashes in order.
    package var hash: UInt64 = 0
    package var decisions = 0
    package var steps = 0
    /// Microseconds of virtual time, and nanoseconds of processor time, judging included.
    package var time: Int64 = 0
    package var processorTime: Int64 = 0
    package var firstSeed: UInt64
    package var wasInterrupted = false
  }

  package var run: EmbeddedRun
  package var firstSeed: UInt64
  package var count: Int
  /// Decides a run beside its seed; nil for what the seed says.
  package var scheduler: SchedulerKind?
  package var faults: [String: [FaultRule]] = [:]
  /// Every so many runs, one is run twice and compared.
  package var doubleEvery = 10
  /// Writes a failure's recording, before anything else is done about it. Returns its path.
  package var save: (EmbeddedRun, RunOptions, Verdict) -> String? = { _, _, _ in nil }
  package var isInterrupted: () -> Bool = { false }
  package var progress: ((_ done: Int, _ total: Int) -> Void)?

  package init(_ run: EmbeddedRun, firstSeed: UInt64, count: Int) {
    self.run = run
    self.firstSeed = firstSeed
    self.count = count
  }

  package func perform() -> Result {
    var result = Result(recording: run.recorded.name, firstSeed: firstSeed)
    var hashes: Set<UInt64> = []
    for index in 0..<count {
      if isInterrupted() {
        result.wasInterrupted = true
        break
      }
      let options = options(index)
      let simulated = run.simulate(options)
      hashes.insert(simulated.report.hash)
      count(simulated, options, &result)
      if index % doubleEvery == 0 { runAgain(options, simulated, &result) }
      progress?(index + 1, count)
    }
    result.distinct = hashes.count
    return result
  }

  private func options(_ index: Int) -> RunOptions {
    var options = RunOptions(seed: firstSeed &+ UInt64(index), length: run.typicalSteps)
    if let scheduler { options.scheduler = scheduler }
    options.faults = faults
    return options
  }

  private func count(_ simulated: EmbeddedRun.Simulated, _ options: RunOptions, _ result: inout Result) {
    result.runs += 1
    result.hash = (result.hash ^ simulated.report.hash) &* 0x9e37_79b9_7f4a_7c15 ^ (result.hash >> 31)
    if let summary = simulated.verdict.simulation {
      result.decisions += summary.decisions
      result.steps += summary.steps
      result.time += summary.time
      result.processorTime += summary.processorTime + summary.judgingTime
    }
    guard simulated.verdict.conclusion != .passed else {
      result.passed += 1
      return
    }
    let signature = simulated.verdict.signature
    if let index = result.failures.firstIndex(where: { $0.signature == signature }) {
      result.failures[index].count += 1
    } else {
      var failed = options
      failed.violation = signature
      let artefact = save(run, failed, simulated.verdict)
      result.failures.append(
        Failure(signature: signature, count: 1, options: failed, verdict: simulated.verdict, artefact: artefact))
    }
  }

  private func runAgain(_ options: RunOptions, _ first: EmbeddedRun.Simulated, _ result: inout Result) {
    result.doubleRuns += 1
    let second = run.simulate(options)
    guard second.report.hash != first.report.hash || second.report.outcome != first.report.outcome else { return }
    result.mismatches.append(Mismatch(options: options, difference: run.difference(options)))
  }
}

extension EmbeddedRun {
  package func simulate(_ options: RunOptions) -> Simulated {
    simulate(options.simulation, variesPace: options.variesPace, checks: options.checks)
  }

  /// About how many steps a run has.
  package var typicalSteps: Int { max(100, script.steps.count * 12) }

  /// The first event in which two runs with these options differ, in words.
  package func difference(_ options: RunOptions) -> String {
    var simulation = options.simulation
    simulation.traceLimit = 2_000_000
    let first = simulate(simulation, variesPace: options.variesPace).report
    let second = simulate(simulation, variesPace: options.variesPace).report
    let common = zip(first.trace, second.trace).prefix { $0 == $1 }.count
    guard common < max(first.trace.count, second.trace.count) else {
      return "two more runs did not differ within \(common) events"
    }
    func text(_ report: SimulationReport) -> String {
      common < report.trace.count ? report.trace[common].description : "the end"
    }
    return "event \(common): \(text(first)), then \(text(second))"
  }
}

extension Verdict {
  /// What two failures have in common that are the same: the first thing that speaks against the server, without what varies with time.
  package var signature: String {
    if conclusion == .passed { return "" }
    if let example = examples.first { return "\(example.method): answer differs" }
    if let finding = findings.first(where: { $0.weight == .must }) { return "property \(finding.checker)" }
    if let problem = problems.first(where: { $0.severity == .failure }) { return problem.kind.rawValue }
    return failures.first ?? conclusion.rawValue
  }
}
