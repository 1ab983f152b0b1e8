import JSONRPC
package import Replay
import Simulation

/// One session of a suite: what the client does, and under which circumstances it is played.
package struct StressCase: Sendable {
  package var suite: String
  package var workload: String
  /// Among the cases of the suite, from 0 on.
  package var index: Int
  package var session: RecordedSession
  private let seed: UInt64
  private let schedulers: [SchedulerKind]
  private let base: RunOptions

  /// Makes a case. The same suite, seed and index always make the same one; `target` tells which language its sessions are in, and what may
  /// be asked. Nil when the suite has nothing for such a target.
  package init?(_ suite: Suite, seed: UInt64, index: Int, for target: some StressTarget) {
    self.seed = Self.mix(seed, suite.name, index)
    var choices = Choices(seed: self.seed)
    let options = Self.applicable(suite, for: target)
    guard let (ingredient, framings) = Self.draw(options, &choices) else { return nil }
    let framing = framings[choices.draw("protocol", below: framings.count)]
    let workspace = SampleWorkspace.make(target.language, &choices, scale: ingredient.scale)
    let dialects = ClientDialect.all
    let dialect = dialects[choices.draw("dialect", below: dialects.count)]
    let offer = target.offer(to: dialect)
    var script = ClientScript(framing: framing, workspace: workspace, dialect: dialect, offer: offer)
    ingredient.workload.write(&script, &choices)
    self.suite = suite.name
    workload = ingredient.name
    self.index = index
    let written = script.finish(name: "\(suite.name)-\(ingredient.name)")
    session =
      !suite.oracles.isEmpty
      ? Probes.added(to: written, features: offer.features, quiet: target.quietBeforeProbes) : written
    schedulers = suite.schedulers
    var base = RunOptions()
    base.faults = target.isSimulated ? suite.faults[choices.draw("faults", below: suite.faults.count)] : [:]
    base.limits = target.isSimulated ? suite.limits : [:]
    base.isClientIllegal = !type(of: ingredient.workload).isLegal
    base.planted = target.planted
    base.oracles = suite.oracles.map(\.rawValue)
    self.base = base
  }

  /// The suite's workloads that such a target can be given, with the protocols that it can be given them in.
  static func applicable(_ suite: Suite, for target: some StressTarget) -> [(Suite.Ingredient, [Framing])] {
    suite.ingredients.compactMap { ingredient in
      let framings = suite.framings.filter {
        type(of: ingredient.workload).framings.contains($0) && target.framings.contains($0)
      }
      return framings.isEmpty ? nil : (ingredient, framings)
    }
  }

  private static func draw(
    _ options: [(Suite.Ingredient, [Framing])], _ choices: inout Choices
  ) -> (Suite.Ingredient, [Framing])? {
    let total = options.reduce(0) { $0 + $1.0.share }
    guard total > 0 else { return nil }
    var left = choices.draw("workload", below: total)
    for option in options {
      left -= option.0.share
      if left < 0 { return option }
    }
    return nil
  }

  /// How the case is played for the `run`-th time, from 0 on: first in the plain order, then in others.
  package func options(_ run: Int, length: Int) -> RunOptions {
    var options = base
    let number = Self.mix(seed, "run", run) & 0xFFFF_FFFF
    if !schedulers.isEmpty {
      options.scheduler = schedulers[run % schedulers.count]
      (options.seed, options.variesPace) = (number, options.scheduler != .firstInFirstOut)
    } else if run == 1 {
      // The plain order again, with other pauses: where latencies are held to the suite's limits.
      (options.seed, options.variesPace) = (number, true)
    } else if run > 1 {
      let drawn = RunOptions(seed: number, length: length)
      (options.scheduler, options.seed, options.variesPace) = (drawn.scheduler, drawn.seed, drawn.variesPace)
    } else {
      options.seed = number
    }
    if options.scheduler != .firstInFirstOut || !options.faults.isEmpty {
      for name in RunLimits.names where name.isTime { options.limits[name.text]? += Self.slack }
    }
    return options
  }

  /// Where tasks are held back, each for up to 50 ms, or things stall, latencies are what was done to them; microseconds.
  private static let slack: Int64 = 750_000

  private static func mix(_ seed: UInt64, _ name: String, _ number: Int) -> UInt64 {
    var choices = Choices(seed: seed)
    // The n-th number of a stream would need n draws; a name for each gives it at once.
    let high = UInt64(choices.draw("\(name)/\(number)/high", below: 1 << 32))
    return high << 32 | UInt64(choices.draw("\(name)/\(number)/low", below: 1 << 32))
  }
}
