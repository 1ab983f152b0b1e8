import JSONRPC
import Recording
import Simulation
import Testing

@testable import Replay

/// The parts of which an embedded replay is made.
@Suite struct VirtualWorldTests {
  // MARK: Files

  private func files(_ captured: [(String, String)]) throws -> VirtualFiles {
    var fixture = RecordedFixture.begun()
    fixture.files = captured.map { CapturedFile(path: $0.0, content: .captured(Array($0.1.utf8), sha256: "")) }
    return try VirtualFiles(fixture.ended())
  }

  @Test func filesAreWhereTheyWereRecorded() throws {
    let files = try files([("a.x", "one"), ("lib/b.x", "two")])
    #expect(files.file("/recorded/proj/a.x")?.bytes == Array("one".utf8))
    #expect(files.list("/recorded/proj") == VirtualFiles.Listing(files: ["a.x"], directories: ["lib"]))
    #expect(files.list("/recorded/proj/lib")?.files == ["b.x"])
    #expect(files.list("/recorded")?.directories == ["proj"])
    #expect(files.list("/elsewhere") == nil && files.file("/etc/passwd") == nil)
  }

  @Test(arguments: ["../a", "/etc/x", "a/../../b", "", "a//b", "./a", String(repeating: "a/", count: 100_000) + "b"])
  func aPathThatLeadsElsewhereIsRefused(_ path: String) throws {
    #expect(throws: WorkspaceError.self) { try files([(path, "")]) }
  }

  @Test func aSaveChangesAFileAndItsTimeButNotItsNumber() throws {
    let files = try files([("a.x", "one")])
    let path = "/recorded/proj/a.x"
    let before = try #require(files.file(path))
    files.opened(uri: "file://\(path)", text: Array("opened".utf8))
    #expect(files.file(path) == before)
    files.saved(uri: "file://\(path)", text: Array("saved".utf8), at: 5_000_000)
    let after = try #require(files.file(path))
    #expect(after.bytes == Array("saved".utf8) && after.modified > before.modified && after.number == before.number)
  }

  @Test func aDocumentWithAPathThatIsNoneIsPassedOver() throws {
    let files = try files([])
    for uri in [
      "file:///" + String(repeating: "a/", count: 100_000) + "b", "file:///a/../../b", "untitled:1", "file://",
    ] {
      files.opened(uri: uri, text: [1])
      files.saved(uri: uri, text: [1], at: 0)
    }
    #expect(files.count == 0)
  }

  @Test func whatOthersChangeIsThereAndWhatTheyRemoveIsGone() throws {
    let files = try files([("a.x", "one"), ("b.x", "two")])
    let (a, b) = ("/recorded/proj/a.x", "/recorded/proj/b.x")
    let written = FileChange(uri: "file://\(a)", outcome: .written(Array("other".utf8), isExecutable: false))
    files.changed(written, uri: "file://\(a)", at: 1)
    files.changed(FileChange(uri: "file://\(b)", outcome: .removed), uri: "file://\(b)", at: 1)
    #expect(files.file(a)?.bytes == Array("other".utf8) && files.file(b) == nil)
    #expect(files.list("/recorded/proj")?.files == ["a.x"])
  }

  @Test func aCopyChangesByItself() throws {
    let files = try files([("a.x", "one")])
    let copy = files.copy()
    copy.saved(uri: "file:///recorded/proj/new/b.x", text: [1], at: 0)
    #expect(copy.list("/recorded/proj")?.directories == ["new"])
    #expect(files.list("/recorded/proj")?.directories == [])
  }

  @Test func aDirectoryIsNotOverwrittenByAFile() throws {
    let files = try files([("lib/b.x", "two")])
    files.saved(uri: "file:///recorded/proj/lib", text: [1], at: 0)
    #expect(files.file("/recorded/proj/lib") == nil)
    #expect(files.list("/recorded/proj/lib")?.files == ["b.x"])
  }

  // MARK: Pace

  @Test func theRecordedPaceIsKept() {
    let pace = VirtualPace()
    #expect([0, 1, 1_000_000_000_000].map { pace.delay($0) } == [0, 1, 1_000_000_000_000])
  }

  @Test(arguments: 0..<50)
  func aDrawnPaceKeepsTheOrderAndIsNeverSlower(_ seed: UInt64) {
    var state = seed
    let times = (1...200).map { Int64($0) * 10_000 }
    let pace = VirtualPace(times: times) { _, bound in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let delays = times.compactMap { pace.delay($0) }
    #expect(zip(delays, delays.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(zip(delays, times).allSatisfy { $0 <= $1 })
    #expect(delays.last.map { $0 < 1_900_000 } == true)
  }

  // MARK: Mailbox

  @Test func aMailboxKeepsTheOrderWhoeverSends() {
    for seed in 0..<50 as Range<UInt64> {
      let report = Simulation.run(SimulationOptions(scheduler: .random, seed: seed)) { world in
        let mailbox = Mailbox<Int>()
        world.spawn(name: "sender") {
          for number in 0..<20 {
            mailbox.send(number)
            if number % 3 == 0 { await Task.yield() }
          }
        }
        for number in 0..<20 {
          let got = await mailbox.next()
          if got != number { throw WrongOrder(got: got, expected: number) }
        }
        if mailbox.takeIfAny() != nil { throw WrongOrder(got: -1, expected: -1) }
      }
      #expect(report.outcome == .finished)
    }
  }

  private struct WrongOrder: Error {
    var got: Int
    var expected: Int
  }

  // MARK: Faults as text

  @Test(arguments: ["file-read=fail", "a=stall:20", "a=stall:0@5", "a=drop@1000", "b=fail@1"])
  func faultsComeBackFromTheirText(_ text: String) throws {
    let (place, rule) = try #require(FaultText.parse(text))
    #expect(FaultText.words([place: [rule]]) == [text])
  }

  @Test(arguments: [
    "", "a", "a=", "=fail", "a=stall", "a=stall:-1", "a=stall:x", "a=fail@0", "a=fail@1000001", "a=crash:1",
    "a=stall:9999999999",
  ])
  func whatIsNoFaultIsRefused(_ text: String) {
    #expect(FaultText.parse(text) == nil)
  }
}
