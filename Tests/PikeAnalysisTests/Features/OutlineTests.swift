import PikeSyntax
import Testing

@testable import PikeAnalysis

struct OutlineTests {
  @Test func declarationsAreATree() {
    let features = SyntaxFeatures(
      """
      inherit Base;
      constant limit = 3, name = "x";
      int a, b = 2;
      class Shape (int sides) {
        protected string label;
        void create() {}
        enum Colour { RED, GREEN = 5 }
        class Inner { void f(); }
      }
      typedef array(int) Numbers;
      array(string) split(string s,
                          int|void n) { int local; }
      """)
    #expect(
      features.describe(features.outline) == [
        "constant limit 3", "constant name \"x\"", "variable a int", "variable b int", "class Shape (int sides)",
        "  field label string", "  constructor create void()", "  enum Colour", "    enumMember RED",
        "    enumMember GREEN 5", "  class Inner", "    method f void()", "typedef Numbers array(int)",
        "function split array(string)(string s, int|void n)",
      ])
  }

  @Test func branchesAndModifierBlocksAreLookedInto() {
    let features = SyntaxFeatures(
      """
      #if 1
      int a;
      #else
      int b;
      #endif
      private { int c; }
      __deprecated__ int d() {}
      """)
    let symbols = features.outline
    #expect(symbols.map(\.name) == ["a", "b", "c", "d"])
    #expect(symbols.map(\.isDeprecated) == [false, false, false, true])
  }

  @Test func detailsAreOneLineWhateverEndsLinesInTheText() {
    let features = SyntaxFeatures("constant a = #\"x\r\ny\";\r\nint f(int b,\r\n  int c) {}")
    #expect(features.outline.map(\.detail) == ["#\"x y\"", "int(int b, int c)"])
  }

  @Test func namesStandInsideOfTheirDeclarations() {
    for symbol in SyntaxFeatures("int a, bb = 1, c;\n  void f(int x) {\n}").outline {
      #expect(symbol.range.lowerBound <= symbol.selectionRange.lowerBound)
      #expect(symbol.selectionRange.upperBound <= symbol.range.upperBound)
    }
  }

  @Test func aNameGivenToAMacroStandsInTheUse() {
    let features = SyntaxFeatures("#define DEF(X) int X() { return 1; }\nDEF(foo)\n")
    let symbol = features.outline.first
    #expect(symbol?.name == "foo")
    #expect(symbol?.selectionRange == TextPosition(line: 1, column: 4)..<TextPosition(line: 1, column: 7))
  }

  @Test(arguments: [(PositionEncoding.utf8, 16), (.utf16, 14), (.utf32, 13)])
  func columnsAreInTheAskedEncoding(encoding: PositionEncoding, column: Int) {
    let features = SyntaxFeatures("/* 😀 */ int /**/ x;".replacing("/**/", with: ""), encoding: encoding)
    #expect(features.outline.first?.selectionRange.lowerBound.column == column)
  }
}
