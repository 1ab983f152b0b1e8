import IncrementalQueries
import PikeAnalysis
import PikeSyntax
import QueryEngine
import Simulation
import Synchronization
import Testing

/// What was published, in order, as `name@version: message`; a document that was closed has no version.
private final class Publications: Sendable {
  private let list = Mutex<[String]>([])

  var all: [String] { list.withLock { $0 } }

  func listen(to world: World) {
    world.engine.setPublisher(encoding: .utf16) { [self] publication in
      let version = publication.version.map(String.init) ?? "closed"
      let messages = publication.diagnostics.map(\.message).joined(separator: ",")
      list.withLock { $0.append("\(publication.file.name)@\(version): \(messages)") }
    }
  }
}

@Suite(.schedules(Schedules.many)) struct PublisherTests {
  private func world(configure: (inout EngineOptions) -> Void = { _ in }) throws -> (World, Publications) {
    let world = try World(configure: configure)
    world.drain()
    let publications = Publications()
    publications.listen(to: world)
    return (world, publications)
  }

  @Test func anOpenedDocumentIsPublishedAtOnceAndAnEditedOneAfterTheDelay() throws {
    let (world, publications) = try world()
    try world.open(a, "one")
    world.drain()
    #expect(publications.all == ["a.pike@1: one"])
    try world.change(a, to: "two", version: 2)
    world.advance(by: .milliseconds(19))
    #expect(publications.all.count == 1)
    world.advance(by: .milliseconds(1))
    #expect(publications.all.last == "a.pike@2: two")
  }

  @Test func editsInQuickSuccessionArePublishedOnce() throws {
    let (world, publications) = try world()
    try world.open(a, "0")
    world.drain()
    for version in 2...6 {
      try world.change(a, to: "\(version)", version: version)
      world.advance(by: .milliseconds(10))
    }
    world.advance(by: .milliseconds(10))
    #expect(publications.all == ["a.pike@1: 0", "a.pike@6: 6"])
    #expect(world.engine.statistics[.typing].coalesced == 4)
  }

  @Test func endlessTypingIsPublishedAllTheSame() throws {
    let (world, publications) = try world { $0.maximumDiagnosticsDelay = .milliseconds(100) }
    try world.open(a, "0")
    world.drain()
    for version in 2...101 {
      try world.change(a, to: "\(version)", version: version)
      world.advance(by: .milliseconds(10))
    }
    // A second of typing, a publication each tenth of it.
    let count = publications.all.count
    #expect((10...12).contains(count))
  }

  @Test func whatAnEditOvertakesIsNotPublished() throws {
    let (world, publications) = try world { $0.stepCost = { _ in .milliseconds(30) } }
    try world.open(a, "one")
    world.drain()
    world.advance(by: .milliseconds(25))
    try world.change(a, to: "two", version: 2)
    world.advance(by: .milliseconds(5))
    #expect(publications.all == [])
    #expect(world.engine.statistics.overtaken == 1)
    world.advance(by: .milliseconds(15))
    world.advance(by: .milliseconds(30))
    #expect(publications.all == ["a.pike@2: two"])
  }

  @Test func aClosedDocumentIsPublishedEmptyAndNeverAgain() throws {
    let (world, publications) = try world { $0.stepCost = { _ in .milliseconds(5) } }
    try world.open(a, "one")
    world.drain()
    _ = try world.engine.closeDocument(a)
    world.advance(by: .milliseconds(100))
    #expect(publications.all == ["a.pike@closed: "])
  }

  @Test func nothingIsPublishedAfterDisposal() throws {
    let (world, publications) = try world { $0.stepCost = { _ in .milliseconds(5) } }
    try world.open(a, "one")
    world.drain()
    world.engine.dispose()
    for _ in 0..<10 { world.advance(by: .milliseconds(50)) }
    #expect(publications.all == [])
    #expect(world.simulation.sleepers == 0)
  }

  /// All documents have the same diagnostics: the text of a.
  struct ForeignStepper: FeatureStepper {
    mutating func step(in context: QueryContext) throws(QueryInterruption) -> FeatureResult? {
      let source = try context.input(SourceInput.self, a)
      return .diagnostics([TextStepper.diagnostic(source?.text.string ?? "")])
    }
  }

  @Test func anEditIsPublishedForTheOtherDocumentsThatItChanges() throws {
    let (world, publications) = try world { $0.stepper = { _ in ForeignStepper() } }
    try world.open(a, "one")
    try world.open(b, "own")
    world.advance(by: .milliseconds(20))
    #expect(publications.all.sorted() == ["a.pike@1: one", "b.pike@1: one"])
    try world.change(a, to: "two", version: 2)
    world.advance(by: .milliseconds(20))
    #expect(publications.all.last == "a.pike@2: two")
    world.advance(by: .milliseconds(180))
    #expect(publications.all.suffix(2) == ["a.pike@2: two", "b.pike@1: two"])
  }

  @Test func otherDocumentsWaitUntilTheTypingPausesButNotForEver() throws {
    let (world, publications) = try world { $0.stepper = { _ in ForeignStepper() } }
    try world.open(a, "1")
    try world.open(b, "own")
    world.advance(by: .milliseconds(300))
    for version in 2...19 {
      try world.change(a, to: "\(version)", version: version)
      world.advance(by: .milliseconds(50))
    }
    // Nine tenths of a second of typing: each keystroke is there, and nobody has looked at the other document.
    #expect(publications.all.filter { $0.hasPrefix("a.") }.count == 19)
    #expect(publications.all.filter { $0.hasPrefix("b.") } == ["b.pike@1: 1"])
    for version in 20...23 {
      try world.change(a, to: "\(version)", version: version)
      world.advance(by: .milliseconds(50))
    }
    #expect(publications.all.filter { $0.hasPrefix("b.") }.count == 2)
  }

  @Test func whatIsTheSameIsNotPublishedAgain() throws {
    let (world, publications) = try world()
    try world.open(a, "one")
    try world.open(b, "own")
    world.advance(by: .milliseconds(20))
    try world.change(a, to: "two", version: 2)
    world.advance(by: .milliseconds(20))
    #expect(publications.all.prefix(2).sorted() == ["a.pike@1: one", "b.pike@1: own"])
    #expect(publications.all.dropFirst(2) == ["a.pike@2: two"])
  }

  @Test func aNewListenerIsToldOfAllThatIsOpen() throws {
    let (world, publications) = try world()
    try world.open(a, "one")
    world.drain()
    world.engine.setPublisher(encoding: .utf16, nil)
    try world.change(a, to: "two", version: 2)
    world.advance(by: .milliseconds(50))
    #expect(publications.all == ["a.pike@1: one"])
    let later = Publications()
    later.listen(to: world)
    world.drain()
    #expect(later.all == ["a.pike@2: two"])
  }

  @Test func aClientsRequestAndThePublishersShareTheirComputation() throws {
    let (world, publications) = try world()
    try world.open(a, "one")
    world.submit("1", .diagnostics(a))
    world.drain()
    #expect(world.answers["1"].map(\.metrics.isShared) == [true])
    #expect(publications.all == ["a.pike@1: one"])
  }

  @Test func theDelayIsTheClients() throws {
    let (world, publications) = try world()
    var settings = EngineSettings()
    settings.diagnosticsDelay = .milliseconds(300)
    _ = try world.engine.updateSettings(settings)
    try world.open(a, "one")
    world.drain()
    try world.change(a, to: "two", version: 2)
    world.advance(by: .milliseconds(299))
    #expect(publications.all.count == 1)
    world.advance(by: .milliseconds(1))
    #expect(publications.all.count == 2)
  }
}
