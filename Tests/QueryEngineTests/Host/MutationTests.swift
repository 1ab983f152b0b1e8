import IncrementalQueries
import PikeAnalysis
import PikeSyntax
import QueryEngine
import Simulation
import Testing

@Suite(.schedules(Schedules.many)) struct MutationTests {
  private func failure(_ body: () throws -> Void) -> MutationFailure? {
    do {
      try body()
      return nil
    } catch {
      return error as? MutationFailure
    }
  }

  private func ranged(_ start: (Int, Int), _ end: (Int, Int), _ text: String) -> DocumentChange {
    .ranged(
      start: TextPosition(line: start.0, column: start.1), end: TextPosition(line: end.0, column: end.1),
      text: Array(text.utf8))
  }

  @Test func eachMutationMakesOneRevision() throws {
    let world = try World()
    world.drain()
    let before = world.engine.revision
    let opened = try world.open(a, "one")
    let changed = try world.change(a, to: "two", version: 2)
    let set = try world.engine.updateSettings(EngineSettings()).revision
    let workspace = try world.engine.updateWorkspace(WorkspaceUpdate()).revision
    let closed = try world.engine.closeDocument(a).revision
    let numbers = [opened, changed, set, workspace, closed].map(\.number)
    #expect(numbers == (1...5).map { before.number + $0 })
    #expect(world.engine.revision == closed)
  }

  @Test func aRefusedMutationChangesNothing() throws {
    let world = try World { $0.documentLimit = 10 }
    try world.open(a, "one", version: 5)
    let revision = world.engine.revision
    let engine = world.engine
    #expect(failure { try world.open(a, "again", version: 6) } == .alreadyOpen(a))
    #expect(failure { try world.change(b, to: "x", version: 1) } == .notOpen(b))
    #expect(failure { _ = try engine.closeDocument(b) } == .notOpen(b))
    #expect(failure { try world.change(a, to: "x", version: 5) } == .staleVersion(a, have: 5, got: 5))
    #expect(failure { try world.open(b, "eleven bytes") } == .tooLarge(b, bytes: 12, limit: 10))
    #expect(failure { try world.change(a, to: "eleven bytes", version: 6) } == .tooLarge(a, bytes: 12, limit: 10))
    let changes = [ranged((0, 0), (0, 1), "x"), ranged((0, 2), (0, 1), "y")]
    let reversed = failure { _ = try engine.changeDocument(a, version: 6, changes: changes, encoding: .utf16) }
    #expect(
      reversed
        == .reversedRange(a, .init(start: TextPosition(line: 0, column: 2), end: TextPosition(line: 0, column: 1))))
    let grown = failure {
      let change = ranged((0, 3), (0, 3), "12345678")
      _ = try engine.changeDocument(a, version: 6, changes: [change], encoding: .utf16)
    }
    #expect(grown == .tooLarge(a, bytes: 11, limit: 10))
    #expect(world.engine.revision == revision)
    let document = try #require(world.engine.document(a))
    #expect(document.version == 5)
    #expect(document.source.text.string == "one")
  }

  struct EditCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let changes: [DocumentChange]
    var encoding = PositionEncoding.utf16
    let result: String
  }

  @Test(arguments: [
    EditCase(
      testDescription: "each change sees the ones before it", text: "abc\ndef",
      changes: [
        .ranged(start: .init(line: 0, column: 3), end: .init(line: 1, column: 0), text: []),
        .ranged(start: .init(line: 0, column: 5), end: .init(line: 0, column: 6), text: Array("X".utf8)),
      ], result: "abcdeX"),
    EditCase(
      testDescription: "a column beyond the end is the end", text: "abc\ndef",
      changes: [.ranged(start: .init(line: 0, column: 99), end: .init(line: 0, column: 99), text: Array("!".utf8))],
      result: "abc!\ndef"),
    EditCase(
      testDescription: "a line beyond the end is the end", text: "abc",
      changes: [.ranged(start: .init(line: 7, column: 0), end: .init(line: 8, column: 1), text: Array("!".utf8))],
      result: "abc!"),
    EditCase(
      testDescription: "UTF-16", text: "😀x",
      changes: [.ranged(start: .init(line: 0, column: 2), end: .init(line: 0, column: 3), text: Array("y".utf8))],
      result: "😀y"),
    EditCase(
      testDescription: "UTF-8", text: "😀x",
      changes: [.ranged(start: .init(line: 0, column: 4), end: .init(line: 0, column: 5), text: Array("y".utf8))],
      encoding: .utf8, result: "😀y"),
    EditCase(
      testDescription: "UTF-32", text: "😀x",
      changes: [.ranged(start: .init(line: 0, column: 1), end: .init(line: 0, column: 2), text: Array("y".utf8))],
      encoding: .utf32, result: "😀y"),
    EditCase(
      testDescription: "whole texts and ranges together", text: "abc",
      changes: [
        .full(SourceText("abXc")),
        .ranged(start: .init(line: 0, column: 0), end: .init(line: 0, column: 1), text: []),
      ], result: "bXc"),
    EditCase(testDescription: "to nothing", text: "abc", changes: [.full(SourceText(""))], result: ""),
    EditCase(testDescription: "from nothing", text: "", changes: [.full(SourceText("aa"))], result: "aa"),
    EditCase(testDescription: "shared ends overlap", text: "aaa", changes: [.full(SourceText("aa"))], result: "aa"),
    EditCase(testDescription: "no change at all", text: "abc", changes: [], result: "abc"),
  ])
  func changesAreApplied(_ example: EditCase) throws {
    let world = try World()
    try world.open(a, example.text)
    _ = try world.engine.changeDocument(a, version: 2, changes: example.changes, encoding: example.encoding)
    let source = try #require(world.engine.document(a)).source
    #expect(source.text.string == example.result)
    let isFresh = source.lines == LineIndex(source.text)
    #expect(isFresh)
  }

  @Test func afterItsDisposalAnEngineRefusesEverything() throws {
    let world = try World(steps: 3)
    try world.open(a, "one")
    world.submit("1", .hover(a, origin))
    world.simulation.runOne()
    world.engine.dispose()
    world.engine.dispose()
    #expect(world.answers["1"].map(\.outcome) == [.cancelled(.disposed)])
    #expect(failure { try world.open(b, "two") } == .disposed)
    #expect(failure { try world.change(a, to: "two", version: 2) } == .disposed)
    #expect(failure { _ = try world.engine.closeDocument(a) } == .disposed)
    #expect(failure { _ = try world.engine.updateSettings(EngineSettings()) } == .disposed)
    #expect(failure { _ = try world.engine.updateWorkspace(WorkspaceUpdate()) } == .disposed)
    #expect(world.ask("2", .hover(a, origin))?.outcome == .rejected("the engine was disposed of"))
    #expect(!world.engine.cancel("1"))
    world.drain()
    #expect(world.answers["1"].count == 1)
    #expect(world.engine.statistics.runningComputations == 0)
    #expect(world.simulation.sleepers == 0)
  }
}
