import EngineBenchmarks
import PerformanceGates
import Recording

/// The parts of the benchmark corpus as they are now: what the generator makes, and recordings of the repository.
enum CorpusParts {
  /// By what they hold: a minute, minutes over several files, a long module.
  private static let recordings: [(name: String, size: CorpusManifest.Size)] = [
    ("neovim-pike", .small), ("pike-refactoring", .medium), ("pike-branches", .medium), ("pike-typing", .large),
  ]

  static func generated() -> [CorpusManifest.Entry] {
    PikeCorpus.all.map { corpus in
      let files = corpus.files().map { CorpusHash.File(path: $0.path, bytes: Array($0.text.utf8)) }
      guard let size = CorpusManifest.Size(rawValue: corpus.name) else {
        preconditionFailure("the generated corpus \(corpus.name) is none of the manifest's sizes")
      }
      return CorpusManifest.Entry(
        name: "\(PikeCorpus.generator)-\(corpus.name)", size: size,
        source: .generated(generator: PikeCorpus.generator, seed: corpus.seed), sha256: CorpusHash.sha256(files),
        files: files.count, bytes: files.reduce(0) { $0 + $1.bytes.count })
    }
  }

  /// Those of the recordings that are there, and what is wrong with the others.
  static func recorded() -> (entries: [CorpusManifest.Entry], problems: [String]) {
    var entries: [CorpusManifest.Entry] = []
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
}
