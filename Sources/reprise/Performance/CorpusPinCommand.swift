import ArgumentParser
import PerformanceGates
import Reporting

/// `reprise corpus pin`: makes the manifest say what is there.
struct CorpusPinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pin",
    abstract: "Writes the corpus as it is into the manifest, as a version with its reason.",
    discussion: """
      The same programs must be measured on the corpus before and on the new one, in the same change. The comparisons lie beside the manifest; \
      since measuring needs the new corpus, they may be named by a second call.

      Examples:
        reprise corpus pin --reason "modules with more includes"
        reprise corpus pin --measured-before budgets/corpus-1.json --measured-after budgets/corpus-2.json

      Exit status: 0 pinned, or pinned already; 1 the comparisons are not of these corpora; 64 this command line is wrong, or the corpus \
      changed and no reason was given; 65 a file cannot be read.
      """)

  @Option(help: ArgumentHelp("Why the corpus changed.", valueName: "text"))
  var reason = ""

  @Option(help: ArgumentHelp("A comparison on the corpus before.", valueName: "file"))
  var measuredBefore: String?

  @Option(help: ArgumentHelp("A comparison of the same commits on this corpus.", valueName: "file"))
  var measuredAfter: String?

  @Option(help: ArgumentHelp("Where the corpus is pinned.", valueName: "file"))
  var manifest = PinnedFiles.corpus

  @OptionGroup var day: DayOptions

  func validate() throws { _ = try measured() }

  private func measured() throws -> CorpusManifest.Version.Measured? {
    switch (measuredBefore, measuredAfter) {
    case (nil, nil): return nil
    case (let before?, let after?):
      guard let first = CorpusMeasurements.name(of: before, beside: manifest),
        let second = CorpusMeasurements.name(of: after, beside: manifest)
      else {
        throw ValidationError("The comparisons must lie in the folder of \(manifest), and be named with it.")
      }
      return CorpusManifest.Version.Measured(before: first, after: second)
    default: throw ValidationError("Give --measured-before and --measured-after together.")
    }
  }

  func run() throws {
    let old = try readOld()
    let parts = CorpusParts.current()
    for problem in parts.problems { Output.message(problem) }
    if !parts.problems.isEmpty { throw ExitReason.badInput.thrown }
    let measured = try measured()
    guard let new = try renewed(old, parts.entries, measured) else {
      return say("corpus \(old.hash) is pinned already; nothing was written")
    }
    try verify(new, measured)
    try PinnedFiles.write(PrettyJSON.text(new.json), to: manifest)
    say("corpus \(new.hash) is pinned in \(manifest) (version \(new.versions.count), \(new.entries.count) parts)")
    if new.versions.count > 1, measured == nil {
      Output.message(
        "compare the same commits on the corpus before and on this one, in this change, and name the files with --measured-before "
          + "and --measured-after; then refresh the budgets")
    }
  }

  private func readOld() throws -> CorpusManifest {
    try PinnedFiles.readCorpusIfThere(manifest) ?? CorpusManifest(entries: [])
  }

  /// Nil when there is nothing to write.
  private func renewed(
    _ old: CorpusManifest, _ parts: [CorpusManifest.Entry], _ measured: CorpusManifest.Version.Measured?
  ) throws -> CorpusManifest? {
    if CorpusManifest(entries: parts).hash == old.versions.last?.hash {
      guard let measured else { return nil }
      if let new = old.measured(measured) { return new }
      throw ExitReason.refused(
        "the newest version of the corpus has its comparisons, or is the first; pin a change first")
    }
    if let new = old.pinned(parts, day: day.day, reason: reason, measured: measured) { return new }
    throw ExitReason.refused("the corpus is not what is pinned; say why with --reason, or restore it")
  }

  /// Comparisons of other corpora are refused before anything is written.
  private func verify(_ new: CorpusManifest, _ measured: CorpusManifest.Version.Measured?) throws {
    guard measured != nil else { return }
    let measurements = try CorpusMeasurements.read(namedBy: new.versions.suffix(1), beside: manifest)
    let findings = new.evolution(from: new.withoutNewestVersion, measurements: measurements)
    for finding in findings { Output.message(Printable.escape("\(finding)")) }
    if !findings.isEmpty { throw ExitReason.failed.thrown }
  }

  private func say(_ text: String) {
    let output = StandardOutput()
    output.write(text + "\n")
    output.flush()
  }
}
