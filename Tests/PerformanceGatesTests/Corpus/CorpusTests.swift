import JSONRPC
import Measurement
import PerformanceGates
import Testing

@Suite struct CorpusTests {
  private static func entry(_ name: String, _ size: CorpusManifest.Size, _ sha256: String = "aa")
    -> CorpusManifest.Entry
  {
    CorpusManifest.Entry(
      name: name, size: size, source: .generated(generator: "pike-project", seed: .max), sha256: sha256, files: 3,
      bytes: 900)
  }

  private static let parts = [
    entry("small", .small), entry("medium", .medium),
    CorpusManifest.Entry(
      name: "typing", size: .large, source: .recording("recordings/typing.trace.gz"), sha256: "bb", files: 1, bytes: 7),
  ]

  private var manifest: CorpusManifest {
    CorpusManifest(entries: []).pinned(Self.parts, day: Sample.today, reason: "the first corpus")
      ?? CorpusManifest(entries: [])
  }

  private func kinds(_ findings: [CorpusFinding]) -> [CorpusFinding.Kind] { findings.map(\.kind) }

  @Test func whatIsPinnedIsVerified() {
    #expect(manifest.verify(Self.parts).isEmpty)
    #expect(manifest.verify(Self.parts.reversed()).isEmpty)
  }

  @Test func anyDifferenceIsFound() {
    var changed = Self.parts
    changed[1].sha256 = "ab"
    #expect(kinds(manifest.verify(changed)) == [.changed])
    #expect(kinds(manifest.verify(Array(Self.parts.dropLast()))) == [.missing])
    #expect(kinds(manifest.verify(Self.parts + [Self.entry("extra", .small)])) == [.unpinned])
    #expect(kinds(manifest.verify([])) == [.missing, .missing, .missing])
  }

  @Test func theHashIsOfAllPartsWhateverTheirOrder() {
    var other = manifest
    other.entries.reverse()
    #expect(other.hash == manifest.hash)
    other.entries[0].sha256 = "ff"
    #expect(other.hash != manifest.hash)
    #expect(kinds(other.verify(other.entries)) == [.unlisted])
  }

  @Test func filesAreHashedByNameAndContent() {
    let files = [CorpusHash.File(path: "a", bytes: [1]), CorpusHash.File(path: "b", bytes: [2])]
    let hash = CorpusHash.sha256(files)
    #expect(CorpusHash.sha256(files.reversed()) == hash && hash.count == 64)
    let swapped = [CorpusHash.File(path: "a", bytes: [2]), CorpusHash.File(path: "b", bytes: [1])]
    #expect(CorpusHash.sha256(swapped) != hash)
  }

  @Test func aCorpusHasAllSizes() {
    let small = CorpusManifest(entries: []).pinned([Self.parts[0]], day: Sample.today, reason: "r")
    #expect(small.map { kinds($0.verify([Self.parts[0]])) } == [.sizeMissing, .sizeMissing])
    #expect(kinds(CorpusManifest(entries: Self.parts).verify(Self.parts)) == [.noVersion])
  }

  @Test func pinningNeedsAReasonAndAChange() {
    #expect(manifest.pinned(Self.parts, day: Sample.today, reason: "again") == nil)
    #expect(manifest.pinned([], day: Sample.today, reason: " ") == nil)
    #expect(manifest.pinned(Array(Self.parts.prefix(2)), day: Sample.today, reason: "smaller")?.versions.count == 2)
  }

  // MARK: The evolution policy

  private func changed(reason: String = "more includes", measured: Bool = true) throws -> CorpusManifest {
    var parts = Self.parts
    parts[0].sha256 = "a2"
    let names = measured ? CorpusManifest.Version.Measured(before: "before.json", after: "after.json") : nil
    var changed = try #require(manifest.pinned(parts, day: Sample.today, reason: "x", measured: names))
    changed.versions[1].reason = reason
    return changed
  }

  private func measurement(_ name: String, on corpus: String, commit: String = "c1") -> (
    name: String, comparison: Comparison
  ) {
    var comparison = Sample.comparison(rounds: [Sample.round([])])
    comparison.base.corpus = corpus
    comparison.target.corpus = corpus
    comparison.target.commit = commit
    return (name, comparison)
  }

