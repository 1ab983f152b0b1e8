import Testing

@testable import PikeSyntax

struct NameFinderTests {
  @Test(arguments: [
    ("foo", "foo", [0]),
    ("foo", "x foo(foo) foo", [2, 6, 11]),
    ("foo", "foobar barfoo foo_ _foo", []),
    ("f", "f ff f", [0, 5]),
    // Behind a number a name needs no blank.
    ("foo", "1foo 0x1foo 1.5e3foo x1foo", [1, 8, 17]),
    // A backslash may begin a letter of the name.
    ("foo", "\\u0041foo \\foo", [6, 11]),
    // More than is needed does no harm.
    ("foo", "/* foo */ \"foo\"", [3, 11]),
    ("name_of_more_than_eight_bytes", "a name_of_more_than_eight_bytes name_of_more_than_eight_byteS", [2]),
    ("foo", "", []), ("", "foo", []),
  ])
  func findsEachPlaceWhereTheNameMayBeAToken(name: String, text: String, places: [Int]) {
    let text = SourceText(text)
    #expect(NameFinder(Array(name.utf8), in: text).places(in: 0..<text.count) == places)
  }

  @Test func findsWhatStandsInTheRangeAlone() {
    let text = SourceText("foo foo foo foo")
    #expect(NameFinder(Array("foo".utf8), in: text).places(in: 1..<11) == [4, 8])
    #expect(NameFinder(Array("foo".utf8), in: text).places(in: 4..<10) == [4])
  }

  /// The lexer decides: whatever it takes for that name is found.
  @Test(arguments: [
    "1foo", "0xfoo", "0b1foo", "07foo", "1.foo", "1..foo", "1e5foo", "'a'foo", "\"\"foo", "#foo", "é foo",
  ])
  func overlooksNoToken(text: String) {
    let text = SourceText(text)
    var lexer = Lexer(text)
    let places = NameFinder(Array("foo".utf8), in: text).places(in: 0..<text.count)
    while true {
      let token = lexer.next()
      if token.kind == .endOfFile { break }
      if token.kind == .identifier, text.string(in: token.start..<token.end) == "foo" {
        #expect(places.contains(token.start))
      }
    }
  }
}
