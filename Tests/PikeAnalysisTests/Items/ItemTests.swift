import PikeSyntax
import Testing

@testable import PikeAnalysis

/// What becomes an item, and of what kind.
struct ItemTests {
  private func items(_ text: String) -> FileItems { FileItems.whole(FileID("/f.pike"), SyntaxTree.parse(text)) }

  private func describe(_ text: String) -> [String] {
    items(text).places.map { place in
      let item = place.item
      let parameters = item.parameters.map { "\($0.name ?? "_")\($0.isVariadic ? "..." : "")" }.joined(separator: ",")
      return "\(item.kind) \(place.id.path.joined(separator: "."))"
        + (item.kind == .function ? "(\(parameters))\(item.isPrototype ? ";" : "")" : "")
        + (item.target.map { " = \($0.start) \($0.parts.joined(separator: "."))" } ?? "")
    }
  }

  @Test(
    arguments: [
      ("int f(int a, string ... b) { return 1; } void g();", ["function f(a,b...)", "function g();"]),
      ("int a, b = 2; array(int) c;", ["variable a", "variable b", "variable c"]),
      ("constant A = 1, B = Stdio.File;", ["constant A", "constant B = scope Stdio.File"]),
      (
        "class A (int x) { int y; class B { void f() {} } }",
        ["class A", "variable A.x", "variable A.y", "class A.B", "function A.B.f()"]
      ),
      ("enum E { P, Q = 3 }", ["enum E", "enumMember E.P", "enumMember E.Q"]),
      (
        "inherit Stdio.File : file; inherit \"base.pike\"; inherit .Sibling; import Parser;",
        [
          "inherit file = scope Stdio.File", "inherit base.pike = path base.pike", "inherit Sibling = sibling Sibling",
          "import Parser = scope Parser",
        ]
      ),
      ("typedef int|string T;", ["typedef T"]),
      ("private { int a; class C { int b; } }", ["variable a", "class C", "variable C.b"]),
      ("#if 1\nint a;\n#else\nint b;\n#endif\nint c;", ["variable a", "variable c"]),
      ("#define F(x) int x() { return 1; }\nF(one)\nF(two)\n", ["function one()", "function two()"]),
      ("int f() {} int f() {} int f;", ["function f()", "function f#2()", "variable f#3"]),
      ("int f( { class { int }", ["function f()"]),
      ("", []),
    ] as [(String, [String])])
  func declarationsAreItems(text: String, items: [String]) {
    let found = describe(text)
    #expect(found == items)
  }

  @Test func blocksGiveTheirModifiers() {
    let found = items("private { int a; protected int b; } final void f() {}").items.map(\.modifiers)
    #expect(found == [[.private, .protected], [.private, .protected], [.final]])
  }

  @Test func namesAreWhereTheyStand() {
    let text = "class Outer { int first, second; }\nenum E { P }"
    let names = items(text).places.map { place in
      text[text.utf8.index(text.startIndex, offsetBy: place.nameRange.lowerBound)...].prefix(place.nameRange.count)
    }
    #expect(names == ["Outer", "first", "second", "E", "P"])
  }

  @Test func anItemIsFoundByItsPath() throws {
    let workspace = TestWorkspace(["a.pike": "class A { int x; int f() {} int f() {} }"])
    for path in ["A", "A.x", "A.f", "A.f#2"] {
      let item = try workspace.get(ItemQuery.self, workspace.item("a.pike:\(path)"))
      #expect(item?.name == String(path.split(separator: ".").last?.prefix(1) ?? ""), "\(path)")
    }
    for path in ["B", "A.f#3", "A.x.x"] {
      #expect(try workspace.get(ItemQuery.self, workspace.item("a.pike:\(path)")) == nil)
    }
    #expect(try workspace.get(ItemQuery.self, workspace.item("nothing.pike")) == nil)
    #expect(try workspace.get(ItemQuery.self, workspace.item("a.pike"))?.members.map(\.name) == ["A"])
  }
}
