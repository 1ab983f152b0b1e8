import ArgumentParser
import Measurement
import SyntheticMeasurements

/// How often the rules err on noise with known truth.
struct RatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rates",
    abstract: "Simulates comparisons and prints how often each effect passes, fails or stays open.")

  @Option(help: "Comparisons for each line.") var count = 2_000
  @Option(help: "What decides the noise.") var seed: UInt64 = 1
  @Flag(help: "Simulate single pairs rather than restarts.") var pairs = false

  func run() throws {
    print("one round of the rule (limit +3 %), \(count) comparisons a line")
    print("noise      effect    pass %   fail %   open %   restarts")
    for tail in NoiseModel.Tail.allCases {
      for effect in [0, 0.01, 0.02, 0.03, 0.04, 0.05] {
        let tally = SimulatedComparison.tally(
          count, effect: effect, noise: NoiseModel(tail: tail), byPairs: pairs, seed: seed)
        print(Self.line("\(tail)", effect, tally))
      }
    }
  }

  private static func line(_ name: String, _ effect: Double, _ tally: SimulatedComparison.Tally) -> String {
    let shares = [tally.passes, tally.fails, tally.unresolved].map { share in
      let tenths = (share * 10_000 + tally.count / 2) / tally.count
      return pad("\(tenths / 100).\(tenths % 100 < 10 ? "0" : "")\(tenths % 100)", 9)
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
