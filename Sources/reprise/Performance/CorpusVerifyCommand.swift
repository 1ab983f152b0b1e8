import ArgumentParser
import PerformanceGates

/// `reprise corpus verify`: whether the corpus is what is pinned.
struct CorpusVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Makes the corpus anew and holds it against the manifest.",
    discussion: """
      With the manifest of the base branch, each version that was added since must have a reason and two comparisons of the same commits, one on \
      the corpus before it and one on it, which lie beside the manifest; and none that was there may be changed.

      Examples:
        reprise corpus verify
        reprise corpus verify --base-ref origin/main --format github

      Exit status: 0 it is what is pinned; 1 it is not, or the change does not keep to the policy; 3 the base branch cannot be read; 64 this \
      command line is wrong; 65 a file cannot be read.
      """)

  @Option(help: ArgumentHelp("The manifest of the base branch.", valueName: "file"))
  var base: String?

  @Option(help: ArgumentHelp("A git revision that has the manifest of the base branch.", valueName: "ref"))
  var baseRef: String?

  @Option(help: ArgumentHelp("Where the corpus is pinned.", valueName: "file"))
  var manifest = PinnedFiles.corpus

  @Option(help: "text, json or github.")
  var format = VerdictFormat.text

  func validate() throws {
    if base != nil, baseRef != nil { throw ValidationError("Give either --base or --base-ref.") }
    if let baseRef, baseRef.isEmpty || baseRef.hasPrefix("-") {
      throw ValidationError("--base-ref \(baseRef): give a git revision, such as origin/main.")
    }
  }

  func run() throws {
    let pinned = try PinnedFiles.readCorpus(manifest)
    let before = try readBase()
    let parts = CorpusParts.current()
    for problem in parts.problems { Output.message(problem) }
    let report = CorpusReport(
      pinned, actual: parts.entries,
      base: try before.map { before in
        let added = pinned.versions.dropFirst(before.versions.count)
        return (before, try CorpusMeasurements.read(namedBy: added, beside: manifest))
      })
    format.write(
      text: report.text, json: report.json, annotations: report.annotations)
    if !report.isPassed { throw ExitReason.failed.thrown }
  }

  private func readBase() throws -> CorpusManifest? {
    if let base { return try PinnedFiles.readCorpus(base) }
    guard let baseRef else { return nil }
    guard let bytes = try GitFile.bytes(manifest, at: baseRef) else {
      Output.message("\(baseRef) has no \(manifest): this is the first corpus")
      return CorpusManifest(entries: [])
    }
    return try InputFile.value(of: bytes, named: "\(baseRef):\(manifest)", CorpusManifest.init(parsing:))
  }
}
