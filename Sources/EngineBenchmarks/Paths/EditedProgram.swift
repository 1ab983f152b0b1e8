import Foundation
import PikeAnalysis
import PikeSyntax
import QueryEngine

/// An engine with the corpus' program open, in which somebody types.
struct EditedProgram {
  let subject: EngineUnderTest
  let root: String
  let file: FileID
  private let lines: [String]
  private var typist: Typist

  /// Opens the program and has its diagnostics once, so that what it depends on is known.
  init(in place: BenchmarkPlace) async throws {
    root = place.root
    file = FileID(place.programPath)
    subject = try EngineUnderTest(root: place.root)
    let text = try String(contentsOfFile: place.programPath, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    typist = Typist(bodies: lines.indices.filter { lines[$0].hasSuffix(") {") }.map { $0 + 1 })
    self.lines = lines
    _ = try subject.engine.openDocument(file, version: 1, text: SourceText(text))
    _ = try await subject.ask(.diagnostics(file))
  }

  /// The next keystroke.
  mutating func type() throws {
    let change = typist.next()
    _ = try subject.engine.changeDocument(file, version: typist.version, changes: [change], encoding: .utf16)
  }

  func answer(_ request: FeatureRequest) async throws -> String {
    AnswerDigest.text(try await subject.ask(request), root: root)
  }

  /// Where `name` stands in the first line that holds `context`. Lines above those where somebody types, so that they stay.
  func position(of name: String, in context: String) throws -> TextPosition {
    for (number, line) in lines.enumerated() {
      guard let start = line.range(of: context)?.lowerBound,
        let found = line.range(of: name, range: start..<line.endIndex)
      else { continue }
      return TextPosition(line: number, column: line.utf16.distance(from: line.startIndex, to: found.lowerBound) + 1)
    }
    throw BenchmarkFailure("the corpus' program does not hold \(context); pin the corpus again")
  }
}

/// Types a statement in one body after another, a character a change, and takes it away again.
struct Typist {
  private let bodies: [Int]
  private(set) var version = 1
  private var place: Int
  private var column = 0

  /// The first bodies are left alone: paths ask about what stands in them.
  private static let untouched = 2
  private static let statement = Array("  int total_sum = sizeof(\"abc\") + 12;".utf8)

  init(bodies: [Int]) {
    self.bodies = bodies
    place = Self.untouched
  }

  mutating func next() -> DocumentChange {
    version += 1
    let line = bodies[place]
    let here = TextPosition(line: line, column: column)
    guard column < Self.statement.count else {
      // The line is taken back at one stroke; the next is far away, so that nothing is warm but by merit.
      let start = TextPosition(line: line, column: 0)
      place = Self.untouched + (place - Self.untouched + 7) % (bodies.count - Self.untouched)
      column = 0
      return .ranged(start: start, end: here, text: [])
    }
    defer { column += 1 }
    return .ranged(start: here, end: here, text: [Self.statement[column]])
  }
}
