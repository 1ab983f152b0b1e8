import PikeSyntax
import Testing

@testable import PikeAnalysis

struct CallSiteTests {
  private func call(_ marked: String) -> String? {
    let parts = marked.split(separator: "¦", maxSplits: 1, omittingEmptySubsequences: false)
    let site = CallSite(SyntaxTree.parse(parts.joined()), at: parts[0].utf8.count)
    return site.map { "\($0.name?.text ?? "?") \($0.argument)" }
  }

  @Test(arguments: [
    ("int x = f(¦);", "f 0"), ("int x = f(1,¦);", "f 1"), ("int x = f(1, ¦2, 3);", "f 1"), ("int x = f(¦", "f 0"),
    ("int x = f(1, g(¦", "g 0"), ("int x = f(1, g(2)¦", "f 1"), ("int x = f(g(2, 3), ¦)", "f 1"),
    ("void f() { a->b(1, ¦); }", "b 1"), ("void f() { A.B(¦); }", "B 0"), ("void f() { A::g(1,2,¦); }", "g 2"),
    ("void f() { a(1)(2, ¦); }", "? 1"), ("void f() { g(({ 1, 2, ¦ })); }", "g 0"),
    ("void f() { g(lambda() { h(¦); }); }", "h 0"), ("void f() { g((1), \"a,b\", ¦", "g 2"),
  ])
  func theInnermostCallAroundIsFound(text: String, expected: String) {
    #expect(call(text) == expected)
  }

  @Test(arguments: [
    "int x = f¦(1);", "int x = f(1)¦;", "void f(int a, ¦) {}", "void f() { g(lambda() { ¦ }); }", "¦f(1);",
    "void f() { if (¦) ; }", "void f() { x = (1, ¦); }",
  ])
  func outsideOfCallsThereIsNone(text: String) {
    #expect(call(text) == nil)
  }

  @Test func theFirstSignatureThatTakesTheArgumentIsActive() {
    let forms = [
      SignatureChoice.Form(count: 1, isVariadic: false), .init(count: 3, isVariadic: false),
      .init(count: 2, isVariadic: true),
    ]
    #expect(SignatureChoice.active(forms, argument: 0) == (0, 0))
    #expect(SignatureChoice.active(forms, argument: 2) == (1, 2))
    #expect(SignatureChoice.active(forms, argument: 7) == (2, 1))
    #expect(SignatureChoice.active(Array(forms.prefix(2)), argument: 7) == (1, 7))
  }
}
