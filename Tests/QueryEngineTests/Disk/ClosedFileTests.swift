import IncrementalQueries
import PikeAnalysis
import PikeSyntax
import QueryEngine
import Testing

@Suite(.schedules(Schedules.many)) struct ClosedFileTests {
  @Test func aClosedFileIsReadOnceAndThenAskedForItsStat() throws {
    let world = try World(["/w/a.pike": "disk"])
    world.drain()
    let revision = world.engine.revision
    #expect(world.ask("1", .hover(a, origin))?.outcome.text == "disk")
    #expect(world.ask("2", .hover(a, origin))?.outcome.text == "disk")
    #expect(world.files.count("read /w/a.pike") == 1)
    #expect(world.files.count("stat /w/a.pike") == 1)
    #expect(world.engine.revision == revision)
  }

  @Test func aChangeOnDiskIsSeenByTheNextRequest() throws {
    let world = try World(["/w/a.pike": "disk"])
    let first = world.ask("1", .hover(a, origin))
    world.files["/w/a.pike"] = "changed"
    let second = world.ask("2", .hover(a, origin))
    #expect(second?.outcome.text == "changed")
    #expect(second?.snapshotUsed == world.engine.revision)
    let fixed = world.ask("3", .hover(a, origin), at: .fixed(first?.snapshotUsed ?? .origin))
    #expect(fixed?.outcome.text == "disk")
  }

  @Test func aNewStatOfTheSameContentIsNoRevision() throws {
    let world = try World(["/w/a.pike": "disk"])
    _ = world.ask("1", .hover(a, origin))
    let revision = world.engine.revision
    world.files["/w/a.pike"] = "disk"
    _ = world.ask("2", .hover(a, origin))
    #expect(world.files.count("read /w/a.pike") == 2)
    #expect(world.engine.revision == revision)
  }

  @Test func touchedFilesBecomeOneRevisionTogether() throws {
    let world = try World(["/w/a.pike": "a", "/w/b.pike": "b", "/w/c.pike": "c"])
    for (id, file) in [("1", a), ("2", b)] { _ = world.ask(id, .hover(file, origin)) }
    world.files["/w/a.pike"] = "a2"
    world.files["/w/b.pike"] = nil
    world.files["/w/c.pike"] = "c2"
    let update = WorkspaceUpdate(touchedFiles: ["/w/a.pike", "/w/b.pike", "/w/c.pike", "/w/a.pike"])
    let revision = try world.engine.updateWorkspace(update).revision
    #expect(world.ask("3", .hover(a, origin))?.outcome.text == "a2")
    #expect(world.ask("4", .hover(b, origin))?.outcome == .result(.hover(nil)))
    #expect(world.engine.revision == revision.next)
    #expect(world.files.count("read /w/c.pike") == 0)
  }

  @Test func loadsInFlightAreShared() throws {
    let world = try World(["/w/a.pike": "disk"])
    world.drain()
    world.files.hold()
    world.submit("1", .hover(a, origin))
    world.submit("2", .diagnostics(a))
    world.drain()
    #expect(world.answers.all.isEmpty)
    world.files.release()
    world.drain()
    #expect(world.answers.all.map(\.outcome.text) == ["disk", "disk"])
    #expect(world.files.count("read /w/a.pike") == 1)
  }

  @Test func whoWaitsForTheDiskHoldsNoSlot() throws {
    let world = try World(["/w/a.pike": "disk"]) { $0.width = 1 }
    try world.open(b, "open")
    world.drain()
    world.files.hold()
    world.submit("closed", .hover(a, origin))
    world.drain()
    #expect(world.ask("open", .hover(b, origin))?.outcome.text == "open")
    world.engine.cancel("closed")
    #expect(world.answers["closed"].map(\.outcome) == [.cancelled(.requested)])
    world.files.release()
    world.drain()
    #expect(world.answers["closed"].count == 1)
    #expect(world.engine.statistics.runningComputations == 0)
  }

  @Test func whoIsCancelledWhileWaitingForTheDiskHasStopped() throws {
    let world = try World(["/w/a.pike": "disk"]) { $0.width = 1 }
    world.drain()
    world.files.hold()
    world.submit("1", .hover(a, origin))
    world.drain()
    #expect(world.engine.cancel("1"))
    let record = try #require(world.engine.statistics.recent.last { $0.id == "1" })
    #expect(record.outcome == .cancelled)
    #expect(record.metrics.cancelToStop == .zero)
    #expect(world.engine.statistics.stoppingRequests == 0)
    #expect(world.engine.statistics.runningComputations == 0)
    // The load goes on, and is of use to the next one.
    world.submit("2", .hover(a, origin), at: .fixed(world.engine.revision))
    world.drain()
    world.files.release()
    world.drain()
    #expect(world.answers["1"].map(\.outcome) == [.cancelled(.requested)])
    #expect(world.answers["2"].map(\.outcome.text) == ["disk"])
    #expect(world.files.count("read /w/a.pike") == 1)
    #expect(world.engine.statistics.recent.count { $0.id == "1" } == 1)
  }

  @Test func whatIsTouchedWhileItIsReadIsReadAgain() throws {
    let world = try World(["/w/a.pike": "old"])
    world.drain()
    world.files.hold()
    world.submit("1", .hover(a, origin))
    world.drain()
    world.files["/w/a.pike"] = "new"
    _ = try world.engine.updateWorkspace(WorkspaceUpdate(touchedFiles: ["/w/a.pike"]))
    world.drain()
    world.files.release()
    world.drain()
    // A fixed snapshot, so that the question itself does not look at the disk.
    #expect(world.ask("2", .hover(a, origin), at: .fixed(world.engine.revision))?.outcome.text == "new")
  }

  @Test func anOpenBufferWinsOverTheDisk() throws {
    let world = try World(["/w/a.pike": "disk"])
    _ = world.ask("1", .hover(a, origin))
    try world.open(a, "buffer")
    world.files["/w/a.pike"] = "changed"
    _ = try world.engine.updateWorkspace(WorkspaceUpdate(touchedFiles: ["/w/a.pike"]))
    world.drain()
    #expect(world.ask("2", .hover(a, origin))?.outcome.text == "buffer")
  }

  @Test(arguments: ["disk", "changed", nil])
  func aClosedDocumentIsAgainWhatIsOnDisk(_ content: String?) throws {
    let world = try World(["/w/a.pike": "disk"])
    _ = world.ask("1", .hover(a, origin))
    try world.open(a, "buffer")
    world.drain()
    world.files["/w/a.pike"] = content
    _ = try world.engine.closeDocument(a)
    let answer = world.ask("2", .hover(a, origin))
    #expect(answer?.outcome.text == content)
  }

  @Test func aDocumentThatWasNeverReadIsReadWhenItIsClosed() throws {
    let world = try World(["/w/a.pike": "disk"])
    try world.open(a, "buffer")
    _ = try world.engine.closeDocument(a)
    world.drain()
    // A fixed snapshot, so that the question itself does not look at the disk.
    #expect(world.ask("1", .hover(a, origin), at: .fixed(world.engine.revision))?.outcome.text == "disk")
  }

  @Test func anOldSnapshotFromBeforeItWasOpenedSeesTheDisk() throws {
    let world = try World(["/w/a.pike": "disk"])
    world.drain()
    let before = world.engine.revision
    try world.open(a, "buffer")
    #expect(world.ask("1", .hover(a, origin), at: .fixed(before))?.outcome.text == "disk")
    #expect(world.ask("2", .hover(a, origin))?.outcome.text == "buffer")
  }

  @Test(arguments: ["/elsewhere/x.pike", "/w/../etc/passwd", "/w//a.pike", "/w/./a.pike", "untitled:1", "/ww/x.pike"])
  func nothingOutsideOfTheRootsIsRead(_ path: String) throws {
    let world = try World(["/w/a.pike": "a", path: "secret"])
    world.drain()
    #expect(world.ask("1", .hover(FileID(path), origin))?.outcome == .result(.hover(nil)))
    #expect(world.ask("2", .definition(FileID("/elsewhere"), origin))?.outcome.paths == [])
    let log = world.files.log
    #expect(!log.contains("read \(path)"))
    #expect(!log.contains("list /elsewhere"))
  }

  @Test func aFileOfARemovedRootIsGoneAndComesBackWithIt() throws {
    let world = try World(["/w/a.pike": "a"])
    #expect(world.ask("1", .hover(a, origin))?.outcome.text == "a")
    _ = try world.engine.updateWorkspace(WorkspaceUpdate(removedRoots: ["/w"]))
    #expect(world.ask("2", .hover(a, origin))?.outcome == .result(.hover(nil)))
    _ = try world.engine.updateWorkspace(WorkspaceUpdate(addedRoots: ["/w/"]))
    #expect(world.ask("3", .hover(a, origin))?.outcome.text == "a")
  }

  @Test func anEditThatComesWhileTheDiskIsAskedIsNotSeen() throws {
    let world = try World(["/w/b.pike": "disk"])
    try world.open(a, "one")
    _ = world.ask("0", .hover(b, origin))
    world.files.hold()
    world.files["/w/b.pike"] = "changed"
    _ = try world.engine.updateWorkspace(WorkspaceUpdate(touchedFiles: ["/w/b.pike"]))
    world.submit("1", .hover(a, origin))
    world.drain()
    try world.change(a, to: "two", version: 2)
    world.files.release()
    world.drain()
    #expect(world.answers["1"].map(\.outcome.text) == ["one"])
  }
}
