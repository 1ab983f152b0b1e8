import PikeSyntax
import Testing

/// Texts with bytes in them that an editor does not show, or that are no UTF-8.
@Suite
struct ByteGrammarTests {
  private func tree(_ bytes: [UInt8], at location: SourceLocation = #_sourceLocation) -> SyntaxTree {
    let tree = SyntaxTree.parse(SourceText(bytes))
    if let fault = Robustness.fault(of: tree) { Issue.record("\(fault)", sourceLocation: location) }
    return tree
  }

  private let declaration = "(sourceFile (variableDeclaration (basicType int) (declarator x) ;) <end>)"

  @Test
  func aByteOrderMarkIsTrivia() {
    let tree = tree([0xEF, 0xBB, 0xBF] + Array("int x;".utf8))
    #expect(TreePrinter.print(tree) == declaration)
    #expect(tree.diagnostics == [])
  }

  @Test
  func invalidUTF8InACommentIsTrivia() {
    let tree = tree(Array("int x; // ".utf8) + [0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80])
    #expect(TreePrinter.print(tree) == declaration)
    #expect(tree.diagnostics == [])
  }

  @Test
  func invalidUTF8InAStringIsText() {
    let tree = tree(Array("string s = \"".utf8) + [0xFF, 0xFE] + Array("\";".utf8))
    #expect(tree.diagnostics == [])
  }

  @Test
  func aZeroByteIsNotTheEnd() {
    let tree = tree(Array("int x;\0int y;".utf8))
    #expect(tree.root.width == 13)
    #expect(TreePrinter.print(tree).contains("(declarator y)"))
    #expect(tree.diagnostics.count == 1)
  }

  @Test
  func carriageReturnsAloneAreWhiteSpace() {
    let tree = tree(Array("int\rx\r;\r".utf8))
    #expect(TreePrinter.print(tree) == declaration)
    #expect(tree.diagnostics == [])
  }
}
