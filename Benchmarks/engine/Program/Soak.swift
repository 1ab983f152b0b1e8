import ArgumentParser
import FigureSupport
import PikeAnalysis
import PikeSyntax
import QueryEngine

/// What is left of many edits, questions, cancels, and documents that come and go.
struct Soak: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Edits, questions, cancels, opens and closes on the whole engine; what it keeps on the way.")

  @OptionGroup var library: LibraryOptions
  @Option(help: "Edits.") var edits = 100_000
  @Option(help: "Documents.") var documents = 8

  func run() async throws {
    let samples = Sample.all(below: library.library)
      .filter { (300...1_500).contains($0.lineCount) && $0.statementLines.count > 10 }
    guard samples.count >= documents else { throw ValidationError("too few files under \(library.library)") }
    let subject = try EngineUnderTest(root: library.library, library: library.library)
    let published = Counter()
    subject.engine.setPublisher(encoding: .utf16) { _ in published.add() }
    var crowd = try Crowd(subject, samples: Array(samples.prefix(documents)))
    var resident: [(percent: Int, megabytes: Double)] = []
    for percent in [10, 50, 100] {
      while crowd.edits < edits * percent / 100 { try await crowd.act() }
      await subject.quiet()
      let (footprint, statistics) = (subject.engine.footprint, subject.engine.statistics)
      resident.append((percent, Resident.megabytes))
      print(
        "  at \(percent) %: \(Resident.megabytes.rounded(1)) MB; \(footprint.snapshots) snapshots, "
          + "\(footprint.values) values of \(footprint.keys) keys, \(footprint.documents) documents, "
          + "\(footprint.files) files; \(statistics.openRequests) open, \(statistics.stoppingRequests) stopping, "
          + "\(statistics.runningComputations) running; \(crowd.tally), \(published.value) publications")
    }
    let growth = resident[2].megabytes - resident[0].megabytes
    let rest = subject.engine.statistics
    row(
      "\(edits) edits of \(documents) documents: growth of resident memory after the first tenth", asked: "10 MB",
      measured: "\(growth.rounded(1)) MB",
      holds: growth < 10 && rest.openRequests == 0 && rest.stoppingRequests == 0 && rest.runningComputations == 0)
  }
}

/// Some people who type, ask, change their minds, and close and open documents.
private struct Crowd {
  private let subject: EngineUnderTest
  private let samples: [Sample]
  private var typists: [Typist]
  private let outcomes = Outcomes()
  private(set) var edits = 0
  private var (asked, cancelled, closed) = (0, 0, 0)

  init(_ subject: EngineUnderTest, samples: [Sample]) throws {
    self.subject = subject
    self.samples = samples
    typists = samples.indices.map { Typist(FileID("/workspace/edited\($0).pike"), samples[$0]) }
    for index in samples.indices { try open(index) }
  }

  var tally: String {
    "\(asked) questions (\(outcomes.results.value) answered, \(outcomes.cancelled.value) cancelled), \(closed) closed"
  }

  private mutating func open(_ index: Int) throws {
    typists[index] = Typist(typists[index].file, samples[index])
    _ = try subject.engine.openDocument(typists[index].file, version: 1, text: samples[index].text)
  }

  /// One edit, and what may come with it.
  mutating func act() async throws {
    edits += 1
    // Somebody types for a while, then somebody else.
    let index = edits / 40 % typists.count
    try typists[index].type(into: subject.engine)
    ask(index)
    if edits % 3 == 0 {
      let id = subject.submit(.references(typists[index].file, typists[index].position, includesDeclaration: true)) {
        [outcomes] in outcomes.note($0)
      }
      asked += 1
      subject.engine.cancel(id)
    }
    // Nobody types while he waits for too much.
    if edits % 8 == 0 { _ = await subject.ask(.completion(typists[index].file, typists[index].position)) }
    if edits % 400 == 399 {
      closed += 1
      _ = try subject.engine.closeDocument(typists[index].file)
      try open(index)
    }
  }

  private mutating func ask(_ index: Int) {
    let (file, position) = (typists[index].file, typists[index].position)
    let question: FeatureRequest =
      switch edits % 5 {
      case 0: .completion(file, position)
      case 1: .hover(file, position)
      case 2: .documentSymbols(file)
      case 3: .semanticTokens(file, nil)
      default: .diagnostics(file)
      }
    asked += 1
    subject.submit(question) { [outcomes] in outcomes.note($0) }
  }
}

private final class Outcomes: Sendable {
  let results = Counter()
  let cancelled = Counter()

  func note(_ response: EngineResponse) {
    switch response.outcome {
    case .result: results.add()
    case .cancelled: cancelled.add()
    default: break
    }
  }
}
