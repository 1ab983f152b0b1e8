import PikeSyntax
import Testing

struct MacroTextTests {
  /// The texts of all tokens but the directives', virtual ones in brackets.
  private func texts(_ text: String) -> String {
    let tree = SyntaxTree.parse(text)
    return tree.rootNode.children.filter { !$0.kind.isDirective }.flatMap { element -> [SyntaxToken] in
      element.node.map { Array($0.tokens) } ?? element.token.map { [$0] } ?? []
    }.filter { $0.kind != .endOfFile && !$0.isMissing }.map { $0.isVirtual ? "[\($0.text)]" : $0.text }.joined(
      separator: " ")
  }

  @Test(arguments: [
    ("#define D int a; string b;\nD", "[int] [a] [;] [string] [b] [;]"),
    ("#define D(x, y) x y = 1;\nD(int, b)", "[int] [b] [=] [1] [;]"),
    ("#define G(x) int get_##x() { return x; }\nG(name)", "[int] [get_name] [(] [)] [{] [return] [name] [;] [}]"),
    ("#define S(x) string s = #x;\nS(a \"b\")", "[string] [s] [=] [\"a \\\"b\\\"\"] [;]"),
    ("#define IN(x) x x\n#define OUT(x) int IN(x);\nOUT(a)", "[int] [a] [a] [;]"),
    (
      "#define V(x, y...) int f = x(0, y);\nV(g)V(g,1,2)",
      "[int] [f] [=] [g] [(] [0] [)] [;] [int] [f] [=] [g] [(] [0] [,] [1] [,] [2] [)] [;]"
    ),
    ("#define T int\nT a, b;", "[int] a , b ;"),
    ("#define M(x) int m = x;\nM((< 1, 2 >))", "[int] [m] [=] [(<] [1] [,] [2] [>)] [;]"),
  ])
  func virtualTokensHaveTheTextOfTheExpansion(text: String, expected: String) {
    #expect(texts(text) == expected)
  }

  @Test func tokensOfOneExpansionAtOnePlaceAreDifferent() {
    let tokens = SyntaxTree.parse("#define D int a; int b;\nD").rootNode.tokens.filter { $0.isVirtual }
    #expect(Set(tokens).count == 6)
  }

  @Test func aNodeBehindAnotherOfTheSameMacroKnowsItsTokens() {
    let tree = SyntaxTree.parse("#define D int a; class B { int c; int d; } int e;\nD int f;")
    #expect(ViewWalker.walk(tree).declaredNames.map(\.text) == ["a", "B", "c", "d", "e", "f"])
  }

  @Test func anArgumentIsWhereItWasWritten() {
    let text = "#define D(x) int x; int own;\nD(here)"
    let tree = SyntaxTree.parse(text)
    let names = ViewWalker.walk(tree).declaredNames
    #expect(names.map(\.text) == ["here", "own"])
    #expect(names[0].sourceRange.map { tree.text.string(in: $0) } == "here")
    #expect(names[1].sourceRange == nil)
    #expect(names[1].macroUse.map { tree.text.string(in: $0.range) } == "D(here)")
  }

  @Test func usesAreListedWithTheirArguments() {
    let tree = SyntaxTree.parse("#define D(x, y) x y;\n#define E\nE D(int, a) /* c */ E int b;\nE")
    #expect(tree.macroUses.map(\.name) == ["E", "D", "E", "E"])
    let use = tree.macroUses[1]
    #expect(use.argumentTokens.map { tree.text.string(in: $0.range) } == ["(", "int", ",", "a", ")"])
    #expect(use.expansion.map(\.text) == ["int", "a", ";"])
    #expect(use.definition.map { tree.text.string(in: $0.bodyRange) } == "x y;")
    #expect(tree.macroUses[0].expansion.isEmpty)
  }

  @Test func definitionsAreListed() {
    let text =
      "#define A\n#if 0\n#define B(x, y...) x + y\n#endif\nint f() { return 1\n#define C 3 // c\n; }\n#define\n"
    let tree = SyntaxTree.parse(text)
    let found = tree.defineDirectives
    #expect(found.map(\.name) == ["A", "B", "C"])
    #expect(found.map(\.isActive) == [true, false, true])
    #expect(found.map { tree.text.string(in: $0.bodyRange) } == ["", "x + y", "3 // c"])
    #expect(found[1].parameters?.map { tree.text.string(in: $0) } == ["x", "y"])
    #expect(found[0].parameters == nil)
    #expect(tree.text.string(in: found[2].range) == "#define C 3 // c")
  }

  @Test func aUseKnowsWhichDefinitionIsInForce() {
    let text = "#define A int a;\nA\n#undef A\n#define A int b;\nA\n#if 0\n#define A int c;\n#endif\nA"
    let tree = SyntaxTree.parse(text)
    let bodies = tree.macroUses.map { use in use.definition.map { tree.text.string(in: $0.bodyRange) } }
    #expect(bodies == ["int a;", "int b;", "int b;"])
  }

  @Test func aMacroThatLooksLikeANameIsKnownAsOne() {
    let tree = SyntaxTree.parse("#define LIMIT 5\nint a = LIMIT, b = other;")
    let names = tree.rootNode.tokens.filter(\.namesMacro)
    // The name in the definition is one too.
    #expect(names.map(\.text) == ["LIMIT", "LIMIT"])
    #expect(names.map { $0.macroDefinition?.name } == ["LIMIT", "LIMIT"])
  }

  @Test func tokensOutsideOfTheTreeAreReadOnDemand() {
    let tree = SyntaxTree.parse("int f() { return 1\n#if 0\n+ other\n#endif\n; }")
    let piece = tree.rootNode.tokens.flatMap(\.leadingTrivia).first { $0.kind == .inactiveText }
    #expect(piece.map { tree.sourceTokens(in: $0.range).map(\.kind) } == [.plus, .identifier])
  }
}
