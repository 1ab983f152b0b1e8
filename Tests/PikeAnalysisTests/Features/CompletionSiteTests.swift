import PikeSyntax
import Testing

@testable import PikeAnalysis

struct CompletionSiteTests {
  /// The text before and behind the cursor, which `¦` marks.
  private func site(_ marked: String) -> CompletionSite {
    let parts = marked.split(separator: "¦", maxSplits: 1, omittingEmptySubsequences: false)
    return CompletionSite(SyntaxTree.parse(parts.joined()), at: parts[0].utf8.count)
  }

  @Test(arguments: [
    "// comment ¦", "// comm¦ent\n", "/* a ¦ b */", "//! doc¦", "string s = \"te¦xt\";", "string s = \"te¦",
    "int i = 'c¦';",
    "int x = 12¦;", "int ¦", "int na¦me;", "void f(int ¦", "void f(Foo b¦ar)", "class ¦", "class Fo¦o {", "enum E { A¦",
    "enum E { A, ¦", "inherit A : b¦", "constant ¦", "void f() { int x, ¦", "void f() { g() ¦", "void f() { Foo ba¦",
    "typedef int ¦", "array(int) ¦", "#if 0\nfoo ¦ bar !!\n#endif\n", "#define ¦", "#error te¦xt", "void f() { if ¦",
    "#\"multi\n line ¦ \"", "void f() { break ¦", "#include <a.h>¦", "#include ¦", "int x = 3.¦",
    "mapping(string:int) ¦",
  ])
  func nothingStandsWhereThereIsNoChoice(text: String) {
    #expect(site(text).place == .nothing)
  }

  @Test(arguments: [
    ("¦", CompletionSite.Place.declaration(isBehindModifiers: false)),
    ("int a;\n¦", .declaration(isBehindModifiers: false)),
    ("class A {\n ¦\n}", .declaration(isBehindModifiers: false)),
    ("void f() {}\n pri¦", .declaration(isBehindModifiers: false)),
    ("int a\nfo¦", .declaration(isBehindModifiers: false)),
    ("#if 1\n¦\n#endif", .declaration(isBehindModifiers: false)),
    ("private ¦", .declaration(isBehindModifiers: true)), ("#define X int\n¦", .declaration(isBehindModifiers: false)),
    ("private { ¦ }", .declaration(isBehindModifiers: false)), ("/* a */¦", .declaration(isBehindModifiers: false)),
    ("void f() { ¦ }", .statement), ("void f() { g(); wh¦ }", .statement), ("void f() { if (a) ¦", .statement),
    ("void f() { if (a) b(); else ¦", .statement), ("void f() { g()\n ¦", .statement),
    ("void f() { switch (a) { case 1: ¦", .statement), ("void f() { for (;;) ¦", .statement),
    ("void f() { while (a) { x++; }\n ¦ }", .statement), ("void f() {\n#if 1\n ¦\n#endif\n}", .statement),
    ("function f = lambda() { ¦ };", .statement),
    ("void f() { return ¦", .expression(allowsTypes: false)), ("int x = ¦", .expression(allowsTypes: false)),
    ("void f() { g(¦", .expression(allowsTypes: false)), ("void f() { g(a, b¦)", .expression(allowsTypes: false)),
    ("void f() { if (¦", .expression(allowsTypes: true)),
    ("void f() { for (int i = 0; ¦", .expression(allowsTypes: false)),
    ("void f() { foreach (¦", .expression(allowsTypes: true)),
    ("void f() { foreach (a; ¦", .expression(allowsTypes: true)),
    ("void f() { a = b + ¦ }", .expression(allowsTypes: false)), ("array a = ({ ¦", .expression(allowsTypes: false)),
    ("mapping m = ([ \"a\": ¦", .expression(allowsTypes: false)),
    ("void f() { a = (int)¦", .expression(allowsTypes: false)),
    ("void f() { a = b ? c : ¦", .expression(allowsTypes: false)),
    ("#define X foo + ¦", .expression(allowsTypes: false)),
    ("void f(¦", .type), ("void f(int a, ¦)", .type), ("array(¦", .type), ("int|¦ x;", .type), ("typedef ¦", .type),
    ("mapping(string:¦", .type),
    ("inherit ¦", .inheritTarget), ("inherit Fo¦o;", .inheritTarget), ("import ¦", .importTarget),
    ("object(¦", .inheritTarget),
    ("inherit \"¦", .programPath(directory: "")), ("inherit \"a/b/c¦.pike\";", .programPath(directory: "a/b/")),
    ("#¦", .directiveName), ("#inc¦lude <x>", .directiveName), ("# de¦", .directiveName), ("#pragma ¦", .pragma),
    ("#if ¦", .condition), ("#ifdef FO¦", .condition),
    ("#include <¦", .header(isSystem: true, directory: "")),
    ("#include \"a/b¦", .header(isSystem: false, directory: "a/")),
    ("inherit .¦", .sibling), ("void f() { x = .¦", .sibling), ("import .Fo¦", .sibling),
    ("void f() { ::¦", .scope(nil)), ("void f() { A::cr¦", .scope("A")), ("void f() { global::¦", .scope("global")),
    ("inherit A.¦", .dot(9, base: ["A"])), ("inherit .A.B.¦", .dot(12, base: ["", "A", "B"])),
    ("void f() { A.B.c¦", .dot(14, base: ["A", "B"])), ("void f() { g().c¦", .dot(14, base: nil)),
    ("void f() { a->b.c¦", .dot(15, base: nil)),
    ("void f() { a->¦ }", .arrow(12)), ("void f() { a->fo¦o(1); }", .arrow(12)),
    ("void f() { a(1)->\n b->?c¦", .arrow(20)),
    ("#define X a->¦", .arrow(11)), ("#define M(x) if (x) { x; }\nvoid f() { M(a->¦) }", .arrow(41)),
  ])
  func whatCanStandIsFoundFromWhatStandsBefore(text: String, place: CompletionSite.Place) {
    #expect(site(text).place == place)
  }

  @Test func theStatementsAroundAreKnown() {
    #expect(site("void f() { while (1) { ¦").surroundings == .init(isInLoop: true))
    #expect(site("void f() { switch (1) { case 1: ¦").surroundings == .init(isInSwitch: true))
    #expect(site("void f() { while (1) { g(lambda() { ¦").surroundings == .init())
    #expect(site("void f() { if (a) { } ¦").surroundings == .init(isBehindIf: true))
    #expect(site("void f() { if (a) b(); else c(); x(); ¦").surroundings == .init())
  }

  @Test func thePrefixEndsAtTheCursor() {
    #expect(site("int x = foo_b¦ar(1);").prefix == "foo_b")
    #expect(site("int x = foo_b¦ar(1);").isCalled)
    #expect(site("int x = fo¦o;").isCalled == false)
    #expect(site("int x = fo¦o;").prefixRange == 8..<10)
  }
}
