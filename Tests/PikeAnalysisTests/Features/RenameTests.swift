import PikeSyntax
import Testing

@testable import PikeAnalysis

struct RenameTests {
  /// The texts after renaming what is marked, or why it cannot be.
  private func renamed(_ texts: [String: String], to newName: String) throws -> [String: String] {
    let workspace = TestWorkspace(texts)
    let (file, position) = workspace.marker()
    let answer = try workspace.answer(.rename(file, position, newName: newName))
    guard case .rename(let files) = answer else {
      if case .failure(.cannotRename(let reason)) = answer { return ["refused": reason] }
      return ["refused": "\(answer)"]
    }
    var result: [String: String] = [:]
    for edits in files {
      guard let source = workspace.sources[edits.file] else { continue }
      var text = source.text
      for edit in edits.edits.reversed() {
        let start = source.lines.offset(of: edit.range.lowerBound, in: source.text, encoding: .utf8)
        let end = source.lines.offset(of: edit.range.upperBound, in: source.text, encoding: .utf8)
        text = text.applying(TextEdit(range: start..<end, replacement: edit.text))
      }
      result[String(edits.file.name)] = text.string
    }
    return result
  }

  @Test func allPlacesGetTheNewName() throws {
    let local = try renamed(["a.pike": "void f(int $0a) { a; { int a; a; } }"], to: "b")
    #expect(local == ["a.pike": "void f(int b) { b; { int a; a; } }"])
    let member = try renamed(
      ["base.pike": "int $0old; int f() { return old; }", "user.pike": "inherit \"base\"; int g() { return old; }"],
      to: "fresh")
    #expect(
      member == [
        "base.pike": "int fresh; int f() { return fresh; }", "user.pike": "inherit \"base\"; int g() { return fresh; }",
      ])
    let alias = try renamed(
      ["a.pike": "inherit \"base\" : $0old; void f() { old::shared(); }", "base.pike": "int shared() { return 0; }"],
      to: "fresh")
    #expect(alias == ["a.pike": "inherit \"base\" : fresh; void f() { fresh::shared(); }"])
  }

  @Test(arguments: [
    ("void f(int $0a) { int b; }", "b", "means something else"),
    ("void f(int $0a) { b; }", "b", "means something else"),
    ("int $0a; int b;", "b", "beside it already"), ("int $0a;", "class", "no name"), ("int $0a;", "1b", "no name"),
    ("int $0a;", "b c", "no name"), ("int $0a;", "", "no name"), ("void f() { $0write(\"\"); }", "print", "built into"),
    ("void f() { $0Mod; }", "print", "file or directory"), ("void f() { $0nowhere; }", "b", "not known"),
    ("#define M old\nint $0old;\n", "b", "macro"),
    ("inherit \"base\"; int $0shared() { return 1; }", "b", "inherited"),
  ])
  func whatCannotBeRenamedIsRefused(source: String, newName: String, reason: String) throws {
    let answer = try renamed(
      ["a.pike": source, "base.pike": "int shared() { return 0; }", "modules/Mod.pmod": "int x;"], to: newName)
    #expect(answer["refused"]?.contains(reason) ?? false, "\(source): \(answer)")
  }

  @Test func whatStandsThereIsShownBeforehand() throws {
    let workspace = TestWorkspace(["a.pike": "int f(int $0abc) { return abc; }"])
    let (file, position) = workspace.marker()
    let range = position..<TextPosition(line: 0, column: 13)
    let answer = try workspace.answer(.prepareRename(file, position))
    #expect(answer == .prepareRename(RenameTarget(range: range, name: "abc")))
  }
}
