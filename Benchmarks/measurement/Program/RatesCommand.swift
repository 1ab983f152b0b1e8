import ArgumentParser
import Measurement
import PerformanceGates
import SyntheticMeasurements

/// How often the rules err on noise with known truth.
struct RatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rates",
    abstract: "Simulates comparisons and prints how often each effect passes, fails or stays open.")

  @Option(help: "Comparisons for each line.") var count = 2_000
  @Option(help: "What decides the noise.") var seed: UInt64 = 1
  @Flag(help: "Simulate single pairs rather than restarts.") var pairs = false
  @Flag(help: "The whole gate, with agreement of rounds and confirmation of failures, rather than one round.")
  var gate = false
  @Option(help: "Spend the permitted error at each look instead: obrienFleming or pocock, 5 % in all on either side.")
  var spending: String?

  func run() throws {
    var rule = StoppingRule.standard
    if let spending {
      guard let spending = AlphaSpending(rawValue: spending) else {
        throw ValidationError("--spending is one of \(AlphaSpending.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      rule = .spending(restarts: rule.looks.map(\.restarts), failing: 0.05, passing: 0.05, as: spending)
    }
    print("\(gate ? "the whole gate" : "one round") (limit +3 %), \(count) comparisons a line")
    print("noise      effect    pass %   fail %   open %   restarts")
    for tail in NoiseModel.Tail.allCases {
      for effect in [0, 0.01, 0.02, 0.03, 0.04, 0.05] {
        let noise = NoiseModel(tail: tail)
        let tally =
          gate
          ? gates(effect, noise, rule)
          : SimulatedComparison.tally(
            count, effect: effect, noise: noise, rule: rule, byPairs: pairs, seed: seed)
        print(Self.line("\(tail)", effect, tally))
      }
    }
  }

  private func gates(_ effect: Double, _ noise: NoiseModel, _ rule: StoppingRule) -> SimulatedComparison.Tally {
    var stream = RandomStream(seed: seed, name: "gates")
    var tally = SimulatedComparison.Tally()
    for _ in 0..<count {
      var path = PathRounds(plan: .gate)
      while path.state == .needsRound {
        let round = SimulatedComparison.round(effect: effect, noise: noise, rule: rule, byPairs: pairs, stream: &stream)
        tally.restarts += round.restarts.count
        path.add(round)
      }
      switch path.state {
      case .decided(.pass): tally.passes += 1
      case .decided(.fail): tally.fails += 1
      default: tally.unresolved += 1
      }
    }
    return tally
  }

  private static func line(_ name: String, _ effect: Double, _ tally: SimulatedComparison.Tally) -> String {
    let shares = [tally.passes, tally.fails, tally.unresolved].map { share in
      let hundredths = (share * 10_000 + tally.count / 2) / tally.count
      return pad("\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)", 9)
    }
    let restarts = (tally.restarts * 10 + tally.count / 2) / tally.count
    let percent = Int((effect * 100).rounded())
    return name + String(repeating: " ", count: max(1, 11 - name.count)) + pad("+\(percent) %", 6)
      + shares.joined() + pad("\(restarts / 10).\(restarts % 10)", 11)
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
