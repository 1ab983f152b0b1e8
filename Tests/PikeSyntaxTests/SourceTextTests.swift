import PikeSyntax
import Testing

struct SourceTextTests {
  @Test(arguments: [
    (0..<0, "x", "xabcdef"), (6..<6, "x", "abcdefx"), (2..<4, "", "abef"), (0..<6, "", ""), (3..<3, "", "abcdef"),
    (4..<90, "y", "abcdy"),
  ])
  func anEditReplacesItsRange(range: Range<Int>, replacement: String, expected: String) {
    let text = SourceText("abcdef")
    #expect(text.applying(TextEdit(range: range, replacement: replacement)).string == expected)
    #expect(text.string == "abcdef")
  }

  @Test func bytesThatAreNotUTF8AreKept() {
    let bytes: [UInt8] = [0xFF, 0, 0x80, 0x0D]
    #expect(SourceText(bytes).bytes == bytes)
  }
}
