import PikeSyntax
import Testing

@testable import PikeAnalysis

struct WorkspaceSymbolsTests {
  private let workspace = TestWorkspace([
    "modules/Shapes.pmod/module.pmod": "int area(int a) { return a; }\nconstant AREA_LIMIT = 3;",
    "modules/Shapes.pmod/Circle.pike": "class Rim { int thickness; void create() {} }\nint area() { return 1; }",
    "main.pike":
      "enum Kind { ROUND, ANGULAR }\ntypedef int Number;\nint getCompletionData() { int area; return area; }",
  ])

  private func symbols(_ text: String, limit: Int = 100) throws -> [String] {
    guard case .workspaceSymbols(let found) = try workspace.answer(.workspaceSymbols(query: text, limit: limit))
    else { return [] }
    return found.map { "\($0.kind) \($0.container.map { "\($0)." } ?? "")\($0.name) \($0.location.file.name)" }
  }

  @Test func theBestMatchesComeFirst() throws {
    #expect(
      try symbols("area") == [
        "function Circle.area Circle.pike", "function Shapes.area module.pmod",
        "constant Shapes.AREA_LIMIT module.pmod",
      ])
    #expect(try symbols("gcd") == ["function main.getCompletionData main.pike"])
    #expect(try symbols("numb") == ["typedef main.Number main.pike"])
    #expect(try symbols("xyz").isEmpty)
  }

  @Test func whatStandsAroundCanBeTyped() throws {
    #expect(
      try symbols("shapes.area") == ["function Shapes.area module.pmod", "constant Shapes.AREA_LIMIT module.pmod"])
    #expect(
      try symbols("rim.") == ["constructor Circle.Rim.create Circle.pike", "field Circle.Rim.thickness Circle.pike"])
  }

  @Test func filesAreClassesAndModules() throws {
    #expect(try symbols("circle").first == "class Circle Circle.pike")
    #expect(try symbols("Shapes").first == "module Shapes module.pmod")
  }

  @Test func noMoreThanTheLimitAreAnswered() throws {
    #expect(try symbols("", limit: 3).count == 3)
    #expect(try symbols("", limit: 0).isEmpty)
    #expect(try symbols("", limit: -1).isEmpty)
    #expect(try symbols("").count == 14)
  }

  @Test func locationsAreThoseOfTheNames() throws {
    guard case .workspaceSymbols(let found) = try workspace.answer(.workspaceSymbols(query: "number", limit: 1))
    else { return }
    let first = try #require(found.first)
    #expect(first.location.range == TextPosition(line: 1, column: 12)..<TextPosition(line: 1, column: 18))
  }

  @Test(
    arguments: [
      ("write", "write", .exact), ("Write", "write", .exactButCase), ("wri", "write", .prefix),
      ("WRI", "write", .prefixButCase), ("file", "read_file", .wordPrefix), ("rf", "readFile", .wordBeginnings),
      ("adf", "readFile", .inside), ("rdl", "readFile", .scattered), ("", "any", .scattered), ("ww", "write", nil),
    ] as [(String, String, NameMatcher.Rank?)])
  func namesAreRanked(typed: String, name: String, rank: NameMatcher.Rank?) {
    #expect(NameMatcher(typed).rank(name) == rank)
  }
}
