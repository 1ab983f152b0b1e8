import Testing

@testable import PikeAnalysis

struct CompletionTests {
  static let others = [
    "base.pike": """
    protected int helper(int value) { return value; }
    private int hidden;
    string describe(object thing, string|void how) { return ""; }
    constant NOTHING = "";
    """,
    "limits.h": "#define LIMIT 10\n#define MINIMUM(A, B) ((A) < (B) ? (A) : (B))\nint included;\n",
    "include/system-wide.h": "", "include/sys/types.h": "",
    "sub/other.pike": "", "modules/Single.pike": "void create(int a, string b) {}\n",
    "modules/Shapes.pmod": """
    //! Shapes of all kinds.

    class Shape {
      string name = "shape";
      //! How large it is.
      int area() { return 0; }
      protected int secret;
      private int own;
      Shape next(int steps) { return this; }
    }
    class Square { inherit Shape; private int side; void create(int s) { } int area() { return side * side; } void grow(int by, int|void times) {} }
    enum Kind { ROUND, ANGULAR = 5 }
    protected int internal;
    constant PI = 3.14;
    """,
    "modules/Deep.pmod/module.pmod": "int top() { return 1; }\n",
    "modules/Deep.pmod/Inner.pmod": "int inner() { return 2; }\n",
  ]

  private func labels(_ text: String) throws -> [String] { try FeatureCheck(text, Self.others).labels() }

  // MARK: Plain names

  @Test func nearerNamesComeFirst() throws {
    let labels = try labels(
      """
      int file_thing; int fun() { }
      class A { int field; void method(int first) { int found; for (int f = 0;;) { f¦ } } int fuzzy(); }
      """)
    #expect(labels.prefix(8) == ["f", "first", "found", "field", "fuzzy", "file_thing", "fun", "float"])
    let keywords = try #require(labels.firstIndex(of: "foreach"))
    let globals = try #require(labels.firstIndex(of: "filter"))
    #expect(keywords < globals)
    #expect(labels.allSatisfy { $0.lowercased().hasPrefix("f") })
  }

  @Test func localsAreSeenWhereTheyAreDeclaredAndNoFurther() throws {
    let text = "void f(int parameter) { { int inner; } int before; ¦ int behind; }"
    let labels = try labels(text)
    #expect(labels.contains("parameter") && labels.contains("before"))
    #expect(!labels.contains("inner") && !labels.contains("behind"))
  }

  @Test func inheritedAndIncludedAndImportedNamesAreSeen() throws {
    let labels = try labels(
      "#include \"limits.h\"\ninherit \"base.pike\";\nimport Shapes;\nvoid f() { x = ¦ }")
    for name in [
      "helper", "describe", "NOTHING", "LIMIT", "MINIMUM", "included", "Square", "PI", "ROUND", "Shapes", "Deep",
    ] {
      #expect(labels.contains(name), "\(name)")
    }
    for name in ["hidden", "internal"] { #expect(!labels.contains(name), "\(name)") }
  }

  @Test func anUnclosedBodyHasItsLocals() throws {
    #expect(try labels("void f(int first) { int found; if (first) { }\n  f¦").prefix(2) == ["first", "found"])
    #expect(try labels("class A { void f(int first) {\n  g(f¦\n}").first == "first")
  }

  // MARK: Members

  @Test(arguments: [
    ("void f(Shapes.Shape s) { s->¦ }", ["area", "name", "next"]),
    ("void f(Shapes.Square s) { s->¦; }", ["area", "create", "grow", "name", "next"]),
    ("void f() { Shapes.Square(3)->n¦; }", ["name", "next"]),
    ("void f() { object x = Shapes.Square(3); x->next(1)->next(2)->a¦ }", ["area"]),
    ("void f(array(Shapes.Shape) all) { all[0]->¦ }", ["area", "name", "next"]),
    ("void f(Shapes.Shape s) { s->ar¦ea(); }", ["area"]),
    ("class A { int x; private int y; A self() { } } void f() { A()->self()->¦", ["self", "x"]),
    ("void f() { Shapes.¦ }", ["Kind", "PI", "ROUND", "ANGULAR", "Shape", "Square"].sorted()),
    ("void f() { Deep.¦ }", ["Inner", "top"]), ("void f() { Deep.Inner.¦ }", ["inner"]),
    ("int x = Deep.Inner.¦;", ["inner"]), ("inherit Shapes.¦;", ["Kind", "Shape", "Square"]),
    ("Shapes.¦ x;", ["ANGULAR", "Kind", "PI", "ROUND", "Shape", "Square"]),
    ("inherit \"base.pike\";\nvoid f() { ::¦ }", ["NOTHING", "describe", "helper"]),
    ("inherit \"base.pike\" : b;\nvoid f() { b::h¦ }", ["helper"]),
    ("int g; class A { int x; void f() { global::¦ } }", ["A", "g"]),
    ("int g; class A { int x; class B { int z; void f() { A::¦ } } }", ["B", "x"]),
    ("int g; class A { private int x; void f() { this::¦ } }", ["f", "x"]),
  ])
  func membersAreThoseOfTheType(text: String, expected: [String]) throws {
    #expect(try labels(text) == expected)
  }

  @Test func whatIsCompiledInHasMembers() throws {
    #expect(try labels("void f() { Gmp.mpz(1)->siz¦").contains("size"))
    #expect(try labels("void f() { Gmp.m¦").contains("mpz"))
    #expect(try labels("void f() { predef::wri¦").contains("write"))
  }

  @Test func whatIsNotKnownHasNoMembers() throws {
    #expect(try labels("void f(mixed x) { x->¦ }") == [])
    #expect(try labels("void f() { nowhere->¦ }") == [])
  }

  // MARK: Places

  @Test func inheritAndImportTakeClassesAndModules() throws {
    let inherit = try labels("class Mine { } int mineral; inherit M¦;")
    #expect(inherit.first == "Mine" && !inherit.contains("mineral") && !inherit.contains("mapping"))
    #expect(try labels("import ¦;").contains("Shapes"))
    #expect(try labels("inherit S¦").contains("Single"))
  }

  @Test func typesAreClassesModulesAndWords() throws {
    let labels = try labels("class Mine { } int mineral; void mixer() {} void f(m¦) {}")
    #expect(labels.contains("Mine") && labels.contains("mapping") && labels.contains("mixed"))
    #expect(!labels.contains("mineral") && !labels.contains("mixer") && !labels.contains("min"))
  }

  @Test func pathsGoOnWithWhatTheDirectoriesHold() throws {
    #expect(
      try labels("#include <¦") == ["sys/", "system-wide.h"].sorted { $0.hasSuffix(".h") && !$1.hasSuffix(".h") })
    #expect(try labels("#include <system-w¦") == ["system-wide.h"])
    #expect(try labels("#include <sys/t¦") == ["types.h"])
    #expect(try labels("#include \"¦") == ["limits.h", "include/", "modules/", "sub/"])
    #expect(try labels("inherit \"¦\";").prefix(2) == ["base.pike", "main.pike"])
    #expect(try labels("inherit \"sub/¦\";") == ["other.pike"])
  }

