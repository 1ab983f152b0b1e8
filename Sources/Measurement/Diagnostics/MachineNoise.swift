/// What the machine did to a measurement, beside what the samples themselves show.
package struct MachineNoise: Sendable, Equatable {
  /// The share of the time that the hypervisor took from us (`steal`), over each restart, 0 to 1.
  package var steal: [Double]
  /// Runnable tasks of others for each core (load less ours), at each restart.
  package var load: [Double]

  package init(steal: [Double] = [], load: [Double] = []) {
    self.steal = steal
    self.load = load
  }
}

/// Why a measurement cannot be judged, or should be looked at twice.
package struct NoiseFinding: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case steal, load, drift, autocorrelation, spread, outliers, slowFirstRun
  }

  package var kind: Kind
  /// What was measured.
  package var value: Double
  /// Whether it makes the measurement void, or is a warning.
  package var isInvalid: Bool
  /// What was seen and what to try.
  package var advice: String
}

/// The limits above which noise makes a measurement void. Pairs bear much: both cores busy half of the time changes no verdict. What they
/// do not bear is a machine whose own speed is taken away or drifts while it is measured.
package struct NoiseLimits: Sendable, Equatable {
  /// The mean share of stolen time.
  package var steal = 0.2
  /// The mean load of others, a core.
  package var load = 1.5
  /// Drift of the log ratio from the first restart to the last.
  package var drift = 0.03
  /// The probability below which drift or autocorrelation is believed. Many paths are looked at in each run, so it is small.
  package var significance = 0.0001
  /// The standard deviation of log ratios from restart to restart.
  package var spread = 0.1

  package init() {}

  /// What the machine says of itself.
  package func findings(_ machine: MachineNoise) -> [NoiseFinding] {
    var findings: [NoiseFinding] = []
    let stolen = machine.steal.isEmpty ? 0 : OrderStatistics.mean(machine.steal)
    if stolen > steal {
      findings.append(
        NoiseFinding(
          kind: .steal, value: stolen, isInvalid: true,
          advice: "the hypervisor took \(percent(stolen)) of the time; measure on a machine that is less crowded"))
    }
    let others = machine.load.isEmpty ? 0 : OrderStatistics.mean(machine.load)
    if others > load {
      findings.append(
        NoiseFinding(
          kind: .load, value: others, isInvalid: true,
          advice: "other work kept \(percent(others)) of each core busy; stop it, or measure elsewhere"))
    }
    return findings
  }

  /// What a path's restarts show, given their log ratios in order.
  package func findings(logRatios: [Double]) -> [NoiseFinding] {
    guard logRatios.count >= 8 else { return [] }
    var findings: [NoiseFinding] = []
    let drift = Drift(logRatios)
    if drift.probability < significance, abs(drift.total) > self.drift {
      findings.append(
        NoiseFinding(
          kind: .drift, value: drift.total, isInvalid: true,
          advice: "the ratio moved by \(percent(drift.total)) from the first restart to the last, so no single number "
            + "describes it; look for growing files, caches or heat"))
    }
    let independent = Autocorrelation.probabilityOfIndependence(logRatios, lags: min(4, logRatios.count / 4))
    if independent < significance {
      findings.append(
        NoiseFinding(
          kind: .autocorrelation, value: Autocorrelation.function(logRatios, lags: 1)[1], isInvalid: false,
          advice: "restarts resemble those before them, so the interval is too narrow; something outlives a restart"))
    }
    let deviation = 1.4826 * OrderStatistics.medianAbsoluteDeviation(logRatios)
    if deviation > spread {
      findings.append(
        NoiseFinding(
          kind: .spread, value: deviation, isInvalid: true,
          advice:
            "the ratio varies by \(percent(deviation)) from restart to restart; the path or the machine is too noisy"))
    }
    return findings
  }

  /// What samples of one side show: `restarts` holds its samples, restart by restart.
  package func findings(samples restarts: [[Double]]) -> [NoiseFinding] {
    var findings: [NoiseFinding] = []
    let slow = restarts.count == 1 ? SlowFirstRun(restarts[0]) : SlowFirstRun(restarts: restarts)
    if let slow {
      findings.append(
        NoiseFinding(
          kind: .slowFirstRun, value: slow.ratio, isInvalid: false,
          advice: "the first sample takes \(percent(slow.ratio - 1)) longer than the rest; warm up longer"))
    }
    // A slow first sample was named already.
    let outliers = restarts.map { Outliers(slow == nil ? $0 : Array($0.dropFirst())) }
    let (found, count) = outliers.reduce((0, 0)) { ($0.0 + $1.indices.count, $0.1 + $1.count) }
    if found > 0, found * 100 >= count {
      findings.append(
        NoiseFinding(
          kind: .outliers, value: Double(found) / Double(count), isInvalid: false,
          advice: "\(found) of \(count) samples are far from the others; something interferes, so believe medians only")
      )
    }
    return findings
  }

  private func percent(_ share: Double) -> String { "\((share * 1_000).rounded() / 10) %" }
}
