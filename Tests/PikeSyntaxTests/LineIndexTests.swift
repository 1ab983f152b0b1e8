import PikeSyntax
import TestSupport
import Testing

struct LineIndexTests {
  @Test(arguments: [
    ("", [0]), ("a", [0]), ("\n", [0, 1]), ("\r", [0, 1]), ("\r\n", [0, 2]), ("\n\r", [0, 1, 2]),
    ("\r\r\n", [0, 1, 3]),
    ("\r\n\n", [0, 2, 3]), ("a\nb\r\nc\rd", [0, 2, 5, 7]), ("1234567\r\nb", [0, 9]), ("1234567\rb", [0, 8]),
    ("12345678\r\n\r", [0, 10, 11]), ("1234567\n\r12345\r\n\n", [0, 8, 9, 16, 17]),
    // No line ends for LSP at these, though they do for Unicode; and none at the neighbours of \n and \r that follow them.
    ("a\u{2028}b\u{85}c\u{B}\u{C}d\0e", [0]), ("\n\u{B}\u{B}\r\u{C}\u{C}", [0, 1, 4]),
  ])
  func linesBeginAfterEachEnding(text: String, starts: [Int]) {
    let index = LineIndex(SourceText(text))
    #expect(index.lineStarts == starts)
    #expect(NaiveText(Array(text.utf8)).lineStarts == starts)
  }

  @Test(arguments: [
    ("", [0..<0]), ("a", [0..<1]), ("a\n", [0..<1, 2..<2]), ("ab\r\ncd\r\re", [0..<2, 4..<6, 7..<7, 8..<9]),
    ("\n\r\n", [0..<0, 1..<1, 3..<3]),
  ])
  func aLinesRangeIsWithoutItsEnding(text: String, ranges: [Range<Int>]) {
    let text = SourceText(text)
    let index = LineIndex(text)
    #expect((0..<index.lineCount).map { index.range(ofLine: $0, in: text) } == ranges)
  }

  @Test func eachByteOfAnEndingLiesOnTheLineThatItEnds() {
    let index = LineIndex(SourceText("ab\r\ncd\re\n"))
    #expect((0...9).map(index.line(at:)) == [0, 0, 0, 0, 1, 1, 1, 2, 2, 3])
  }

  @Test(arguments: [
    // The edit splits a pair, in each way that there is.
    ("a\r\nb", 2..<2, "x", [0, 2, 4]), ("a\r\nb", 2..<2, "\r", [0, 2, 4]), ("a\r\nb", 2..<2, "\n", [0, 3, 4]),
    // It joins one, by taking what is between, or by giving what is missing.
    ("a\rx\nb", 2..<3, "", [0, 3]), ("a\nb", 1..<1, "\r", [0, 3]), ("a\rb", 2..<2, "\n", [0, 3]),
    ("\n", 0..<0, "\r", [0, 2]), ("\r", 1..<1, "\n", [0, 2]), ("\r\n", 1..<2, "\r\n", [0, 1, 3]),
    // It takes half of one.
    ("a\r\nb", 1..<2, "", [0, 2]), ("a\r\nb", 2..<3, "", [0, 2]), ("\r\n", 0..<1, "", [0, 1]),
    // It takes everything, gives everything, does nothing, or reaches beyond the text.
    ("a\nb\n", 0..<4, "", [0]), ("", 0..<0, "\na\n", [0, 1, 3]), ("a\nb", 1..<1, "", [0, 2]),
    ("a\nb\nc", 2..<2, "12345678", [0, 2, 12]), ("a\nb", 2..<90, "\n", [0, 2, 3]), ("a\n", 7..<9, "\n", [0, 2, 3]),
  ])
  func anEditMovesTheLines(old: String, range: Range<Int>, replacement: String, starts: [Int]) {
    let edit = TextEdit(range: range, replacement: replacement)
    let text = SourceText(old)
    let edited = text.applying(edit)
    let index = LineIndex(text).applying(edit, to: edited)
    #expect(index.lineStarts == starts)
    #expect(index == LineIndex(edited))
  }

  @Test(arguments: UInt64(1)...200)
  func anUpdatedIndexEqualsAFreshOne(seed: UInt64) {
    var texts = HardTexts(seed: seed)
    var text = SourceText(texts.bytes(fragments: 40))
    var index = LineIndex(text)
    for step in 0..<40 {
      let edit = TextEdit(range: texts.range(in: text.count), replacement: texts.bytes(fragments: 3))
      let before = text
      text = text.applying(edit)
      let updated = index.applying(edit, to: text)
      #expect(index == LineIndex(before), "seed \(seed), step \(step): the index that was not to change")
      index.apply(edit, to: text)
      #expect(index == updated, "seed \(seed), step \(step): in place and not")
      guard index == LineIndex(text), index.lineStarts == NaiveText(text.bytes).lineStarts else {
        Issue.record("seed \(seed), step \(step): \(edit) makes \(index.lineStarts) of \(before.bytes)")
        return
      }
    }
  }

  @Test func indexesOfTextsOfDifferentLengthDiffer() {
    #expect(LineIndex(SourceText("a\nb")) != LineIndex(SourceText("a\nbc")))
  }
}

extension LineIndex {
  fileprivate var lineStarts: [Int] { (0..<lineCount).map(start(ofLine:)) }
}
