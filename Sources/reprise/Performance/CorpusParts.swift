import EngineBenchmarks
import PerformanceGates
import Recording

/// The parts of the benchmark corpus, as a manifest has them.
enum CorpusParts {
  /// Of generated parts, wherever their files came from.
  static func manifest(_ parts: [(name: String, files: [CorpusFile])]) -> CorpusManifest {
    CorpusManifest(
      entries: parts.compactMap { part in
        guard let corpus = PikeCorpus.all.first(where: { $0.name == part.name }),
          let size = CorpusManifest.Size(rawValue: part.name)
        else { return nil }
        let files = part.files.map { CorpusHash.File(path: $0.path, bytes: Array($0.text.utf8)) }
        return CorpusManifest.Entry(
          name: part.name, size: size, source: .generated(generator: PikeCorpus.generator, seed: corpus.seed),
          sha256: CorpusHash.sha256(files), files: files.count, bytes: files.reduce(0) { $0 + $1.bytes.count })
      })
  }

  /// All parts as they are now: what the generator makes, and those recordings that are there; and what is wrong with the others.
  static func current() -> (entries: [CorpusManifest.Entry], problems: [String]) {
    var entries = manifest(PikeCorpus.all.map { ($0.name, $0.files()) }).entries
    var problems: [String] = []
    for (name, size) in recordings {
      let path = "recordings/\(name).trace.gz"
      do throws(InputFile.Problem) {
        let bytes = try InputFile.bytes(path)
        entries.append(
          CorpusManifest.Entry(
            name: name, size: size, source: .recording(path), sha256: ContentHash.sha256(bytes), files: 1,
            bytes: bytes.count))
      } catch {
        problems.append("\(path): \(error.message); the corpus needs it: run this in the repository's folder")
      }
    }
    return (entries, problems)
  }

  /// By what they hold: a minute, minutes over several files, a long module.
  private static let recordings: [(name: String, size: CorpusManifest.Size)] = [
    ("neovim-pike", .small), ("pike-refactoring", .medium), ("pike-branches", .medium), ("pike-typing", .large),
  ]
}
