import PikeSyntax
import Testing

@testable import PikeAnalysis

struct ReferencesTests {
  /// `line:column` of each place, by file, in order.
  private func places(_ texts: [String: String], declaration: Bool = true) throws -> [String] {
    let workspace = TestWorkspace(texts)
    let (file, position) = workspace.marker()
    let answer = try workspace.answer(.references(file, position, includesDeclaration: declaration))
    guard case .locations(let found) = answer else { return ["\(answer)"] }
    return found.map { "\($0.file.name):\($0.range.lowerBound.line):\($0.range.lowerBound.column)" }
  }

  @Test(arguments: [
    ("void f(int $0a) { a; { int a; a; } a; }", ["a.pike:0:11", "a.pike:0:16", "a.pike:0:33"]),
    ("void f(int a) { a; { int a; $0a; } a; }", ["a.pike:0:25", "a.pike:0:28"]),
    ("int a; void f() { $0a; } void g(int a) { a; }", ["a.pike:0:4", "a.pike:0:18"]),
    ("class A { int x; } void f(A a, object o) { a->$0x; o->x; }", ["a.pike:0:14", "a.pike:0:46"]),
    (
      "class $0A { } A f(A a) { return A(); } class B { inherit A; }",
      ["a.pike:0:6", "a.pike:0:12", "a.pike:0:16", "a.pike:0:30", "a.pike:0:55"]
    ),
    ("void f(); void $0f() { } void g() { f(); }", ["a.pike:0:5", "a.pike:0:15", "a.pike:0:34"]),
    ("#define M(x) x + x\nvoid f(int $0a) { M(a); }", ["a.pike:1:11", "a.pike:1:18"]),
    ("enum E { P, Q } int f(E e) { return $0Q; }", ["a.pike:0:12", "a.pike:0:36"]),
    ("void f() { \"$0text\"; }", []),
  ])
  func allPlacesOfTheSameThingAreFound(source: String, expected: [String]) throws {
    let found = try places(["a.pike": source])
    #expect(found == expected, "\(source)")
  }

  @Test func otherFilesOfTheWorkspaceAreSearched() throws {
    let texts = [
      "base.pike": "int $0shared; void own() { shared; }", "user.pike": "inherit \"base\"; void f() { shared = 1; }",
      "other.pike": "int shared; void f() { shared; }", "modules/M.pmod": "// shared",
    ]
    let found = try places(texts)
    #expect(found == ["base.pike:0:4", "base.pike:0:25", "user.pike:0:27"])
    let used = try places(texts, declaration: false)
    #expect(used == ["base.pike:0:25", "user.pike:0:27"])
  }

  @Test func highlightsSayWhatIsWritten() throws {
    let workspace = TestWorkspace(["a.pike": "void f() { int $0a; a = 1; a; a++; foo(a); }"])
    let (file, position) = workspace.marker()
    guard case .highlights(let found) = try workspace.answer(.documentHighlight(file, position)) else { return }
    #expect(found.map(\.kind) == [.write, .write, .read, .write, .read])
  }
}
