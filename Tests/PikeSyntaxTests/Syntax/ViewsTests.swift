import PikeSyntax
import Testing

/// What holds of all views together; see `ViewCheck`. (What is expected must not mention a tree: a failure would print it.)
struct ViewsTests {
  @Test func viewsLeadToEachPartOfAHealthyText() {
    let tree = SyntaxTree.parse(EveryConstruct.healthy)
    let diagnostics = tree.diagnostics.map { "\($0)" }
    #expect(diagnostics == [])
    let faults = ViewCheck.faults(of: tree)
    #expect(faults == [])
  }

  @Test func theHealthyTextHasEachKindOfNode() {
    let kinds = Set(SyntaxTree.parse(EveryConstruct.healthy).rootNode.descendants.map(\.kind))
    let absent = SyntaxKind.allCases.filter { !$0.isToken && !kinds.contains($0) }
    // These two are for broken texts.
    #expect(absent == [.unexpected, .tooDeep])
  }

  @Test(arguments: EveryConstruct.broken)
  func viewsLeadToEachPartOfABrokenText(text: String) {
    let faults = ViewCheck.faults(of: SyntaxTree.parse(text))
    #expect(faults == [])
  }

  /// A text that ends anywhere.
  @Test func viewsLeadToEachPartOfATextThatBreaksOff() {
    let bytes = Array(EveryConstruct.healthy.utf8)
    for end in stride(from: 0, to: bytes.count, by: 17) {
      let tree = SyntaxTree.parse(SourceText(Array(bytes[..<end])))
      let faults = ViewCheck.faults(of: tree)
      #expect(faults == [], "the first \(end) bytes")
    }
  }

  /// A text that lacks one of its tokens.
  @Test func viewsLeadToEachPartOfATextWithAHole() {
    let whole = SyntaxTree.parse(EveryConstruct.healthy)
    let tokens = whole.rootNode.tokens.filter { !$0.isVirtual && !$0.textRange.isEmpty }
    for token in tokens where token.textOffset % 5 == 0 {
      let tree = whole.applying(TextEdit(range: token.textRange, replacement: ""))
      let faults = ViewCheck.faults(of: tree)
      #expect(faults == [], "without \(token.text) at \(token.textOffset)")
    }
  }

  @Test func aTextThatIsNestedTooDeepHasViews() {
    let text = "int x = " + String(repeating: "(", count: 400) + "1" + String(repeating: ")", count: 400) + ";"
    let tree = SyntaxTree.parse(text)
    let isCutOff = tree.rootNode.descendants.contains { $0.kind == .tooDeep }
    #expect(isCutOff)
    let faults = ViewCheck.faults(of: tree)
    #expect(faults == [])
  }
}