  @Test func aChangeWithReasonAndTwoMeasurementsIsPermitted() throws {
    let changed = try changed()
    let measurements = [measurement("before.json", on: manifest.hash), measurement("after.json", on: changed.hash)]
    #expect(changed.evolution(from: manifest, measurements: measurements).isEmpty)
    #expect(manifest.evolution(from: manifest, measurements: []).isEmpty)
    #expect(manifest.evolution(from: CorpusManifest(entries: []), measurements: []).isEmpty)
  }

  @Test func aChangeWithoutReasonOrMeasurementsFails() throws {
    let good = try changed()
    let both = [measurement("before.json", on: manifest.hash), measurement("after.json", on: good.hash)]
    #expect(kinds(try changed(reason: " ").evolution(from: manifest, measurements: both)) == [.noReason])
    #expect(kinds(try changed(measured: false).evolution(from: manifest, measurements: both)) == [.notMeasuredTwice])
    #expect(kinds(good.evolution(from: manifest, measurements: [both[0]])) == [.wrongMeasurement])
    let wrong = [measurement("before.json", on: good.hash), both[1]]
    #expect(kinds(good.evolution(from: manifest, measurements: wrong)) == [.wrongMeasurement])
    let otherCommit = [both[0], measurement("after.json", on: good.hash, commit: "c2")]
    #expect(kinds(good.evolution(from: manifest, measurements: otherCommit)) == [.wrongMeasurement])
    var empty = both
    empty[1].comparison.rounds = []
    #expect(kinds(good.evolution(from: manifest, measurements: empty)) == [.wrongMeasurement])
  }

  @Test func measurementsMayBeNamedOnceTheyAreThere() throws {
    let names = CorpusManifest.Version.Measured(before: "before.json", after: "after.json")
    let unmeasured = try changed(measured: false)
    let measured = try #require(unmeasured.measured(names))
    #expect(measured.versions.last?.measured == names && measured.withoutNewestVersion.versions == manifest.versions)
    #expect(measured.measured(names) == nil, "what was measured is not measured again")
    #expect(manifest.measured(names) == nil, "the first has nothing before it")
  }

  @Test func aReportHasEachFindingOnce() {
    var silent = manifest
    silent.entries[0].sha256 = "a2"
    let report = CorpusReport(silent, actual: silent.entries, base: (manifest, []))
    #expect(kinds(report.findings) == [.unlisted] && !report.isPassed && report.text.hasPrefix("FAIL: corpus "))
    let good = CorpusReport(manifest, actual: Self.parts, base: (manifest, []))
    #expect(good.isPassed && good.annotations.isEmpty && good.json["outcome"]?.string == "PASS")
  }

  @Test func silentDriftFails() throws {
    var silent = manifest
    silent.entries[0].sha256 = "a2"
    #expect(kinds(silent.evolution(from: manifest, measurements: [])) == [.unlisted])
    var rewritten = silent
    rewritten.versions[0].hash = silent.hash
    #expect(kinds(rewritten.evolution(from: manifest, measurements: [])) == [.historyRewritten])
  }

  // MARK: The file

  @Test func whatIsWrittenIsReadAgain() throws {
    let manifest = try changed()
    #expect(try CorpusManifest(parsing: Array(PrettyJSON.text(manifest.json).utf8)) == manifest)
  }

  @Test(arguments: [
    ("\"sha256\":\"bb\"", "\"sha256\":\"bc\"", "is not the hash of the entries"),
    ("\"size\":\"large\"", "\"size\":\"huge\"", "write one of small, medium, large"),
    ("\"recording\":", "\"recorded\":", "did you mean recording?"),
    ("\"name\":\"medium\"", "\"name\":\"small\"", "\"small\" is there twice"),
    ("\"seed\":\"18446744073709551615\"", "\"seed\":\"-1\"", "neither a recording nor a generator with its seed"),
  ])
  func damageIsNamed(_ old: String, _ new: String, _ says: String) {
    let text = Sample.text(manifest.json)
    let isThere = text.contains(old)
    #expect(isThere)
    let damaged = Array(text.replacing(old, with: new, maxReplacements: 1).utf8)
    #expect { try CorpusManifest(parsing: damaged) } throws: { "\($0)".contains(says) }
  }
}
