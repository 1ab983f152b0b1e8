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
  private let text: String
  private var round = 0

  init(in place: BenchmarkPlace) async throws {
    root = place.root
    path = place.root + "/" + PikeCorpus.modulePath(5)
    text = try String(contentsOfFile: path, encoding: .utf8)
    subject = try await EngineUnderTest.started(root: place.root)
    _ = try await subject.ask(.diagnostics(FileID(path)), as: .background)
  }

  /// Its name is moved to a new file, as editors save.
  mutating func prepare() throws {
    round += 1
    let changed = text + "constant round = \(round % 2 == 0 ? "1" : "22");\n"
    try changed.write(toFile: path, atomically: true, encoding: .utf8)
  }

  mutating func perform() async throws -> String {
    _ = try subject.engine.updateWorkspace(WorkspaceUpdate(touchedFiles: [path]))
    return AnswerDigest.text(try await subject.ask(.diagnostics(FileID(path)), as: .background), root: root)
  }

  func takeWork() -> WorkCounters { subject.takeWork() }
}
