import Foundation
import PikeAnalysis
import QueryEngine

/// A file that no editor has open has changed on disk: what it is known by comes from its stat, and it is analysed anew.
struct ClosedFile: BenchmarkPath {
  static let description = PathDescription(name: "closed file", isCritical: true, writes: true) {
    try await Self(in: $0)
  }

  private let subject: EngineUnderTest
  private let root: String
  private let path: String
  /// Two versions of the file, which take its place in turn.
  private let versions: [String]
  private var round = 0

  init(in place: BenchmarkPlace) async throws {
    root = place.root
    path = place.root + "/" + PikeCorpus.modulePath(5)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    versions = try ["1", "22"].map { [root] number in
      let version = "\(root)/version-\(number)"
      try (text + "constant round = \(number);\n").write(toFile: version, atomically: false, encoding: .utf8)
      return version
    }
    subject = try await EngineUnderTest.started(root: place.root)
    _ = try await subject.ask(.diagnostics(FileID(path)), as: .background)
  }

  /// Its name is moved to another file, as editors save. To write that file each time would be to wait for the disk.
  mutating func prepare() throws {
    round += 1
    guard link(versions[round % 2], path + ".new") == 0, rename(path + ".new", path) == 0 else {
      throw BenchmarkFailure("\(path) cannot be replaced: \(String(cString: strerror(errno)))")
    }
  }

  mutating func perform() async throws -> String {
    _ = try subject.engine.updateWorkspace(WorkspaceUpdate(touchedFiles: [path]))
    return AnswerDigest.text(try await subject.ask(.diagnostics(FileID(path)), as: .background), root: root)
  }

  func takeWork() -> WorkCounters { subject.takeWork() }
}
