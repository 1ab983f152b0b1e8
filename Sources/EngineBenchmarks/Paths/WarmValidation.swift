import PikeAnalysis
import PikeSyntax
import QueryEngine

/// The typing loop's other half: a document that is warm is validated after an edit elsewhere, and nothing of it is computed again.
struct WarmValidation: BenchmarkPath {
  static let description = PathDescription(name: "warm validation", isCritical: true) { try await Self(in: $0) }

  private let program: EditedProgram
  private let elsewhere: FileID
  private var version = 1

  init(in place: BenchmarkPlace) async throws {
    program = try await EditedProgram(in: place)
    elsewhere = FileID(place.root + "/" + PikeCorpus.workspace + "/notes.pike")
    _ = try program.subject.engine.openDocument(elsewhere, version: version, text: SourceText("// Notes.\n"))
  }

  mutating func perform() async throws -> String {
    version += 1
    let (start, end) = (TextPosition(line: 0, column: 3), TextPosition(line: 0, column: 4))
    let letter = UInt8(ascii: "A") + UInt8(version % 26)
    _ = try program.subject.engine.changeDocument(
      elsewhere, version: version, changes: [.ranged(start: start, end: end, text: [letter])], encoding: .utf16)
    return try await program.answer(.diagnostics(program.file))
  }

  func takeWork() -> WorkCounters { program.subject.takeWork() }
}
