package import Measurement

/// Comparisons of simulated restarts, as the gate makes them.
package enum SimulatedComparison {
  /// One round of one path: restarts are added until the rule decides.
  package static func round(
    effect: Double, noise: NoiseModel, limit: EffectLimit = EffectLimit(share: 0.03), rule: StoppingRule = .standard,
    byPairs: Bool = false, stream: inout RandomStream
  ) -> PairedComparison {
    var comparison = PairedComparison(limit: limit, rule: rule)
    while case .needs = comparison.state {
      let restart = comparison.restarts.count
      if byPairs {
        comparison.add(noise.samples(effect: effect, restart: restart, of: rule.cap, stream: &stream).summary)
      } else {
        let ratio = noise.logRatio(effect: effect, restart: restart, of: rule.cap, stream: &stream)
        comparison.add(RestartSummary(logRatio: ratio, base: noise.base, target: noise.base))
      }
    }
    return comparison
  }

  /// How often each decision came out of `count` rounds.
  package struct Tally: Sendable, Equatable {
    package var passes = 0
    package var fails = 0
    package var unresolved = 0
    package var restarts = 0

    package var count: Int { passes + fails + unresolved }

    package mutating func add(_ comparison: PairedComparison) {
      restarts += comparison.restarts.count
      switch comparison.decision {
      case .pass: passes += 1
      case .fail: fails += 1
      case .unresolved, nil: unresolved += 1
      }
    }
  }

  package static func tally(
    _ count: Int, effect: Double, noise: NoiseModel, rule: StoppingRule = .standard, byPairs: Bool = false,
    seed: UInt64
  ) -> Tally {
    var stream = RandomStream(seed: seed, name: "noise")
    var tally = Tally()
    for _ in 0..<count {
      tally.add(round(effect: effect, noise: noise, rule: rule, byPairs: byPairs, stream: &stream))
    }
    return tally
  }
}
