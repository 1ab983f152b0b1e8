import Glibc
package import Measurement

/// Measurements whose truth is known: what a shared machine of two cores does to a short operation, as design measurements showed it. A
/// pair of processes carries a bias of its own for as long as it lives; samples have a long right tail; the machine has slow phases that
/// both sides of a pair share.
package struct NoiseModel: Sendable {
  package enum Tail: String, Sendable, CaseIterable { case normal, heavy, twoModes, outliers, drifting }

  /// Nanoseconds.
  package var base = 1_000_000.0
  /// The standard deviation of the bias of a pair of processes.
  package var bias = 0.015
  package var tail = Tail.normal
  /// The standard deviation of a sample's own noise.
  package var sampleNoise = 0.04
  /// How much a machine that is busy half of the time slows both sides of a pair down.
  package var sharedNoise = 0.3
  package var pairs = 50

  package init(tail: Tail = .normal) { self.tail = tail }

  /// The standard deviation of the median log ratio from restart to restart, about.
  package var deviation: Double {
    let median = 1.2533 * 2.0.squareRoot() * sampleNoise / Double(pairs).squareRoot()
    return (bias * bias + median * median).squareRoot()
  }

  /// What a restart whose target is slower by `effect` shows. Symmetric about the truth, whatever the tail.
  package func logRatio(effect: Double, restart: Int, of restarts: Int, stream: inout RandomStream) -> Double {
    log1p(effect) + biasOfRestart(restart, restarts, &stream) + deviationOfMedian * stream.normal()
  }

  /// The same, pair by pair.
  package func samples(effect: Double, restart: Int, of restarts: Int, stream: inout RandomStream) -> PairedSamples {
    let bias = biasOfRestart(restart, restarts, &stream)
    var (bases, targets): ([Double], [Double]) = ([], [])
    var isBusy = false
    for _ in 0..<pairs {
      // The machine's slow phases last for some pairs.
      if stream.uniform() < 0.1 { isBusy.toggle() }
      let shared = base * (isBusy ? 1 + sharedNoise : 1)
      bases.append(shared * sample(&stream))
      targets.append(shared * sample(&stream) * (1 + effect) * exp(bias))
    }
    do { return try PairedSamples(base: bases, target: targets) } catch {
      fatalError("the model makes no pairs: \(error)")
    }
  }

  private var deviationOfMedian: Double { (deviation * deviation - bias * bias).squareRoot() }

  private func biasOfRestart(_ restart: Int, _ restarts: Int, _ stream: inout RandomStream) -> Double {
    switch tail {
    case .normal: return bias * stream.normal()
    // Student's t with 3 degrees of freedom, scaled to the same standard deviation.
    case .heavy: return bias * stream.heavyTailed()
    case .twoModes: return (stream.below(2) == 0 ? bias : -bias) + 0.2 * bias * stream.normal()
    case .outliers: return bias * stream.normal() * (stream.uniform() < 0.05 ? 5 : 1)
    // Half a per cent from the first to the last, about zero.
    case .drifting: return bias * stream.normal() + 0.005 * (Double(restart) / Double(max(1, restarts - 1)) - 0.5)
    }
  }

  private func sample(_ stream: inout RandomStream) -> Double {
    // Interrupts: one sample in fifty takes up to twice as long.
    let interrupt = stream.uniform() < 0.02 ? stream.uniform() : 0
    return exp(sampleNoise * stream.normal()) * (1 + interrupt)
  }
}

extension RandomStream {
  /// A standard normal variable (Box and Muller 1958).
  package mutating func normal() -> Double { sqrt(-2 * log(1 - uniform())) * cos(2 * .pi * uniform()) }

  /// Student's t with 3 degrees of freedom, scaled to a standard deviation of one.
  package mutating func heavyTailed() -> Double {
    let square = (0..<3).reduce(0.0) { sum, _ in
      let value = normal()
      return sum + value * value
    }
    return normal() / sqrt(square)
  }
}
