import Testing

@testable import PikeAnalysis

struct FoldingTests {
  private func folds(_ text: String) -> [String] {
    SyntaxFeatures(text).foldings.map { "\($0.startLine)-\($0.endLine) \($0.kind)" }
  }

  @Test func bracketsFoldUpToTheLineBeforeTheClosingOne() {
    #expect(folds("void f()\n{\n  g();\n}\n") == ["1-2 region"])
    #expect(
      folds("void f() {\n  if (a) {\n    g();\n  } else {\n    h();\n  }\n}\n") == [
        "0-5 region", "1-2 region", "3-4 region",
      ])
    #expect(folds("int x = f(1,\n 2);\n") == ["0-1 region"])
    #expect(folds("mapping m = ([\n  1: 2,\n]);\n") == ["0-1 region"])
  }

  @Test func oneLineDoesNotFold() {
    #expect(folds("void f() { g(); }\n// one\nint x;\n") == [])
  }

  @Test func commentsThatStandTogetherFold() {
    #expect(folds("// a\n// b\n\n// c\nint x; // d\n// e\n/* f\n g */\n") == ["0-1 comment", "4-7 comment"])
    #expect(folds("//! a\n//! b\nint x;\n") == ["0-1 comment"])
  }

  @Test func importsFoldAsOne() {
    #expect(folds("inherit A;\nimport B;\n#include <x.h>\nint a;\ninherit C;\n") == ["0-2 imports"])
  }

  @Test func branchesFoldUpToTheNextDirective() {
    #expect(
      folds("#if A\nint a;\n#elif B\nint b;\n#else\nint c;\n#endif\n") == ["0-1 region", "2-3 region", "4-5 region"])
  }
}
