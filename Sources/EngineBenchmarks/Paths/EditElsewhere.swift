import PikeAnalysis
import PikeSyntax
import QueryEngine

/// A small document beside the program, in which somebody types: a new revision in which nothing of the program has changed.
struct EditElsewhere {
  private let engine: Engine
  private let file: FileID
  private var version = 1

  init(in place: BenchmarkPlace, _ engine: Engine) throws {
    self.engine = engine
    file = FileID(place.root + "/" + PikeCorpus.workspace + "/notes.pike")
    _ = try engine.openDocument(file, version: version, text: SourceText("// Notes.\n"))
  }

  mutating func type() throws {
    version += 1
    let (start, end) = (TextPosition(line: 0, column: 3), TextPosition(line: 0, column: 4))
    let letter = UInt8(ascii: "A") + UInt8(version % 26)
    _ = try engine.changeDocument(
      file, version: version, changes: [.ranged(start: start, end: end, text: [letter])], encoding: .utf16)
  }
}
