import PikeSyntax
import Testing

struct TriviaPieceTests {
  /// The trivia before the first token whose text is `token`, as kind and text.
  private func pieces(before token: String, in text: String) -> [String] {
    let tree = SyntaxTree.parse(text)
    guard let found = tree.rootNode.tokens.first(where: { $0.text == token && !$0.isMissing }) else {
      return ["no such token"]
    }
    return found.leadingTrivia.map { "\($0.kind) \(tree.text.string(in: $0.range).debugDescription)" }
  }

  @Test func whiteSpaceIsCutAtLineEnds() {
    #expect(
      pieces(before: "x", in: "int \t\n\r\n \r\u{0C}x;") == [
        #"whitespace " \t""#, #"newline "\n""#, #"newline "\r\n""#, #"whitespace " ""#, #"newline "\r""#,
        #"whitespace "\u{0C}""#,
      ])
  }

  @Test func commentsAreTold() {
    #expect(
      pieces(before: "int", in: "#!/bin/pike\n// a\n/* b\n */ //! c\n/*! d */int x;") == [
        ##"hashBang "#!/bin/pike""##, #"newline "\n""#, #"lineComment "// a""#, #"newline "\n""#,
        #"blockComment "/* b\n */""#, #"whitespace " ""#, #"docComment "//! c""#, #"newline "\n""#,
        #"docBlockComment "/*! d */""#,
      ])
  }

  @Test func aByteOrderMarkIsAPiece() {
    #expect(pieces(before: "int", in: "\u{FEFF} int x;") == ["byteOrderMark \"\u{FEFF}\"", #"whitespace " ""#])
  }

  @Test func aContinuedLineIsAPiece() {
    #expect(pieces(before: "x", in: "int\\\nx;") == [#"lineContinuation "\\\n""#])
  }

  @Test func aCommentThatDoesNotEndIsOne() {
    #expect(pieces(before: "", in: "/* x") == [#"blockComment "/* x""#])
  }

  @Test func directivesAndInactiveTextInAnExpressionArePieces() {
    let text = "int x = f(1\n#if 0\n, 2\n#elif 1\n, 3\n#else\n, 4\n#endif\n);"
    #expect(
      pieces(before: "3", in: text) == [#"whitespace " ""#])
    #expect(
      pieces(before: ")", in: text) == [
        #"newline "\n""#, ##"directive "#else""##, #"newline "\n""#, #"inactiveText ", 4""#, #"newline "\n""#,
        ##"directive "#endif""##, #"newline "\n""#,
      ])
    let commas = SyntaxTree.parse(text).rootNode.tokens.filter { $0.kind == .comma }
    #expect(
      commas.first?.leadingTrivia.map(\.kind) == [
        .newline, .directive, .newline, .inactiveText, .newline, .directive, .newline,
      ])
  }

  @Test func usesOfMacrosArePieces() {
    let text = "#define EMPTY\n#define TWO(a) int a; int\nEMPTY TWO(x) y;"
    let tree = SyntaxTree.parse(text)
    let first = tree.rootNode.tokens.first { $0.isVirtual }
    #expect(first?.leadingTrivia.map(\.kind) == [.newline, .macroUse, .whitespace, .macroUse])
    #expect(first?.leadingTrivia.last.map { tree.text.string(in: $0.range) } == "TWO(x)")
  }
}
