import PikeSyntax
import Testing

struct CodePointTests {
  @Test(
    arguments: [
      // The first and last of each row of table 3-7, and their neighbours that are not in it.
      ([0x00], 1, 0x00), ([0x7F], 1, 0x7F), ([0xC2, 0x80], 2, 0x80), ([0xDF, 0xBF], 2, 0x7FF),
      ([0xE0, 0xA0, 0x80], 3, 0x800), ([0xEC, 0xBF, 0xBF], 3, 0xCFFF), ([0xED, 0x9F, 0xBF], 3, 0xD7FF),
      ([0xEE, 0x80, 0x80], 3, 0xE000), ([0xEF, 0xBF, 0xBF], 3, 0xFFFF), ([0xF0, 0x90, 0x80, 0x80], 4, 0x10000),
      ([0xF3, 0xBF, 0xBF, 0xBF], 4, 0xFFFFF), ([0xF4, 0x8F, 0xBF, 0xBF], 4, 0x10FFFF),
      // Overlong, surrogates, too large, alone, broken off.
      ([0xC0, 0x80], 1, nil), ([0xC1, 0xBF], 1, nil), ([0xE0, 0x9F, 0xBF], 1, nil), ([0xF0, 0x8F, 0xBF, 0xBF], 1, nil),
      ([0xED, 0xA0, 0x80], 1, nil), ([0xED, 0xBF, 0xBF], 1, nil), ([0xF4, 0x90, 0x80, 0x80], 1, nil),
      ([0xF5, 0x80, 0x80, 0x80], 1, nil), ([0x80], 1, nil), ([0xFF], 1, nil), ([0xC2], 1, nil), ([0xE2, 0x82], 1, nil),
      ([0xF0, 0x9F, 0x98], 1, nil), ([0xF0, 0x9F, 0x98, 0x0A], 1, nil),
    ] as [([UInt8], Int, UInt32?)])
  func onlyWellFormedSequencesAreCodePoints(bytes: [UInt8], length: Int, value: UInt32?) {
    let codePoint = SourceText(bytes).codePoint(at: 0)
    #expect(codePoint.length == length)
    #expect(codePoint.scalar?.value == value)
  }

  /// Every lead with second to fourth bytes at the borders of the ranges that the table knows.
  @Test(arguments: UInt8(0)...0xFF)
  func theStandardLibraryAgrees(lead: UInt8) {
    let borders: [UInt8] = [0x0A, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0]
    for second in borders {
      for third in borders {
        for fourth in borders { checkAgreement([lead, second, third, fourth]) }
      }
    }
  }

  private func checkAgreement(_ bytes: [UInt8]) {
    let found = SourceText(bytes).codePoint(at: 0)
    let expected = NaiveText(bytes).codePoint(at: 0)
    guard found.length != expected.length || found.scalar != expected.scalar else { return }
    Issue.record("\(bytes): expected \(expected), found \(found)")
  }

  @Test func anInvalidByteIsOneUnitInEachEncoding() {
    let codePoint = SourceText([0xFF]).codePoint(at: 0)
    #expect(PositionEncoding.allCases.map(codePoint.width(in:)) == [1, 1, 1])
  }

  @Test(
    arguments: [
      (Array("aé€😀".utf8), [0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10]),
      // Continuations that no lead claims, or more of them than it claims, begin where they are.
      ([0x80, 0x80, 0x80, 0x80, 0x80], [0, 1, 2, 3, 4, 5]), ([0xC3, 0xA9, 0xA9, 0xA9], [0, 0, 2, 3, 4]),
      ([0xF0, 0x9F, 0x98], [0, 1, 2, 3]), ([0xED, 0xA0, 0x80], [0, 1, 2, 3]),
    ] as [([UInt8], [Int])])
  func anOffsetInsideACodePointGoesToItsBeginning(bytes: [UInt8], starts: [Int]) {
    #expect((0...bytes.count).map(SourceText(bytes).codePointStart(at:)) == starts)
  }
}
