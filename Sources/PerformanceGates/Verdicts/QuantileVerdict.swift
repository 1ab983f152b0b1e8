import Glibc
package import Measurement

/// p95 of the CPU time of threads, over all rounds that count: one round has too few samples.
package struct QuantileVerdict: Sendable, Equatable {
  package var outcome: GateOutcome
  /// Nil without samples. Its quantiles are of whole batches.
  package var comparison: QuantileComparison?
  package var limitLogRatio: Double
  /// Of one operation, in milliseconds.
  package var baseMs: Double?
  package var targetMs: Double?
  package var reason: String?

  /// `restarts` hold the CPU times of all rounds, each of `batch` operations; the seed decides the resamples.
  init(_ restarts: [PairedSamples], batch: Int, limit: EffectLimit, seed: UInt64) {
    let needed = GatePlan.samplesForP95
    comparison = QuantileComparison(restarts, seed: seed)
    limitLogRatio = limit.logRatio(base: comparison.map { $0.base / Double(max(1, batch)) } ?? .infinity)
    baseMs = comparison.map { $0.base / Double(max(1, batch)) / 1e6 }
    targetMs = comparison.map { $0.target / Double(max(1, batch)) / 1e6 }
    guard let comparison else {
      outcome = .unresolved
      reason = "p95 of CPU time has a budget, but no CPU time was measured; measure it, or take the budget out"
      return
    }
    guard comparison.samples >= needed else {
      outcome = .unresolved
      reason = "p95 of CPU time needs \(needed) samples of each side, and has \(comparison.samples); take more pairs"
      return
    }
    switch comparison.decide(limit: limitLogRatio, needed: needed) {
    case .pass: outcome = .pass
    case .fail:
      outcome = .fail
      reason = "p95 of CPU time grew by \(Percent.change(comparison.logRatio))"
    case .unresolved:
      outcome = .unresolved
      reason = "p95 of CPU time is too close to its limit; take more pairs"
    }
  }
}

/// p95 of wall time against an absolute budget.
package struct WallVerdict: Sendable, Equatable {
  package var outcome: GateOutcome
  /// Of all samples of a side, in milliseconds.
  package var baseMs: Double
  package var targetMs: Double
  package var limitMs: Double?
  package var reason: String?

  /// Nil without samples. In each round that counts: wall p95 varies by some per cent, so that one round over the budget says little.
  init?(rounds: [[PairedSamples]], batch: Int, limitMs: Double?) {
    let rounds = rounds.filter { !$0.isEmpty }
    guard !rounds.isEmpty else { return nil }
    func p95(_ restarts: [PairedSamples], _ side: KeyPath<PairedSamples, [Double]>) -> Double {
      OrderStatistics.quantile(restarts.flatMap { $0[keyPath: side] }, 0.95) / Double(max(1, batch)) / 1e6
    }
    baseMs = p95(rounds.flatMap { $0 }, \.base)
    targetMs = p95(rounds.flatMap { $0 }, \.target)
    self.limitMs = limitMs
    outcome = .pass
    guard let limitMs else { return }
    let over = rounds.count { p95($0, \.target) > limitMs }
    let baseOver = rounds.count { p95($0, \.base) > limitMs }
    if over == 0 { return }
    let numbers = "p95 of wall time is \(Decimals.short(targetMs)) ms, its budget \(Decimals.short(limitMs)) ms"
    if over < rounds.count {
      outcome = .unresolved
      reason = "\(numbers), but not in each round; measure on a calmer machine"
    } else if baseOver == rounds.count {
      outcome = .unresolved
      reason = "\(numbers), but base exceeds it too: this machine is slower than the budget's, or the budget is stale"
    } else {
      outcome = .fail
      reason = numbers
    }
  }
}
