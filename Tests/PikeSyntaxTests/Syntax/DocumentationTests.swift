import PikeSyntax
import Testing

/// What documents what; `blocksBelongToDeclarations` follows Pike's own extractor.
struct DocumentationTests {
  /// Each block of a list as `text -> names`.
  private func blocks(_ text: String, in kind: SyntaxKind = .sourceFile) -> [String] {
    let tree = SyntaxTree.parse(text)
    let list = tree.rootNode.descendants.first { $0.kind == kind }?.node ?? tree.rootNode
    return tree.documentation(in: list).map { block in
      let names = block.declarations.map { name(of: $0) }
      return "\(block.text) -> \(names.joined(separator: " "))"
    }
  }

  private func name(of node: SyntaxNode) -> String {
    switch node.kind {
    case .functionDeclaration: FunctionSyntax(node)?.name?.text ?? "?"
    case .variableDeclaration: VariableSyntax(node)?.declarators.compactMap(\.name?.text).joined(separator: ",") ?? "?"
    case .classDeclaration: ClassSyntax(node)?.name?.text ?? "?"
    case .enumMember: EnumMemberSyntax(node)?.name?.text ?? "?"
    case .enumDeclaration: "enum"
    default: "\(node.kind)"
    }
  }

  @Test(arguments: [
    ("//! A.\nint a;", ["A. -> a"]),
    ("//! A.\n//!  B.\n//!\n//! C.\nint a;", ["A.\n B.\n\nC. -> a"]),
    ("//! A.\n\nint a;", ["A. -> "]),
    ("//! A.\n\n//! B.\nint a;", ["A. -> ", "B. -> a"]),
    ("//! A.\nint a;\nint b, c;\n\nint d;", ["A. -> a b,c"]),
    ("//! A.\n  int a; int b;\nint c;\n", ["A. -> a b c"]),
    ("int a; //! A.\n//! More.\nint b;", ["A.\nMore. -> a"]),
    ("int a;\nint b; //! A.\n\nint c;", ["A. -> a b"]),
    ("int a;\n//! A.\n\nint b;", ["A. -> a"]),
    ("int a; //! A.\nint b; //! B.\nint c;", ["A. -> a", "B. -> b"]),
    ("//! A.\n// plain\nint a;", ["A. -> "]),
    ("//! A.\n/* plain */ int a;", ["A. -> a"]),
    ("//! A.\n#if 1\nint a;\n#endif\n", ["A. -> "]),
    ("int f(int x) //! F.\n{ return 1; }", ["F. -> f"]),
    ("int a;\n//! A.", ["A. -> a"]),
    ("int a;\n\n//! A.", ["A. -> "]),
    ("//! A.", ["A. -> "]),
    ("int a;", []),
  ])
  func blocksBelongToDeclarations(text: String, expected: [String]) {
    #expect(blocks(text) == expected)
  }

  /// Pike refuses these; they are common all the same, above all while a text is written.
  @Test(arguments: [
    ("int a;\n//! B.\nint b;", ["B. -> b"]),
    ("//! A.\nint a;\n//! B.\nint b;", ["A. -> a", "B. -> b"]),
    ("//! A.\nclass A { }\nint b;", ["A. -> A"]),
    ("int a;\nclass A { } //! A.\n", ["A. -> A"]),
    ("/*! A.\n *! B.\n */\nint a;", ["A.\nB. -> a"]),
    ("/*! A. */ int a;", ["A. -> a"]),
    ("//! A.\r\nint a;\r\n", ["A. -> a"]),
    ("//! A.\nint ;", ["A. -> "]),
    ("//! A.\n}", ["A. -> "]),
  ])
  func blocksThatPikeRefusesBelongToOneDeclaration(text: String, expected: [String]) {
    #expect(blocks(text) == expected)
  }

  @Test(arguments: [
    ("//! A.\nint a;\n\n//! @ignore\n//! B.\nint b;\n//! @endignore\n\n//! C.\nint c;", ["A. -> a", "C. -> c"]),
    // The line of the first comment ends what it follows; without it there is an empty line.
    ("//! A.\n//! @ignore\nint x;\n//! @endignore\nint a;", ["A. -> "]),
    ("//! A.\n//! @ignore\nint x; //! @endignore\nint a;", ["A. -> "]),
    ("int a; //! @ignore\n//! X.\nint x; //! @endignore\n//! A.", ["A. -> a"]),
    ("//! @ignore\nclass X {\n //! x\n int x;\n}\n//! @ignore\nint y;//! Y\n//! @endignore\n//! @endignore\n", []),
    ("//! @ignore\n//! A.\nint a;\n//! @endignore\nint b; //! B.", ["B. -> b"]),
    // Without the other one, it has no meaning.
    ("//! @ignore\n\n//! A.\nint a;", ["@ignore -> ", "A. -> a"]),
    ("//! A.\nint a;\n\n//! @endignore\n", ["A. -> a", "@endignore -> "]),
    // Not by itself, not in a documentation comment.
    ("//! @ignore this\nint a;\n//! @endignore", ["@ignore this -> a", "@endignore -> "]),
    ("// @ignore\n//! A.\nint a; // @endignore\n", ["A. -> a"]),
    ("string s = \"//! @ignore\"; //! S.\n\nint b; //! @endignore", ["S. -> s", "@endignore -> b"]),
  ])
  func whatIsToBeIgnoredIs(text: String, expected: [String]) {
    #expect(blocks(text) == expected)
  }

