import Foundation
import JSONRPC
import Measurement
import PerformanceGates
import SyntheticMeasurements

/// The one way in which these tests make what the gate's verbs read.
enum GateSample {
  static let corpus = CorpusManifest(entries: []).pinned(
    CorpusManifest.Size.allCases.map { size in
      CorpusManifest.Entry(
        name: size.rawValue, size: size, source: .recording("recordings/\(size).trace.gz"), sha256: size.rawValue,
        files: 1, bytes: 1)
    }, day: day("2026-12-01"), reason: "the first")!

  static let today = day("2026-12-31")

  static func day(_ text: String) -> CalendarDay { CalendarDay(text)! }

  static func budgets(_ paths: [PathBudget] = [PathBudget(name: "startup", isCritical: true)]) -> Budgets {
    Budgets(
      expires: day("2027-01-31"),
      evidence: Budgets.Evidence(measured: day("2026-12-01"), commit: "abc1234", artefact: "evidence.json"),
      corpus: corpus.hash, paths: paths)
  }

  /// Rounds in which target is slower by these shares.
  static func comparison(
    _ effects: [Double], paths: [String] = ["startup"], corpus: String = corpus.hash, counters: [Series.Counter] = []
  ) -> Comparison {
    let rounds = effects.enumerated().map { index, effect in
      Comparison.Round(
        series: paths.map { series($0, effect: effect, seed: UInt64(index + 1), counters: counters) })
    }
    return Comparison(
      created: "2026-12-31T12:00:00Z", tool: "reprise", base: revision("origin/main", paths, corpus),
      target: revision("HEAD", paths, corpus), environment: MeasuredEnvironment(machine: "linux x86_64", cores: 2),
      seed: 7, rounds: rounds)
  }

  private static func revision(_ name: String, _ paths: [String], _ corpus: String) -> Comparison.Revision {
    Comparison.Revision(name: name, commit: "c-\(name)", command: ["reprise"], corpus: corpus, paths: paths)
  }

  private static func series(_ name: String, effect: Double, seed: UInt64, counters: [Series.Counter]) -> Series {
    var noise = NoiseModel()
    noise.bias = 0.004
    noise.sampleNoise = 0.01
    noise.pairs = 12
    // Long enough that no floor counts.
    noise.base = 5_000_000
    var stream = RandomStream(seed: seed, name: name)
    let restarts = (0..<8).map { restart in
      let samples = noise.samples(effect: effect, restart: restart, of: 8, stream: &stream)
      return Series.Restart(wall: samples, first: Array(repeating: .base, count: samples.count))
    }
    return Series(name: name, answers: BySide(base: "a", target: "a"), restarts: restarts, counters: counters)
  }

  static func history(_ count: Int) -> [HistoryEntry] {
    (1...count).map { number in
      HistoryEntry(
        day: day("2026-12-0\(number)"), commit: "c-\(number)", baseCommit: "c-\(number - 1)", corpus: corpus.hash,
        machine: "linux x86_64",
        paths: [
          HistoryEntry.Path(
            name: "startup", logRatio: 0, standardError: 0.002, targetMs: 5, p95WallMs: Double(10 + number))
        ])
    }
  }

  /// A day of one instance that does well.
  static let now = 1_800_000_000

  static func metrics(_ change: (inout RolloutMetrics) -> Void = { _ in }) -> RolloutMetrics {
    var metrics = RolloutMetrics(
      stage: .internal, instance: "host-1", build: "b1", start: now - 86_400, end: now, queries: 1_000,
      latencies: LatencyBuckets([LatencyBuckets.Bucket(upTo: 10_000, count: 1_000)]))
    change(&metrics)
    return metrics
  }

  /// The folder of this repository.
  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
}

extension Scratch {
  func write(_ name: String, _ value: JSONValue) { write(name, value.serialized()) }
  func write(_ name: String, _ text: String) { write(name, Array(text.utf8)) }
}
