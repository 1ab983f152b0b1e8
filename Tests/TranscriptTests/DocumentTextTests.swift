import JSONRPC
import SyntheticConversations
import Testing

@testable import Transcript

@Suite struct DocumentTextTests {
  @Test(arguments: [
    ("", [0]), ("a", [0]), ("a\n", [0, 2]), ("a\nb", [0, 2]), ("a\r\nb", [0, 3]), ("a\rb", [0, 2]),
    ("\r\r\n\n", [0, 1, 3, 4]), ("\n\r", [0, 1, 2]),
  ])
  func linesEndAtAnyOfTheThreeEnds(text: String, starts: [Int]) {
    #expect(DocumentText(text).lineStarts == starts)
  }

  /// Every edit of a small text over an alphabet of line ends leaves the index that a fresh one would have.
  @Test func theLineIndexSurvivesEveryEdit() {
    let alphabet: [[UInt8]] = ["", "\r", "\n", "x", "\r\n", "\n\r", "x\r", "\nx"].map { Array($0.utf8) }
    let texts = alphabet.flatMap { a in alphabet.flatMap { b in alphabet.map { a + b + $0 } } }
    for text in texts {
      for start in 0...text.count {
        for end in start...text.count {
          for inserted in alphabet {
            var document = DocumentText(text)
            document.replace(start..<end, with: inserted)
            guard document == DocumentText(document.bytes) else {
              Issue.record("\(text) [\(start)..<\(end)] = \(inserted): \(document.lineStarts)")
              return
            }
          }
        }
      }
    }
  }

  /// "aé😀b": 1, 2, 4 and 1 bytes; 1, 1, 2 and 1 UTF-16 units.
  @Test(
    arguments: [
      (PositionEncoding.utf8, 0, 0, nil), (.utf8, 3, 3, nil), (.utf8, 2, 1, .insideCharacter), (.utf8, 8, 8, nil),
      (.utf8, 9, 8, .columnBeyondLine),
      (.utf16, 1, 1, nil), (.utf16, 2, 3, nil), (.utf16, 3, 3, .insideCharacter), (.utf16, 4, 7, nil),
      (.utf16, 5, 8, nil), (.utf16, 6, 8, .columnBeyondLine), (.utf16, -1, 0, .negative),
      (.utf32, 2, 3, nil), (.utf32, 3, 7, nil), (.utf32, 4, 8, nil), (.utf32, 1 << 60, 8, .columnBeyondLine),
    ] as [(PositionEncoding, Int, Int, PositionIssue?)])
  func columnsCountInTheNegotiatedUnit(encoding: PositionEncoding, column: Int, offset: Int, issue: PositionIssue?) {
    let found = DocumentText("aé😀b\r\nc").offset(of: Position(line: 0, character: column), in: encoding)
    #expect(found.offset == offset)
    #expect(found.issue == issue)
  }

  @Test(arguments: [(-1, 0, PositionIssue.negative), (2, 4, .lineBeyondEnd), (1 << 62, 4, .lineBeyondEnd)])
  func linesOutsideTheTextAreClamped(line: Int, offset: Int, issue: PositionIssue) {
    let found = DocumentText("a\r\nb").offset(of: Position(line: line, character: 0), in: .utf16)
    #expect(found.offset == offset)
    #expect(found.issue == issue)
  }

  @Test func bytesThatAreNotUTF8CountAsOneEach() {
    let text = DocumentText([0xFF, 0xE2, 0x28, 0xA1, 0x41])
    #expect(text.offset(of: Position(line: 0, character: 4), in: .utf16).offset == 4)
  }

  @Test func thousandsOfEditsOfALongTextAreQuick() {
    var text = DocumentText(String(repeating: "int variable = 42; // a line\n", count: 3000))
    for number in 0..<2000 {
      let position = Position(line: number, character: 4)
      let offset = text.offset(of: position, in: .utf16).offset
      text.replace(offset..<offset, with: [UInt8(ascii: "x")])
    }
    #expect(text.bytes.count == 3000 * 29 + 2000)
    #expect(text.lineCount == 3001)
  }
}
