package import JSONRPC

/// What `reprise corpus verify` says: the parts against the manifest, and the manifest against the base branch's.
package struct CorpusReport: Sendable, Equatable {
  package var hash: String
  package var parts: Int
  /// The newest version that the manifest lists.
  package var version: CorpusManifest.Version?
  package var findings: [CorpusFinding]

  /// The base branch's manifest, with the comparisons that versions name.
  package typealias Base = (manifest: CorpusManifest, measurements: [(name: String, comparison: Comparison)])

  package init(_ manifest: CorpusManifest, actual: [CorpusManifest.Entry], base: Base? = nil) {
    hash = manifest.hash
    parts = manifest.entries.count
    version = manifest.versions.last
    findings = manifest.verify(actual)
    guard let base else { return }
    // Both look at the manifest by itself.
    for finding in manifest.evolution(from: base.manifest, measurements: base.measurements)
    where !findings.contains(finding) { findings.append(finding) }
  }

  package var isPassed: Bool { findings.isEmpty }

  /// For people.
  package var text: String {
    let since = version.map { ", since \($0.day): \($0.reason)" } ?? ""
    let head = isPassed ? "PASS" : "FAIL"
    return (["\(head): corpus \(hash) (\(parts) parts\(since))"] + findings.map { "  \($0.description)" })
      .map { $0 + "\n" }.joined()
  }

  /// For machines.
  package var json: JSONValue {
    [
      "schemaVersion": .number(FileVersion.verdict), "kind": "corpus", "outcome": .string(isPassed ? "PASS" : "FAIL"),
      "hash": .string(hash), "parts": .number(parts),
      "findings": .array(
        findings.map { finding in
          [
            "kind": .string(finding.kind.rawValue), "subject": .string(finding.subject),
            "message": .string(finding.description),
          ]
        }),
    ]
  }

  package var annotations: [Annotation] {
    findings.map { Annotation(level: .error, title: "corpus: \($0.kind.rawValue)", message: $0.description) }
  }
}