  @Test func wordsStandOnlyWhereTheyCan() throws {
    #expect(try labels("void f() { wh¦ }").contains("while"))
    #expect(try !labels("void f() { x = wh¦ }").contains("while"))
    #expect(try !labels("wh¦").contains("while"))
    #expect(try labels("inh¦").contains("inherit"))
    #expect(try !labels("void f() { inh¦ }").contains("inherit"))
    #expect(try labels("void f() { while (1) { con¦ } }").contains("continue"))
    #expect(try !labels("void f() { con¦ }").contains("continue"))
    #expect(try labels("#inc¦") == ["include"])
    #expect(try labels("#pragma str¦") == ["strict_types"])
    #expect(try labels("#define FOO 1\n#ifdef F¦").contains("FOO"))
  }

  @Test func nothingIsProposedInCommentsStringsAndNewNames() throws {
    for text in ["// f¦", "string s = \"f¦\";", "/* ¦ */", "int f¦", "void f(int f¦)", "int x = 1¦"] {
      #expect(try labels(text) == [], "\(text)")
    }
  }

  // MARK: Items

  @Test func functionsAreInsertedAsCallsWithTheirArguments() throws {
    let check = FeatureCheck("void f(Shapes.Square s) { s->gr¦ }", Self.others)
    let item = try #require(try check.completion().items.first)
    #expect(item.insertText == "grow(${1:by})" && item.isSnippet && item.kind == .method)
    #expect(item.detail == "void grow(int by, int|void times)")
    #expect(item.replacedRange == check.positions.range(check.offset - 2..<check.offset))
    let called = try #require(
      try FeatureCheck("void f(Shapes.Square s) { s->gr¦(1); }", Self.others).completion().items.first)
    #expect(called.insertText == "grow" && !called.isSnippet)
  }

  @Test func anItemIsResolvedFromWhatItCarries() throws {
    let check = FeatureCheck("void f(Shapes.Shape s) { s->are¦ }", Self.others)
    let item = try #require(try check.completion().items.first)
    let fresh = FeatureCheck("", Self.others)
    #expect(
      try fresh.answer(.resolveCompletion(item.origin))
        == .resolvedCompletion(CompletionDetails(detail: "int area()", documentation: "How large it is.")))
    let module = FeatureCheck("import Shap¦", Self.others)
    let shapes = try #require(try module.completion().items.first { $0.label == "Shapes" })
    #expect(
      try fresh.answer(.resolveCompletion(shapes.origin))
        == .resolvedCompletion(CompletionDetails(detail: "module Shapes", documentation: "Shapes of all kinds.")))
    let builtin = try #require(try FeatureCheck("int x = sizeo¦").completion().items.first)
    guard case .resolvedCompletion(let details) = try fresh.answer(.resolveCompletion(builtin.origin)) else { return }
    #expect(details.documentation?.isEmpty == false)
  }

  @Test func listsAreBoundedAndSaySo() throws {
    let members = (0..<600).map { "int member_\($0);" }.joined(separator: "\n")
    let many = try FeatureCheck("\(members)\nvoid f() { m¦ }").completion()
    #expect(many.items.count == CompletionCandidates.limit && many.isIncomplete)
    let few = try FeatureCheck("\(members)\nvoid f() { member_59¦ }").completion()
    #expect(few.items.map(\.label) == ["member_59"] + (0..<10).map { "member_59\($0)" } && !few.isIncomplete)
    #expect(few.items.map(\.sortText) == few.items.map(\.sortText).sorted())
  }
}
