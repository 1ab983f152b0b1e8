import JSONRPC
import Measurement
import PerformanceGates
import SyntheticMeasurements

/// The one way in which these tests make comparisons and budgets.
enum Sample {
  static let corpus = "c0ffee00"
  static let today = CalendarDay(number: 20_818)  // 2026-12-31

  static func budgets(
    _ paths: [PathBudget] = [PathBudget(name: "startup", isCritical: true, limits: Limits(medianPercent: 3))]
  )
    -> Budgets
  {
    Budgets(
      expires: today.advanced(by: 60),
      evidence: Budgets.Evidence(measured: today.advanced(by: -30), commit: "abc1234", artefact: "comparison.json"),
      corpus: corpus, paths: paths)
  }

  static func comparison(paths: [String] = ["startup"], rounds: [Comparison.Round] = []) -> Comparison {
    Comparison(
      created: "2026-12-31T12:00:00Z", tool: "reprise 0.5", base: revision("origin/main", paths),
      target: revision("HEAD", paths),
      environment: MeasuredEnvironment(
        machine: "linux x86_64", cores: 2, variables: [MeasuredEnvironment.Variable("TZ", "UTC")]), seed: 7,
      rounds: rounds)
  }

  static func revision(_ name: String, _ paths: [String]) -> Comparison.Revision {
    Comparison.Revision(name: name, commit: "1234567", command: ["reprise", "engine"], corpus: corpus, paths: paths)
  }

  /// Calm noise: what is tested here is what follows from decisions, not how they come about.
  static var noise: NoiseModel {
    var noise = NoiseModel()
    noise.bias = 0.004
    noise.sampleNoise = 0.01
    noise.pairs = 12
    return noise
  }

  static func series(
    _ name: String = "startup", kind: Series.Kind = .path, effect: Double = 0, restarts: Int = 8, seed: UInt64 = 1,
    noise: NoiseModel = Sample.noise, counters: [Series.Counter] = [], withCPU: Bool = false
  ) -> Series {
    var stream = RandomStream(seed: seed, name: "\(name) \(kind.rawValue)")
    let restarts = (0..<restarts).map { restart in
      let samples = noise.samples(effect: effect, restart: restart, of: restarts, stream: &stream)
      return Series.Restart(
        wall: samples, cpu: withCPU ? samples : nil, first: Array(repeating: .base, count: samples.count))
    }
    return Series(
      kind: kind, name: name, answers: BySide(base: "a1", target: "a1"), restarts: restarts, counters: counters)
  }

  static func selfTests(seed: UInt64 = 1, control: Double = 0, planted: Double = 0.05) -> [Series] {
    [
      series("control", kind: .control, effect: control, seed: seed),
      series("planted", kind: .planted, effect: planted, seed: seed),
    ]
  }

  /// A round with its self-tests.
  static func round(_ series: [Series], seed: UInt64 = 1) -> Comparison.Round {
    Comparison.Round(series: series + selfTests(seed: seed))
  }

  static func counter(_ name: String, _ base: Int, _ target: Int) -> Series.Counter {
    Series.Counter(name: name, base: [base, base], target: [target, target])
  }

  /// The whole gate over rounds that are there already.
  static func report(
    _ comparison: Comparison, budgets: Budgets = Sample.budgets(), plan: GatePlan = .gate, today: CalendarDay = today,
    pinnedCorpus: String = corpus, suites: [SuiteResult] = []
  ) -> GateReport {
    GateSession(comparison, budgets: budgets, plan: plan, today: today, pinnedCorpus: pinnedCorpus)
      .report(suites: suites)
  }

  static func text(_ value: JSONValue) -> String { String(decoding: value.serialized(), as: UTF8.self) }
}