  @Test func membersOfWhatIsIgnoredAreIgnored() {
    #expect(blocks("//! @ignore\nclass X {\n //! x\n int x;\n}\n//! @endignore\n", in: .classBody) == [])
    #expect(
      blocks("class X {\n//! x\nint x;\n//! @ignore\nint y; //! y\n}\n//! @endignore", in: .classBody) == ["x -> x"])
  }

  @Test func membersHaveDocumentation() {
    let text = "class A { //! X.\n  int x;\n\n  //! F.\n  void f() { }\n  //! Rest.\n}"
    #expect(blocks(text, in: .classBody) == ["X. -> x", "F. -> f", "Rest. -> "])
  }

  @Test func membersOfAnEnumHaveDocumentation() {
    #expect(blocks("enum { A, //! a\nB = 2, //! b\nC\n//! c\n}", in: .enumBody) == ["a -> A", "b -> B", "c -> C"])
    #expect(blocks("enum {\n//! ab\nA, B,\n\n//! c\nC }", in: .enumBody) == ["ab -> A B", "c -> C"])
  }

  @Test func branchesHaveDocumentation() {
    let text = "#if 1\n//! A.\nint a;\n\nint b; //! B.\n#else\nint c;\n#endif\n"
    #expect(blocks(text, in: .declarationBranch) == ["A. -> a", "B. -> b"])
    #expect(blocks("#if 0\n//! A.\nint a;\n#endif", in: .inactiveDeclarationBranch) == ["A. -> a"])
  }

  @Test func declarationsOfAMacroHaveDocumentation() {
    #expect(blocks("#define D(x) int x;\n#define E\n\n//! A.\nD(a)\n\n//! B.\nE int b;") == ["A. -> a", "B. -> b"])
    #expect(blocks("#define D int a; int b;\n//! Both.\nD\n") == ["Both. -> a b"])
  }

  /// To ask for the documentation of one declaration gives what stands in that of all.
  @Test(arguments: [
    "//! A.\nint a;\nint b;\n\nint c;\n//! D.\nint d;\nint e; //! E.\n\nint f;\nint g; //! G.\nint h;\n//! H.\n",
    "int a;\n\nint b; //! @ignore\n//! X.\n\nint x;\n//! @endignore\nint c; //! C.\n",
    "//! A.\n//! @ignore\n\nint x;\n//! @endignore\nint a;\nint b;\n//! B.\n",
    "enum { A, //! a\nB = 2, C,\n\nD,\n//! e\nE\n//! f\n}",
    "int f() //! F.\n{ }\nint g() { }\n//! G.\n\nclass C //! C.\n{ } int h;;\nint i; //! I.",
    "#if 1\nint a;\n\nint b; //! B.\n#endif\n",
  ])
  func aDeclarationHasWhatIsSaidOfAll(text: String) {
    let tree = SyntaxTree.parse(text)
    for case .node(let list) in tree.rootNode.descendants {
      let blocks = tree.documentation(in: list)
      for case .node(let item) in list.children where list.kind.isListOfDeclarations {
        let block = tree.documentation(of: item)
        let expected = blocks.first { $0.declarations.contains(item) }
        #expect(block?.range == expected?.range && block?.text == expected?.text, "\(item.range) \(block?.text ?? "-")")
      }
    }
  }

  @Test func aDeclarationIsAskedForItsDocumentation() {
    let text = "//! A.\nint a;\n\nclass C {\n  //! F.\n  void f() { }\n  int g;\n\n  int h;\n}"
    let tree = SyntaxTree.parse(text)
    var found: [String: String] = [:]
    for case .node(let node) in tree.rootNode.descendants where node.kind != .sourceFile {
      if let block = tree.documentation(of: node) { found[name(of: node)] = block.text }
    }
    #expect(found == ["a": "A.", "f": "F.", "g": "F."])
    let first = tree.rootNode.children.compactMap(\.node).first
    #expect(first.flatMap { tree.documentation(of: $0) }.map { tree.text.string(in: $0.range) } == "//! A.")
  }
}

extension SyntaxKind {
  fileprivate var isListOfDeclarations: Bool {
    self == .sourceFile || self == .classBody || self == .enumBody || self == .declarationBranch
  }
}
