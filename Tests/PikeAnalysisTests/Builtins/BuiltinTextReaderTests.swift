import Testing

@testable import PikeAnalysis

struct BuiltinTextReaderTests {
  @Test func oddLinesAreLeftOut() {
    let text: StaticString =
      "\n f int\nname\nname \nname x int\nname ff int\nname f!! int\nold f! int\nok f\ngood K int | string\n\n#\n# \n=\n= a\nend v "
    let symbols = BuiltinTextReader.symbols(of: text)
    let expected = [
      BuiltinSymbol(name: "old", kind: .function, type: "int", isDeprecated: true),
      BuiltinSymbol(name: "ok", kind: .function, type: ""),
      BuiltinSymbol(name: "good", kind: .constant, type: "int | string", isProtected: true),
      BuiltinSymbol(name: "end", kind: .variable, type: ""),
    ]
    #expect(symbols == expected)
  }

  @Test func aSectionEndsWhereTheNextBegins() throws {
    let text: StaticString = "stray f\n# A\na f int\n# A.B\nb f int\n= C A"
    let index = BuiltinTextReader.index(of: ["# Z\nz v int", text])
    #expect(index.sections.keys.sorted() == ["A", "A.B", "Z"])
    #expect(index.aliases == ["C": "A"])
    let section = try #require(index.sections["A.B"])
    #expect(section.text == 1)
    #expect(BuiltinTextReader.symbols(of: text, in: section.bytes).map(\.name) == ["b"])
  }

  @Test func anEmptyTextHasNothing() {
    let index = BuiltinTextReader.index(of: ["", "\n", "# "])
    #expect(index.sections.isEmpty && index.aliases.isEmpty)
  }
}
