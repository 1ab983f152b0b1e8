import PikeSyntax
import Testing

@testable import PikeAnalysis

/// Types that lead round in circles, or to very many others: code is like that while it is typed. Every question is answered, soon, and on a
/// small stack.
struct CircularTypesTests {
  private static let wide = (0..<20).map { _ in "T" }.joined(separator: "|")
  private static let many = (0..<12).map { number in
    "typedef " + (0..<12).map { "T\($0)" }.joined(separator: "|") + " T\(number);"
  }.joined(separator: "\n")

  @Test(arguments: [
    "a a; int f() { return a->b; }",
    "b a; a b; int f() { return a->c + b->c; }",
    "c a; a b; b c; int f() { return a->x; }",
    "a f() { } int g() { return f()->x; }",
    "f() f; int g() { return f()->x; }",
    "constant a = b; constant b = a; int f() { return a->x; }",
    "class A { A `(); } int f(A a) { return a()()()->x; }",
    "class A { A `()() { } } int f(A a) { return a()()()->x; }",
    "a.b a; int f() { return a.b.c; }",
    "a.b.c a; class b { inherit a; } int f(b x) { return x->y; }",
    "typedef T T; T t; int f() { return t->x; }",
    "typedef array(T) T; T t; int f() { return t->x; }",
    "typedef \(wide) T; T t; int f() { return t->x; }",
    "\(many)\nT0 t; int f() { return t->x; }",
    "inherit a; a a; int f() { return ::a->x; }",
    "import a; b a; int f() { return a->x + c; }",
    "import a.b; c a; import c; int f() { return a->x + d; }",
    "a a() { } import a; inherit c; int f() { return a()->x; }",
  ])
  func everyQuestionIsAnswered(_ source: String) throws {
    let workspace = TestWorkspace(["main.pike": source])
    _ = try workspace.diagnostics("main.pike")
    let file = workspace.file("main.pike")
    let lines = LineIndex(SourceText(source))
    for offset in 0...source.utf8.count {
      let place = lines.position(at: offset, in: SourceText(source), encoding: .utf16)
      for request in [
        FeatureRequest.hover(file, place), .definition(file, place), .completion(file, place),
        .signatureHelp(file, place),
      ] {
        _ = try workspace.answer(request, encoding: .utf16)
      }
    }
  }
}
