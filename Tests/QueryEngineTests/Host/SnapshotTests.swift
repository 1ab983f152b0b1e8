import IncrementalQueries
import PikeAnalysis
import PikeSyntax
import QueryEngine
import Testing

@Suite(.schedules(Schedules.many)) struct SnapshotTests {
  @Test func aRequestSeesTheDocumentAsItIsWhenItArrives() throws {
    let world = try World()
    let opened = try world.open(a, "one")
    world.submit("1", .diagnostics(a))
    try world.change(a, to: "two", version: 2)
    world.drain()
    let answer = try #require(world.answers["1"].first)
    #expect(answer.outcome.text == "one")
    #expect(answer.snapshotUsed == opened)
  }

  @Test func aFixedSnapshotIsWhatItWas() throws {
    let world = try World()
    let old = try world.open(a, "one")
    try world.change(a, to: "two", version: 2)
    let fixed = world.ask("1", .hover(a, origin), at: .fixed(old))
    let latest = world.ask("2", .hover(a, origin))
    #expect(fixed?.outcome.text == "one")
    #expect(fixed?.snapshotUsed == old)
    #expect(latest?.outcome.text == "two")
  }

  @Test func aSnapshotThatIsNotKeptIsNotFound() throws {
    let world = try World { $0.retainedSnapshots = 2 }
    let old = try world.open(a, "one")
    try world.change(a, to: "two", version: 2)
    #expect(world.ask("1", .hover(a, origin), at: .fixed(old))?.outcome.text == "one")
    try world.change(a, to: "three", version: 3)
    #expect(world.ask("2", .hover(a, origin), at: .fixed(old))?.outcome == .snapshotNotFound)
    #expect(world.ask("3", .hover(a, origin), at: .fixed(Revision(9999)))?.outcome == .snapshotNotFound)
    #expect(world.ask("4", .hover(a, origin))?.outcome.text == "three")
  }
}
