import PikeAnalysis
import PikeSyntax
import QueryEngine

/// Types a statement at one place after another, a character a change, and takes it away again.
struct Typist {
  let file: FileID
  private let lines: [Int]
  private let statement: [UInt8]
  private(set) var version = 1
  private var place = 0
  private var column = 0

  init(_ file: FileID, _ sample: Sample, statement: String = "  int total_sum = sizeof(\"abc\") + 12;\n") {
    self.file = file
    lines = sample.statementLines
    self.statement = Array(statement.utf8)
  }

  /// Where the cursor is.
  var position: TextPosition { TextPosition(line: lines[place % lines.count], column: column) }

  /// The next keystroke.
  mutating func type(into engine: Engine) throws {
    version += 1
    let line = lines[place % lines.count]
    if column == statement.count - 1 {
      // The line is taken back at one stroke.
      let start = TextPosition(line: line, column: 0)
      _ = try engine.changeDocument(
        file, version: version,
        changes: [.ranged(start: start, end: TextPosition(line: line, column: column), text: [])], encoding: .utf16)
      // Far away, so that nothing is warm but by merit.
      place += 7
      column = 0
      return
    }
    let here = TextPosition(line: line, column: column)
    _ = try engine.changeDocument(
      file, version: version, changes: [.ranged(start: here, end: here, text: [statement[column]])], encoding: .utf16)
    column += 1
  }
}
