import Foundation
import PikeSyntax
import SyntheticEdits
import Testing

/// How much of a text an edit makes the parser read: a count of tokens, not a time.
struct ReuseTests {
  private static let count = 200

  private static let program = (0..<count).map { number in
    """
    //! Function \(number).
    int f\(number)(int a, string|void b)
    {
      if (a > \(number)) return a + sizeof(b || "");
      return f\((number + 1) % count)(a, "x");
    }

    """
  }.joined()

  private static let whole = SyntaxTree.parse(program).tokensRead

  /// Types `text` letter by letter behind function 100 and checks each tree; the most tokens that one letter cost.
  private func type(_ text: String, after place: String = "//! Function 100.\n") -> Int {
    var tree = SyntaxTree.parse(Self.program)
    var offset = Self.program.utf8.count - (Self.program.components(after: place).utf8.count)
    var most = 0
    for byte in text.utf8 {
      tree = tree.applying(TextEdit(range: offset..<offset, replacement: [byte]))
      offset += 1
      most = max(most, tree.tokensRead)
      let fault = EditCheck.fault(of: tree)
      #expect(fault == nil)
    }
    return most
  }

  @Test(arguments: [
    "int total = 1 + 2;\n", "private constant name = \"value\";\n", "// a comment\n",
    // Directives that mean nothing to the rest.
    "#include \"a.h\"\n", "#pragma strict_types\n", "#error Not here.\n",
  ])
  func aLineThatIsTypedIsAllThatIsRead(line: String) {
    #expect(type(line) * 20 < Self.whole)
  }

  @Test(arguments: [
    // Nobody uses it.
    "#define unused if (\n", "#define unused(x) \\\n  x + \\\n  1\n",
    // Two functions do.
    "#define f150 1\n", "#define f150 other\n",
    // Two functions use what uses it.
    "#define inner 1\n#define f150 inner\n",
  ])
  func aMacroThatIsTypedHasItsUsesRead(lines: String) {
    let most = type(lines)
    #expect(most * 10 < Self.whole)
  }

  @Test func aMacroThatIsTypedChangesItsUsesOnly() {
    let uses = (0..<Self.count).map { "int a\($0) = \($0 == 150 ? "TWICE(X)" : "0");\n" }.joined()
    let start = "#define TWICE(A) A A\n#define X MIDDLE\n#define MIDDLE \n" + uses
    var tree = SyntaxTree.parse(start)
    var offset = "#define TWICE(A) A A\n#define X MIDDLE\n#define MIDDLE ".utf8.count
    for byte in "+ 1, b".utf8 {
      tree = tree.applying(TextEdit(range: offset..<offset, replacement: [byte]))
      offset += 1
      let fault = EditCheck.fault(of: tree)
      #expect(fault == nil)
      #expect(tree.tokensRead < 100)
    }
  }

  @Test func aConditionThatIsTypedLeavesWhatStandsBeforeItAlone() {
    // It turns off all that follows, which is kept as trivia.
    let most = type("#if 0\n", after: "//! Function 190.\n")
    #expect(most * 5 < Self.whole)
  }

  @Test(arguments: [
    "foo(bar, ({ baz\n", "error (\"text\", f(\n", "while ((i = next(1)) != -1) q += ({ f(\"%c\"\n", "if (a) {\n",
    "x = ([ \"a\": ({ 1\n",
  ])
  func halfAStatementBetweenMembersLeavesThemAlone(line: String) {
    let most = type(line)
    #expect(most * 10 < Self.whole)
  }

  @Test func aStatementThatIsBrokenLeavesOtherFunctionsAlone() {
    #expect(type("  foo(bar[\n", after: "int f100(int a, string|void b)\n{\n") * 20 < Self.whole)
  }

  /// What a use of a macro may become depends on the length of the text; edits go from one length to the other and back.
  @Test func theBoundOnMacrosDependsOnTheLengthAlone() {
    let define = "#define A " + String(repeating: "x; ", count: 200) + "\n"
    let uses = "void f() { A A A }\n"
    let filler = String(repeating: " ", count: 128 * 1024 - define.utf8.count - uses.utf8.count - 2)
    var tree = SyntaxTree.parse(define + uses + filler)
    let short = tree.root.nodeCount
    tree = tree.applying(TextEdit(range: tree.text.count..<tree.text.count, replacement: "/* longer */"))
    let longer = tree.root.nodeCount
    #expect(longer * 10 < short)
    tree = tree.applying(TextEdit(range: define.utf8.count..<define.utf8.count, replacement: "int y;\n"))
    let fault = EditCheck.fault(of: tree)
    #expect(fault == nil)
    tree = tree.applying(TextEdit(range: tree.text.count - 40..<tree.text.count, replacement: ""))
    let faultWhenShort = EditCheck.fault(of: tree)
    #expect(faultWhenShort == nil)
    #expect(tree.root.nodeCount > longer * 10)
  }
}

extension String {
  fileprivate func components(after place: String) -> Substring {
    guard let found = range(of: place) else { return "" }
    return self[found.upperBound...]
  }
}
