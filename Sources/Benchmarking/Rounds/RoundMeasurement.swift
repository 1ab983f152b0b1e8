package import Measurement
package import PerformanceGates
import ProcessControl

/// Measures rounds: restart after restart, until each path and each self-test is decided.
package struct RoundMeasurement {
  package let contest: any Contest
  /// The path that the self-tests are made with; nil for rounds without them.
  private let selfTestPath: String?
  /// Told of each restart: the round and the restart, from 1, and how many paths are still open.
  package var progress: ((_ round: Int, _ restart: Int, _ open: Int) -> Void)?
  /// Asked before each restart.
  package var isInterrupted: () -> Bool = { false }

  private var batches: [String: Int] = [:]
  private var rounds = 0

  package init(_ contest: any Contest, hasSelfTest: Bool) {
    self.contest = contest
    selfTestPath = hasSelfTest ? contest.selfTestPath : nil
  }

  /// The next round with these paths.
  package mutating func measure(_ plans: [GateSession.PathPlan], rule: StoppingRule) throws(BenchmarkingError)
    -> Comparison.Round
  {
    var open = OpenRound(plans, selfTestPath: selfTestPath, rule: rule)
    var noise = MachineNoise()
    var restart = 0
    // A path that never brings a sample must not keep the round open: it is missing in what is judged.
    while !open.pending.isEmpty, restart < rule.cap {
      if isInterrupted() { throw BenchmarkingError.interrupted }
      restart += 1
      let watch = MachineWatch()
      let before = Uptime.processorTimeOfChildren()
      let plans = open.pending.map { entry in
        RestartPlan(
          kind: entry.kind, path: entry.path, pairs: entry.pairs,
          fewestPairs: entry.fewestPairs, batch: entry.batch ?? batches[entry.path])
      }
      for result in try contest.restart(rounds * 1000 + restart, plans) {
        if result.kind == .path { batches[result.path] = result.batch }
        open.add(result)
      }
      noise.steal.append(watch.steal)
      noise.load.append(watch.load(ownNanoseconds: Uptime.processorTimeOfChildren() - before))
      progress?(rounds + 1, restart, open.pending.count)
    }
    rounds += 1
    return Comparison.Round(machine: noise, series: open.series)
  }
}

extension BenchmarkingError {
  /// A person wanted an end.
  package static let interrupted = BenchmarkingError("interrupted")
  package var isInterruption: Bool { description == Self.interrupted.description }
}

/// A round that is being measured.
struct OpenRound {
  struct Entry {
    var kind: Series.Kind
    var path: String
    var fewestPairs = 0
    /// Fixed for self-tests, whose planted work is a share of it.
    var batch: Int?
    var comparison: PairedComparison
    /// Of the last restart's pairs.
    var spread: Double?

    var pairs: Int { GatePlan.pairs(limit: comparison.limitLogRatio, spread: spread) }
  }

  private(set) var entries: [Entry]
  private(set) var series: [Series] = []

  init(_ plans: [GateSession.PathPlan], selfTestPath: String?, rule: StoppingRule) {
    entries = plans.map {
      Entry(kind: .path, path: $0.name, fewestPairs: $0.fewestPairs, comparison: $0.comparison)
    }
    guard let selfTestPath else { return }
    for kind in [Series.Kind.control, .planted] {
      entries.append(
        Entry(
          kind: kind, path: selfTestPath, batch: AgentContest.plantedBatch,
          comparison: PairedComparison(limit: GatePlan.selfTestLimit, rule: rule)))
    }
  }

  /// What is not decided yet.
  var pending: [Entry] { entries.filter { $0.comparison.decision == nil } }

  mutating func add(_ result: RestartResult) {
    let index = indexOfSeries(result)
    series[index].add(result)
    guard let entry = entries.firstIndex(where: { $0.kind == result.kind && $0.path == result.path }),
      let summary = series[index].summaries.last
    else { return }
    entries[entry].comparison.add(summary)
    entries[entry].spread = 1.4826 * OrderStatistics.medianAbsoluteDeviation(result.samples.wall.logRatios)
  }

  private mutating func indexOfSeries(_ result: RestartResult) -> Int {
    if let index = series.firstIndex(where: { $0.kind == result.kind && $0.name == result.path }) { return index }
    series.append(
      Series(kind: result.kind, name: result.path, batch: result.batch, answers: result.answers, restarts: []))
    return series.count - 1
  }
}

extension Series {
  fileprivate mutating func add(_ result: RestartResult) {
    restarts.append(result.samples)
    // Once different, always different: each restart must answer the same.
    if result.answers.base != result.answers.target { answers = result.answers }
    for (name, values) in result.counters {
      if let index = counters.firstIndex(where: { $0.name == name }) {
        counters[index].base.append(values.base)
        counters[index].target.append(values.target)
      } else {
        counters.append(Counter(name: name, base: [values.base], target: [values.target]))
      }
    }
    guard let memory = result.peakMemory else { return }
    peakMemory = BySide(
      base: max(peakMemory?.base ?? 0, memory.base), target: max(peakMemory?.target ?? 0, memory.target))
  }
}
