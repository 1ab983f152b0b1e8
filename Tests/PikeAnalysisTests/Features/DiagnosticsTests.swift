import PikeSyntax
import Testing

@testable import PikeAnalysis

struct DiagnosticsTests {
  private func check(_ source: String, _ expected: [String], with others: [String: String] = [:]) throws {
    let workspace = TestWorkspace(others.merging(["main.pike": source]) { $1 })
    let found = try workspace.diagnostics("main.pike").map { String($0.prefix { $0 != ":" }) }
    #expect(found == expected, "\(source)")
  }

  @Test(arguments: [
    ("int f() { return nowhere; }", ["undefined-name `nowhere`"]),
    ("int f() { return later; } int later;", []),
    ("Nothing f() { }", ["undefined-name `Nothing`"]),
    ("int f(Nothing a) { }", ["undefined-name `Nothing`"]),
    ("int x = y;", ["undefined-name `y`"]),
    ("constant x = y;", ["undefined-name `y`"]),
    ("int a = 1, b = c;", ["undefined-name `c`"]),
    ("enum E { P = Q }", ["undefined-name `Q`"]),
    ("enum E { P, Q } int f() { return Q; }", []),
    ("void f() { write(\"x\"); this->anything(); this_program p = this; UNDEFINED; __LINE__; }", []),
    ("void f(object o) { o->anything->more(); }", []),
    ("class A { int x; void f() { y; } } int y;", []),
    ("class A { int x; } void f() { x; }", ["undefined-name `x`"]),
    ("class A { int x; } class B { inherit A; void f() { x; ::x; A::x; } }", []),
    ("class A { } class B { inherit A; void f() { ::x(); } }", ["undefined-name `x`"]),
    ("class A { private int x; } class B { inherit A; void f() { x; } }", ["undefined-name `x`"]),
    ("int `size() { return 1; } void `size=(int a) { } void f() { size; size = 2; }", []),
    ("void f() { class A { int x; void g() { x; y; } }; }", ["undefined-name `y`"]),
    ("void f(int y) { class A { void g() { y; } }; }", ["undefined-name `y`"]),
    ("typedef int|string T; void f(T t) { }", []),
    ("void f() { \"a\"->b; .Nowhere.x; }", ["undefined-name `Nowhere`"]),
    ("#define M(x) x = 1\nvoid f() { M(a); }", []),
    ("#define M later\nvoid f() { M; }", []),
  ])
  func namesThatNothingDefinesAreReported(source: String, expected: [String]) throws {
    try check(source, expected)
  }

  @Test(arguments: [
    ("void f(int a) { f(1); }", []), ("void f(int a) { f(); }", ["wrong-arity `f`"]),
    ("void f(int a) { f(1, 2); }", ["wrong-arity `f`"]),
    ("void f(int a, void|int b) { f(1); f(1, 2); f(1, 2, 3); }", ["wrong-arity `f`"]),
    ("void f(int a, int ... b) { f(1); f(1, 2, 3); f(); }", ["wrong-arity `f`"]),
    ("void f(int a) { f(@({ 1, 2 })); }", []),
    ("variant void f(int a) { } variant void f() { f(1, 2, 3); }", []),
    ("class A { } void f() { A(); A(1); }", ["wrong-arity `A`"]),
    ("class A { void create(int a) { } } void f() { A(); A(1); }", ["wrong-arity `A`"]),
    ("class A(int a) { } void f() { A(); A(1); }", ["wrong-arity `A`"]),
    ("class A { void g(int a) { } } void f(A a) { a->g(); a->g(1); }", ["wrong-arity `g`"]),
    ("void f(function g) { g(1, 2); }", []),
    ("void f() { int g(int a) { return a; }; g(); }", ["wrong-arity `g`"]),
    ("void f() { strlen(); sizeof(1, 2); }", ["wrong-arity `strlen`", "wrong-arity `sizeof`"]),
    ("void f(int a); void f(int a) { f(); }", []),
    ("typedef void|int T; void f(T a) { f(); }", []),
  ])
  func callsThatNoDeclarationAdmitsAreReported(source: String, expected: [String]) throws {
    try check(source, expected)
  }

  @Test(arguments: [
    ("int a; int a;", ["duplicate-definition `a`"]), ("int a; void a() { }", ["duplicate-definition `a`"]),
    ("void f(); void f() { }", []), ("variant void f() { } variant void f(int a) { }", []),
    ("class A { int a; } int a;", []), ("enum { P } int P;", ["duplicate-definition `P`"]),
    ("#if 1\nint a;\n#else\nint a;\n#endif", []),
    ("void f(int a) { int a = 1; }", ["duplicate-local `a`"]),
    ("void f() { int a; }", ["unused-local `a`"]), ("void f() { int a = 1; }", []),
    ("void f() { int a; a = 1; }", []), ("void f() {\n int a;\n#if 0\n a;\n#endif\n}", []),
  ])
  func whatIsDeclaredTwiceOrInVainIsReported(source: String, expected: [String]) throws {
    try check(source, expected)
  }

  @Test(arguments: [
    ("inherit \"base\"; void f() { helper(); }", []),
    ("inherit \"base.pike\"; void f() { nothing(); }", ["undefined-name `nothing`"]),
    ("inherit \"missing\"; void f() { nothing(); }", ["unresolved-inherit `\"missing\"`"]),
    ("inherit Missing.Part;", ["unresolved-inherit `Missing.Part`"]),
    ("inherit Shapes.Square; void f() { side; }", []),
    ("import Shapes; Square s;", []), ("import Missing;", ["unresolved-import `Missing`"]),
    ("import Shapes; void f() { circle(); }", ["undefined-name `circle`"]),
    ("void f() { import Shapes; Square s = Square(); s; }", []),
    ("void f() { Shapes.Square s; Shapes.Round r; s; r; }", ["undefined-name `Round`"]),
    ("#include \"defs.h\"\nint x = FROM_HEADER + from_header();", []),
    ("#include \"none.h\"\n", ["unresolved-include `#include \"none.h\"`"]),
    ("#if constant(Shapes.Square)\nint a = b;\n#else\nint a = c;\n#endif", ["undefined-name `b`"]),
    ("#if constant(Shapes.Round)\nint a = b;\n#else\nint a = c;\n#endif", ["undefined-name `c`"]),
  ])
  func otherFilesAreLookedInto(source: String, expected: [String]) throws {
    let others = [
      "base.pike": "void helper() { }", "modules/Shapes.pmod": "class Square { int side; }",
      "defs.h": "#define FROM_HEADER 1\nint from_header() { return 2; }\n",
    ]
    try check(source, expected, with: others)
  }

  @Test func aMistakeIsReportedInTheEncodingThatIsAskedFor() throws {
    let workspace = TestWorkspace(["a.pike": "string s = \"𝒳ä\" + nowhere;"])
    let columns = try [PositionEncoding.utf8, .utf16, .utf32].map { encoding in
      guard
        case .diagnostics(let found) = try workspace.answer(.diagnostics(workspace.file("a.pike")), encoding: encoding)
      else { return -1 }
      return found.first?.range.lowerBound.column ?? -1
    }
    #expect(columns == [22, 19, 18])
  }

  @Test func anUnknownFileIsSaidToBeUnknown() throws {
    let workspace = TestWorkspace([:])
    let file = workspace.file("none.pike")
    let answer = try workspace.answer(.diagnostics(file))
    #expect(answer == .failure(.unknownDocument(file)))
  }
}
