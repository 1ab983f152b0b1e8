import PikeSyntax
import TestSupport
import Testing

@testable import PikeAnalysis

/// The body of the first declaration of a text, and its text.
struct LoweredText {
  let text: String
  let body: Body

  init(_ source: String) {
    let tree = SyntaxTree.parse(source)
    let declarations = tree.sourceFile.declarations.map(\.syntax)
    let node = declarations.first { $0.kind == .functionDeclaration } ?? declarations[0]
    text = tree.text.string(in: node.rangeWithTrivia)
    body = BodyLowering.lower(node)
  }

  func text(_ range: Range<Int>) -> String { String(decoding: Array(text.utf8)[range], as: UTF8.self) }
  func offset(of marker: String) -> Int { text.range(of: marker) }

  /// The names of the uses that mean no local, in order.
  var free: [String] { body.uses.filter { $0.kind == .name && $0.local == nil }.map(\.name) }
  var locals: [String] { body.locals.map(\.name) }
  /// `name>declared kind` of each use that means a local.
  var bound: [String] { body.uses.compactMap { use in use.local.map { "\(use.name)>\($0)" } } }
  var unmentioned: [String] { body.locals.filter { !$0.isMentioned }.map(\.name) }
}

extension String {
  fileprivate func range(of marker: String) -> Int {
    let (bytes, wanted) = (Array(utf8), Array(marker.utf8))
    return (0...max(0, bytes.count - wanted.count)).first { bytes[$0...].starts(with: wanted) } ?? -1
  }
}

struct BodyLoweringTests {
  @Test(arguments: [
    ("void f(int a) { a; b; }", ["b"]),
    ("void f() { { int a; } a; }", ["a"]),
    ("void f() { int a = a; }", ["a"]),
    ("void f() { for (int i = 0; i < 3; i++) i; i; }", ["i"]),
    ("void f(array x) { foreach (x; int i; mixed v) { i; v; } v; }", ["v"]),
    ("void f() { foreach (x, mixed v) v; }", ["x"]),
    ("void f() { if (int a = g()) a; else a; a; }", ["g", "a"]),
    ("void f() { if (int a = 1) a; else if (int b = 2) a + b; b; }", ["b"]),
    ("void f() { while (int a = g()) a; a; }", ["g", "a"]),
    ("void f() { function h = lambda(int a) { a; h; }; a; h(); }", ["h", "a"]),
    ("void f() { int g(int n) { return g(n - 1); } g(1); n; }", ["n"]),
    ("void f() { sscanf(s, \"%d\", int a); a; }", ["s"]),
    ("void f() { [int a, string b] = g(); a; b; }", ["g"]),
    ("void f() { catch { int a; a; }; a; }", ["a"]),
    ("void f() { g(1) { int a; a; }; a; }", ["g", "a"]),
    ("void f() { int a; class C { int b() { return a + c; } int c; } C x; }", ["a"]),
    ("void f() { class A { } class B { A a; } }", []),
    ("void f() { enum { P, Q } P; Q; }", []),
    ("void f() { constant c = 1; c; }", []),
    ("void f() { l: while (1) break l; }", []),
    ("void f() { x->y->z(w); }", ["x", "w"]),
    ("void f() { A.B b; }", ["A"]),
    ("A f(B b, mapping(C:D) c) { return (E)b; }", ["A", "B", "C", "D", "E"]),
    ("int x = y + z;", ["y", "z"]),
    ("void f() {\n#if 0\n q;\n#else\n r;\n#endif\n}", ["r"]),
    (
      "void f() { a ? b : c; ([ d: e ]); ({ g }); (< h >); `+(i); typeof(j); k[l..m]; @n; }",
      ["a", "b", "c", "d", "e", "g", "h", "`+", "i", "j", "k", "l", "m", "n"]
    ),
  ])
  func namesThatAreNoLocalsAreFree(source: String, free: [String]) {
    let lowered = LoweredText(source)
    #expect(lowered.free == free, "\(source)")
  }

  @Test(arguments: [
    ("void f(int a) { int a; }", ["a"]), ("void f() { int a; { int a; } }", []),
    ("void f() { int a; int a; }", ["a"]),
    ("void f() { switch (1) { case 1: int a; case 2: int a; } }", ["a"]),
    ("void f() { if (int a = 1) ; else if (int a = 2) ; }", []),
    ("void f() { for (int i;;) ; for (int i;;) ; }", []),
    ("void f(int a) { lambda(int a) { }; }", []),
  ])
  func aSecondLocalOfTheSameNameInAScopeIsADuplicate(source: String, names: [String]) {
    let body = LoweredText(source).body
    let found = body.duplicates.map { body.locals[$0.local].name }
    #expect(found == names)
  }

