import Benchmarking
import EngineBenchmarks
import Foundation
import Measurement
import PerformanceGates
import ProcessControl
import Recorder

/// A comparison from its first round to the file that holds all of it.
struct ComparisonRun {
  let options: ComparisonOptions
  let plan: GatePlan
  let contest: PreparedContest
  let budgets: Budgets
  let pinnedCorpus: String
  let interrupt: Int32?

  init(_ options: ComparisonOptions, plan: GatePlan, budgets given: Budgets?, interrupt: Int32?) throws {
    self.options = options
    self.plan = plan
    self.interrupt = interrupt
    let manifest = try options.readManifest()
    contest = try PreparedContest(options, manifest: manifest)
    let measured = contest.target.corpus
    budgets = given ?? Self.withoutFile(corpus: measured)
    // Recordings that were named by hand are their own corpus.
    pinnedCorpus = options.recordings.isEmpty ? manifest?.hash ?? measured : measured
  }

  /// Where nobody wrote budgets, three per cent is what matters.
  private static func withoutFile(corpus: String) -> Budgets {
    Budgets(
      expires: .today, evidence: .init(measured: .today, commit: "none", artefact: "none"), corpus: corpus,
      defaults: Limits(medianPercent: Budgets.criticalPercent))
  }

  /// Measures until the gate has seen enough, or for a fixed number of rounds, and writes the file.
  func measure(rounds fixed: Int? = nil) throws -> GateSession {
    let comparison = Comparison(
      created: WallClock.now(), tool: "reprise \(Reprise.version)", base: contest.base, target: contest.target,
      environment: MachineDescription.environment(warmup: options.warmup, minimumTime: options.minTime),
      seed: AgentContest.seed)
    var session = GateSession(comparison, budgets: budgets, plan: plan, today: .today, pinnedCorpus: pinnedCorpus)
    var measurement = RoundMeasurement(contest.contest, hasSelfTest: plan.needsSelfTest)
    let total = contest.target.paths.count + (plan.needsSelfTest ? 2 : 0)
    let interrupt = interrupt
    measurement.isInterrupted = { Interruption.hasCome(interrupt) }
    if !options.quiet { measurement.progress = Self.progress(of: total) }
    defer { write(session.comparison) }
    while case .measure(let plans) = session.next, fixed.map({ session.comparison.rounds.count < $0 }) ?? true {
      session.add(try measurement.measure(plans, rule: plan.rule))
    }
    return session
  }

  private static func progress(of total: Int) -> (Int, Int, Int) -> Void {
    { round, restart, open in
      if restart % 4 == 0 || open == 0 {
        Output.message("round \(round), restart \(restart): \(open) of \(total) series still open")
      }
    }
  }

  private func write(_ comparison: Comparison) {
    guard let path = options.output else { return }
    do {
      try PrettyJSON.text(comparison.json).write(toFile: path, atomically: true, encoding: .utf8)
    } catch {
      Output.message("\(path): cannot be written: \(error.localizedDescription)")
    }
  }

  /// Runs a verb's body and says what went wrong.
  static func reporting(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as BenchmarkingError {
      if error.isInterruption { throw ExitReason.interrupted.thrown }
      Output.message(error.description)
      throw ExitReason.cannotRun.thrown
    } catch let error as BenchmarkFailure {
      Output.message(error.description)
      throw ExitReason.cannotRun.thrown
    }
  }
}
