import ArgumentParser
import PerformanceGates

/// `reprise corpus`: what is measured on, pinned.
struct CorpusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus",
    abstract: "Pins the benchmark corpus by hash; a change needs a reason.",
    discussion: """
      The manifest lists each part with its hash, and how the corpus came to be what it is (docs/performance-gate.md). Run it in the \
      repository's folder, where the recordings are.
      """,
    subcommands: [CorpusPinCommand.self, CorpusVerifyCommand.self])

  func run() throws { throw ExitReason.refused("corpus: which one? say pin or verify; see `reprise corpus --help`") }
}

/// The comparisons that a manifest's versions name, which lie beside it.
enum CorpusMeasurements {
  /// Those that are there; one that cannot be read ends the verb.
  static func read(namedBy versions: some Sequence<CorpusManifest.Version>, beside manifest: String) throws
    -> [(name: String, comparison: Comparison)]
  {
    let names = versions.compactMap(\.measured).flatMap { [$0.before, $0.after] }
    return try names.compactMap { name in
      let path = self.path(of: name, beside: manifest)
      let bytes: [UInt8]
      do throws(InputFile.Problem) {
        bytes = try InputFile.bytes(path)
      } catch {
        // What is missing, the evolution policy says.
        if error.isMissing { return nil }
        throw InputFile.ended(path, error)
      }
      return (name, try InputFile.value(of: bytes, named: path, Comparison.init(parsing:)))
    }
  }

  static func path(of name: String, beside manifest: String) -> String {
    let folder = PinnedFiles.folder(of: manifest)
    return manifest.contains("/") ? "\(folder)/\(name)" : name
  }

  /// What the manifest calls a file; nil when it does not lie beside it.
  static func name(of path: String, beside manifest: String) -> String? {
    let folder = manifest.contains("/") ? PinnedFiles.folder(of: manifest) + "/" : ""
    let name = String(path.dropFirst(folder.count))
    return path.hasPrefix(folder) && !name.isEmpty && !name.hasPrefix("/") && !name.hasPrefix("../") ? name : nil
  }
}