  @Test func whatIsDoneWithANameIsKnown() {
    let lowered = LoweredText(
      "void f() { int a; a; a = 1; a += 2; a++; --a; a(1, 2); a(@b); a[0] = 3; sscanf(b, c, a); }")
    let accesses = lowered.body.uses.filter { $0.name == "a" }.map(\.access)
    #expect(
      accesses == [
        .read, .write, [.read, .write], [.read, .write], [.read, .write], [.read, .call], [.read, .call], .read, .write,
      ])
    let counts = lowered.body.uses.filter { $0.access.contains(.call) }.map(\.argumentCount)
    #expect(counts == [2, nil])
  }

  @Test func qualifiersArePartsOfNames() {
    let lowered = LoweredText("void f() { ::a(); B::c; .D.e; this::g; predef::h; \"x.pike\"::i; }")
    let found = lowered.body.uses.map { "\($0.name) \($0.kind)" }
    #expect(
      found.map { $0.split(separator: "(")[0] } == [
        "a qualified", "B qualifier", "c qualified", "D sibling", "e member", "this qualifier", "g qualified",
        "h qualified", "i qualified",
      ])
  }

  @Test func aMemberWithoutANameStillHasABase() {
    let lowered = LoweredText("void f(object o) { o->; }")
    let access = lowered.body.memberAccess(at: lowered.offset(of: "->") + 2)
    let base = access.map { lowered.body.expressions[$0.base] }
    #expect(base == .use(0))
    #expect(lowered.body.uses[0].name == "o")
  }

  @Test func visibleLocalsAreTheInnermostFirst() {
    let lowered = LoweredText("void f(int a, int b) { int c; { string a; /*1*/ int d; } /*2*/ }")
    let first = lowered.body.visibleLocals(at: lowered.offset(of: "/*1*/")).map { lowered.body.locals[$0] }
    #expect(first.map(\.name) == ["a", "c", "b"])
    #expect(first.first?.type == .basic("string"))
    let second = lowered.body.visibleLocals(at: lowered.offset(of: "/*2*/")).map { lowered.body.locals[$0].name }
    #expect(second == ["c", "b", "a"])
  }

  @Test func usesAreFoundByTheirPlace() {
    let lowered = LoweredText("void f(int abc, int d) { abc+d; }")
    let start = lowered.offset(of: "abc+")
    let names = (start...start + 5).map { lowered.body.use(at: $0).map { lowered.body.uses[$0].name } }
    #expect(names == ["abc", "abc", "abc", "abc", "d", "d"])
    let before = lowered.body.use(at: start - 2)
    #expect(before == nil)
  }

  @Test(arguments: [
    ("#define X(a) int a = 1;\nvoid f() { X(b) b; }", ["b"], []),
    ("#define SIZE sizeof(b)\nvoid f() { int b; SIZE; }", ["b"], []),
    ("#define LOOP for (int i;;)\nvoid f() { LOOP { i; } }", ["i"], []),
    ("#define MEMBER(x) this->x\nvoid f() { MEMBER(q); }", [], ["q"]),
    ("#define BEGIN {\nvoid f() { BEGIN int c; c; } }", ["c"], []),
  ])
  func macrosDeclareAndMention(source: String, locals: [String], tentative: [String]) {
    let lowered = LoweredText(source)
    #expect(lowered.locals == locals)
    #expect(lowered.unmentioned.isEmpty)
    let free = lowered.body.uses.filter { $0.kind == .name && $0.local == nil && !$0.isMacro }
    #expect(free.filter { !$0.isTentative }.isEmpty)
    #expect(free.filter(\.isTentative).map(\.name).filter { tentative.contains($0) } == tentative)
  }

  /// Texts nested much more deeply than anybody writes.
  private static let deepTexts = [
    "void f() { " + String(repeating: "{ (", count: 3000),
    "void f() { " + String(repeating: "if (a) ", count: 3000) + ";}",
    "void f() { x = " + String(repeating: "(", count: 3000) + "a" + String(repeating: ")", count: 3000) + "; }",
    "void f() { x = " + String(repeating: "-", count: 3000) + "a; }",
    "void f() { x = " + String(repeating: "a + a * ", count: 3000) + "a; }",
    "void f() { " + String(repeating: "lambda() { ", count: 300) + "a;",
    "void f() { " + String(repeating: "class A { void f() { ", count: 300) + "a;",
    "void f(" + String(repeating: "array(", count: 3000) + "int" + String(repeating: ")", count: 3000) + " a) { }",
  ]

  @Test(arguments: deepTexts.indices)
  func deepTextsTakeLittleStack(index: Int) {
    let source = Self.deepTexts[index]
    nonisolated(unsafe) var tree: SyntaxTree?
    _ = MeasuredStack.use { tree = SyntaxTree.parse(source) }
    guard let node = tree?.sourceFile.declarations.first(where: { _ in true })?.syntax else { return }
    let used = MeasuredStack.use { _ = BodyLowering.lower(node) } >> 10
    #expect(used < 320, "\(used) KiB for \(source.prefix(40))")
  }
}
