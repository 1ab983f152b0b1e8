import PikeSyntax
import Testing

@testable import PikeAnalysis

struct LexicalTokenTests {
  @Test func syntaxTellsWhatNamesAre() {
    let features = SyntaxFeatures(
      "class A { int v; void m(B.C p) { A x = p->q(1)->r; foo(\"s\", 'c', 2.5); } }")
    #expect(
      features.describe(features.tokens()) == [
        "class keyword", "A class.declaration", "int type", "v property.declaration", "void type",
        "m method.declaration", "B namespace", "C class", "p parameter.declaration", "A class",
        "x variable.declaration", "= operator", "p variable", "-> operator", "q method", "1 number", "-> operator",
        "r property", "foo function", "\"s\" string", "'c' string", "2.5 number",
      ])
  }

  @Test func directivesMacrosAndCommentsAreTold() {
    let features = SyntaxFeatures("#define N 3\n//! doc\nint a = N; // c\n#if 0\n!! ##\n#endif\n")
    #expect(
      features.describe(features.tokens()) == [
        "# keyword", "define keyword", "N macro", "3 number", "//! doc comment.documentation", "int type",
        "a variable.declaration", "= operator", "N macro", "// c comment", "# keyword", "if keyword", "0 number",
        "!! ## comment", "# keyword", "endif keyword",
      ])
  }

  @Test func tokensOfSeveralLinesAreCutAtTheirEnds() {
    let features = SyntaxFeatures("/* a\r\n\r\n   b */\nstring s = #\"x\ny\";")
    let tokens = features.tokens()
    #expect(features.describe(tokens).prefix(2) == ["/* a comment", "   b */ comment"])
    #expect(features.describe(tokens).suffix(2) == ["#\"x string", "y\" string"])
    #expect(tokens.allSatisfy { $0.length > 0 })
  }

  /// A part has the same tokens as the whole has there.
  @Test func aRangeHasTheTokensThatTouchIt() {
    let features = SyntaxFeatures("class A {\n  int x; /* long\n comment */\n  void f() { g(x + 1); }\n}\n")
    let count = features.tree.text.count
    let all = features.tokens()
    for start in 0..<count {
      for end in [start + 1, min(start + 7, count), count] {
        let range = features.positions.range(start..<end)
        let expected = all.filter { token in
          let tokenEnd = TextPosition(line: token.start.line, column: token.start.column + token.length)
          return token.start < range.upperBound && tokenEnd > range.lowerBound
        }
        let found = features.tokens(in: start..<end)
        #expect(expected.allSatisfy(found.contains), "\(start)..<\(end)")
        #expect(found.allSatisfy(all.contains), "\(start)..<\(end)")
      }
    }
  }
}
