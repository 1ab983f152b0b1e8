import PikeSyntax
import Testing

@testable import PikeAnalysis

struct NavigationTests {
  private func definitions(_ text: String, _ others: [String: String] = CompletionTests.others) throws -> [String] {
    try FeatureCheck(text, others).definitions()
  }

  @Test(arguments: [
    ("void f(int a) { return ¦a; }", ["main.pike:0:a"]),
    ("void f() { int abc; { ab¦c++; } }", ["main.pike:0:abc"]),
    ("int g() {}\nvoid f() { g¦(); }", ["main.pike:0:g"]),
    ("int g¦() {}", ["main.pike:0:g"]),
    ("inherit \"base.pike\";\nvoid f() { help¦er(1); }", ["base.pike:0:helper"]),
    ("inherit \"base.pike\";\nvoid f() { ::help¦er(1); }", ["base.pike:0:helper"]),
    ("inherit \"ba¦se.pike\";", ["base.pike:0:"]),
    ("#include \"lim¦its.h\"", ["limits.h:0:"]), ("#include <sys/¦types.h>", ["include/sys/types.h:0:"]),
    ("#include \"limits.h\"\nint x = LIM¦IT;", ["limits.h:0:LIMIT"]),
    ("#include \"limits.h\"\nint x = MINI¦MUM(1, 2);", ["limits.h:1:MINIMUM"]),
    ("#define A 1\n#undef A\n#define A 2\nint x = A¦;", ["main.pike:2:A"]),
    ("#define A 1\n#ifdef A¦\n#endif", ["main.pike:0:A"]),
    ("#include \"limits.h\"\nint x = inclu¦ded;", ["limits.h:2:included"]),
    ("void f() { Shapes.Squ¦are(1); }", ["modules/Shapes.pmod:10:Square"]),
    ("void f() { Sha¦pes.Square(1); }", ["modules/Shapes.pmod:0:"]),
    ("void f(Shapes.Sq¦uare s) { }", ["modules/Shapes.pmod:10:Square"]),
    ("void f(Shapes.Square s) { s->nex¦t(1); }", ["modules/Shapes.pmod:8:next"]),
    ("void f(Shapes.Square s) { s->next(1)->ar¦ea(); }", ["modules/Shapes.pmod:5:area"]),
    ("inherit Shapes.Sha¦pe;", ["modules/Shapes.pmod:2:Shape"]),
    ("import Deep¦;", ["modules/Deep.pmod/module.pmod:0:"]),
    ("int f();\nint f() { return 1; }\nint x = f¦();", ["main.pike:0:f", "main.pike:1:f"]),
    ("void f() { wri¦te(1); }", []), ("void f() { ¦ }", []), ("// com¦ment", []), ("int x = nowhere¦;", []),
  ])
  func namesLeadToWhatTheyMean(text: String, expected: [String]) throws {
    #expect(try definitions(text) == expected)
  }

  @Test func hoverTellsTheDeclarationAndItsDocumentation() throws {
    #expect(
      try FeatureCheck(
        """
        //! Adds.
        //! @param a
        //!   The first.
        protected int add(int a, int|void b) { return a; }
        int x = ad¦d(1);
        """
      ).hover() == """
        ```pike
        protected int add(int a, int|void b)
        ```

        in `main`

        Adds.

        **Parameters**

        - `a` — The first.
        """)
    #expect(try FeatureCheck("void f(string name) { na¦me; }").hover() == "```pike\n// parameter\nstring name\n```")
    #expect(
      try FeatureCheck("void f(Shapes.Square s) { s->ar¦ea(); }", CompletionTests.others).hover()
        == "```pike\nint area()\n```\n\nin `Shapes.Square`")
    #expect(try FeatureCheck("//! All.\nconstant A = 1, B¦ = 2;").hover()?.hasSuffix("All.") == true)
    #expect(
      try FeatureCheck("#define TWICE(X) ((X) * 2)\nint x = TWI¦CE(1);").hover()
        == "```pike\n#define TWICE(X) ((X) * 2)\n```")
    #expect(try FeatureCheck("int x = sizeo¦f(\"\");").hover()?.contains("sizeof(") == true)
    #expect(
      try FeatureCheck("import Shap¦es;", CompletionTests.others).hover()
        == "```pike\nmodule Shapes\n```\n\nShapes of all kinds.")
    #expect(try FeatureCheck("int x = ¦;").hover() == nil)
  }

  @Test func hoverCoversTheName() throws {
    let check = FeatureCheck("/* 😀 */ int some_name¦ = 1;")
    for encoding in [PositionEncoding.utf8, .utf16, .utf32] {
      check.encoding = encoding
      guard case .hover(let hover) = try check.answer(.hover(check.file, check.position)) else { return }
      #expect(hover?.range == check.positions.range(check.offset - 9..<check.offset))
    }
  }

  @Test(arguments: [
    ("int add(int a, int b) {} int x = add(¦);", ["*int add([int a], int b)"]),
    ("int add(int a, int b) {} int x = add(1, ¦", ["*int add(int a, [int b])"]),
    ("int add(int a, int ... b) {} int x = add(1, 2, 3, ¦", ["*int add(int a, [int ... b])"]),
    ("void f(Shapes.Square s) { s->grow(1, ¦); }", ["*void grow(int by, [int|void times])"]),
    ("void f() { Shapes.Square(¦); }", ["*Square Square([int s])"]),
    ("void f() { Shapes.Shape(¦); }", ["*Shape Shape()"]),
    ("class P(int x, string y) { } P p = P(1, ¦);", ["*P P(int x, [string y])"]),
    ("void f() { Single(1, ¦); }", ["*Single Single(int a, [string b])"]),
    ("void f(function(int, string : void) g) { g(1, ¦); }", ["*void g(int, [string])"]),
    ("void f() { int inner(int z) { }; inner(¦); }", ["*int inner([int z])"]),
    ("void f() { search(\"\", ¦ }", nil),
    ("void f() { nowhere(¦); }", []),
  ])
  func signaturesAreThoseOfTheCallAround(text: String, expected: [String]?) throws {
    let signatures = try FeatureCheck(text, CompletionTests.others).signatures()
    if let expected { #expect(signatures == expected) } else { #expect(signatures.contains { $0.hasPrefix("*") }) }
  }

  @Test func tokensTellWhatNamesMean() throws {
    let tokens = try FeatureCheck(
      """
      import Shapes;
      #define N 3
      enum E { ONE }
      class A { int field; int go(Shape s) { return s->area() + field + ONE + sizeof(this->name); } }
      constant C = N;
      void f(int p) { int v = p + C; f(v); Gmp.mpz x; }
      """, CompletionTests.others
    ).tokens()
    for expected in [
      "Shapes namespace", "Shape class", "s parameter", "area method",
      "field property", "ONE enumMember.readonly", "sizeof function.defaultLibrary", "this keyword",
      "N macro", "C variable.declaration.readonly", "C variable.readonly", "p parameter.declaration", "p parameter",
      "v variable.declaration", "v variable", "f function.declaration", "f function", "Gmp namespace.defaultLibrary",
      "mpz class.defaultLibrary",
    ] {
      #expect(tokens.contains(expected), "\(expected) in \(tokens)")
    }
  }
}
