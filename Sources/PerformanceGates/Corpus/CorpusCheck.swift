/// What is wrong with a corpus, and what to do.
package struct CorpusFinding: Sendable, Equatable, CustomStringConvertible {
  package enum Kind: String, Sendable, CaseIterable {
    /// A part is not what is pinned, or is not there.
    case changed, missing, unpinned
    /// The manifest does not keep to the policy.
    case sizeMissing, noVersion, unlisted, noReason, historyRewritten, notMeasuredTwice, wrongMeasurement
  }

  package var kind: Kind
  package var subject: String
  package var description: String
}

extension CorpusManifest {
  /// `reprise corpus verify`: what is there against what is pinned. `actual` are the parts as they were found or made.
  package func verify(_ actual: [Entry]) -> [CorpusFinding] {
    var findings = entries.compactMap { pinned -> CorpusFinding? in
      guard let found = actual.first(where: { $0.name == pinned.name }) else {
        return CorpusFinding(
          kind: .missing, subject: pinned.name,
          description: "\(pinned.name) is pinned, but is not there; restore it, or take it out with a reason")
      }
      guard found.sha256 != pinned.sha256 || found.size != pinned.size else { return nil }
      return CorpusFinding(
        kind: .changed, subject: pinned.name,
        description:
          "\(pinned.name) is \(found.sha256.prefix(16)) (\(found.files) files, \(found.bytes) bytes), pinned is "
          + "\(pinned.sha256.prefix(16)) (\(pinned.files) files, \(pinned.bytes) bytes); restore it, or pin the change with "
          + "a reason")
    }
    findings += actual.filter { found in !entries.contains { $0.name == found.name } }.map { found in
      CorpusFinding(
        kind: .unpinned, subject: found.name,
        description: "\(found.name) is there, but not pinned; pin it with `reprise corpus pin --reason …`")
    }
    return findings + policyFindings()
  }

  /// What holds for any manifest by itself.
  private func policyFindings() -> [CorpusFinding] {
    var findings = Size.allCases.filter { size in !entries.contains { $0.size == size } }.map { size in
      CorpusFinding(
        kind: .sizeMissing, subject: size.rawValue,
        description: "no part is \(size.rawValue): what is fast on small workspaces need not be on large ones; add one")
    }
    guard let last = versions.last else {
      return findings + [
        CorpusFinding(
          kind: .noVersion, subject: "versions", description: "the manifest lists no version; run `reprise corpus pin`")
      ]
    }
    if last.hash != hash {
      findings.append(
        CorpusFinding(
          kind: .unlisted, subject: String(hash.prefix(16)),
          description: "the corpus is \(hash.prefix(16)), the newest version listed \(last.hash.prefix(16)); "
            + "list the change with its reason: `reprise corpus pin --reason …`"))
    }
    return findings
  }

  /// The evolution policy, held against the base branch's manifest: each new version has a reason, and both corpora were measured in the
  /// same change. `measurements` are the comparisons that the versions name, by name.
  package func evolution(from base: CorpusManifest, measurements: [(name: String, comparison: Comparison)])
    -> [CorpusFinding]
  {
    var findings = policyFindings()
    guard Array(versions.prefix(base.versions.count)) == base.versions else {
      return findings + [
        CorpusFinding(
          kind: .historyRewritten, subject: "versions",
          description: "versions that the base branch lists were changed or taken out; put them back and add a new one")
      ]
    }
    let added = versions.dropFirst(base.versions.count)
    var before = base.versions.last?.hash
    for version in added {
      findings += findingsOf(version, before: before, measurements)
      before = version.hash
    }
    return findings
  }

  private func findingsOf(
    _ version: Version, before: String?, _ measurements: [(name: String, comparison: Comparison)]
  ) -> [CorpusFinding] {
    var findings: [CorpusFinding] = []
    let subject = String(version.hash.prefix(16))
    if version.reason.allSatisfy(\.isWhitespace) {
      findings.append(
        CorpusFinding(
          kind: .noReason, subject: subject, description: "corpus \(subject) has no reason; say why it changed"))
    }
    // The first version of all has nothing before it.
    guard let before else { return findings }
    guard let measured = version.measured else {
      return findings + [
        CorpusFinding(
          kind: .notMeasuredTwice, subject: subject,
          description:
            "corpus \(subject) was not measured against \(before.prefix(16)); compare the same programs on both in "
            + "this change and name the files under \"measured\"")
      ]
    }
    let before16 = String(before.prefix(16))
    findings += wrong(measured.before, on: before, called: before16, measurements)
    findings += wrong(measured.after, on: version.hash, called: subject, measurements)
    if let one = find(measured.before, measurements), let other = find(measured.after, measurements),
      one.target.commit != other.target.commit || one.base.commit != other.base.commit
    {
      findings.append(
        CorpusFinding(
          kind: .wrongMeasurement, subject: subject,
          description:
            "\(measured.before) and \(measured.after) compare different commits; measure the same ones on both corpora")
      )
    }
    return findings
  }

  private func wrong(
    _ name: String, on hash: String, called short: String, _ measurements: [(name: String, comparison: Comparison)]
  ) -> [CorpusFinding] {
    guard let comparison = find(name, measurements) else {
      return [
        CorpusFinding(
          kind: .wrongMeasurement, subject: name,
          description: "\(name) is not there; keep the comparison beside the manifest")
      ]
    }
    guard comparison.base.corpus == hash, comparison.target.corpus == hash, !comparison.rounds.isEmpty else {
      return [
        CorpusFinding(
          kind: .wrongMeasurement, subject: name,
          description: "\(name) was not measured on corpus \(short); measure again on it")
      ]
    }
    return []
  }

  private func find(_ name: String, _ measurements: [(name: String, comparison: Comparison)]) -> Comparison? {
    measurements.first { $0.name == name }?.comparison
  }

  /// `reprise corpus pin`: the manifest with the parts as they are. Nil when nothing changed, or a change comes without a reason.
  package func pinned(_ actual: [Entry], day: CalendarDay, reason: String, measured: Version.Measured? = nil)
    -> CorpusManifest?
  {
    var manifest = self
    manifest.entries = actual
    guard manifest.hash != versions.last?.hash, !reason.allSatisfy(\.isWhitespace) else { return nil }
    manifest.versions.append(Version(hash: manifest.hash, day: day, reason: reason, measured: measured))
    return manifest
  }

  /// `reprise corpus pin` after the measuring, which needs the new corpus to be pinned: the newest version with its comparisons. Nil when
  /// it has some, or is the first, which has nothing to be compared with.
  package func measured(_ measured: Version.Measured) -> CorpusManifest? {
    guard versions.count > 1, versions[versions.count - 1].measured == nil else { return nil }
    var manifest = self
    manifest.versions[versions.count - 1].measured = measured
    return manifest
  }

  /// As it was before its newest version.
  package var withoutNewestVersion: CorpusManifest {
    CorpusManifest(entries: entries, versions: Array(versions.dropLast()))
  }
}
