package import Checkers
package import JSONRPC

/// What the checkers found in one recording.
package struct CheckResult: Sendable {
  /// More findings of one checker than this are only counted.
  package static let maximumPerChecker = 200

  package let path: String
  /// Nil when the file could not be opened.
  package let framing: Framing?
  package private(set) var findings: [Finding] = []
  package private(set) var records = 0
  package var state = RecordingState.complete
  private var counts: [String: (must: Int, observation: Int)] = [:]

  package init(path: String, framing: Framing?) {
    self.path = path
    self.framing = framing
  }

  package mutating func add(_ found: [Finding], records: Int) {
    self.records = records
    for finding in found {
      var count = counts[finding.checker] ?? (0, 0)
      if finding.weight == .must { count.must += 1 } else { count.observation += 1 }
      counts[finding.checker] = count
      if count.must + count.observation <= Self.maximumPerChecker { findings.append(finding) }
    }
  }

  package func count(_ weight: Weight, of checker: String? = nil) -> Int {
    let counted = checker.map { counts[$0].map { [$0] } ?? [] } ?? Array(counts.values)
    return counted.reduce(0) { $0 + (weight == .must ? $1.must : $1.observation) }
  }

  /// How many findings are counted but not kept.
  package var leftOut: Int { count(.must) + count(.observation) - findings.count }

  package var hasFailed: Bool { count(.must) > 0 }

  /// The properties that were judged.
  package var properties: [Property] {
    framing.map { Checkers.all(for: $0).map { $0.property } } ?? []
  }
}
