import IncrementalQueries
import PikeAnalysis
import PikeSyntax
import QueryEngine
import Synchronization
import TestSupport
import Testing

/// Edits, questions and cancels from several threads at once. To be run under Thread Sanitizer when locks are touched.
struct SoakTests {
  @Test func whateverIsDoneAtOnceEachRequestIsAnsweredOnceAndTruly() async throws {
    let soak = Soak()
    await soak.run(editsPerDocument: 300, questionsPerClient: 300)
    let problems = soak.ledger.problems
    #expect(problems == [])
    let counts = soak.ledger.counts
    // A soak in which nothing of the kind happens would prove nothing.
    #expect(counts.results > 100)
    #expect(counts.cancelled > 10)
    #expect(counts.published > 10)
    #expect(soak.engine.statistics.runningComputations == 0)
    #expect(soak.engine.statistics.stoppingRequests == 0)
  }
}

private struct Soak {
  let engine: Engine
  let ledger = Ledger()
  let documents = (0..<3).map { FileID("/w/\($0).pike") }

  init() {
    var options = EngineOptions()
    options.stepper = { TextStepper(query: $0, stepsLeft: 4) }
    options.maximumDiagnosticsDelay = .milliseconds(1)
    options.otherDocumentsDelay = .zero
    let disk = FakeFiles(["/w/0.pike": "disk 0", "/w/9.pike": "disk 9"])
    engine = Engine(files: disk, clock: ContinuousClock(), spawner: TaskSpawner(), options: options)
  }

  func run(editsPerDocument: Int, questionsPerClient: Int) async {
    var settings = EngineSettings()
    settings.diagnosticsDelay = .zero
    _ = try? engine.updateWorkspace(WorkspaceUpdate(addedRoots: ["/w"]))
    _ = try? engine.updateSettings(settings)
    engine.setPublisher(encoding: .utf8) { [engine, ledger] in ledger.published($0, newest: engine.document($0.file)) }
    await withTaskGroup(of: Void.self) { group in
      for file in documents { group.addTask { await edit(file, editsPerDocument) } }
      for client in 0..<3 { group.addTask { await ask(client, questionsPerClient) } }
    }
    await ledger.allAnswered()
    engine.dispose()
    ledger.disposed()
    ledger.check()
  }

  private func edit(_ file: FileID, _ count: Int) async {
    var version = 0
    for number in 0..<count {
      let text = "\(file.name) \(number)"
      version += 1
      do {
        if number % 25 == 0 {
          ledger.wrote(file, text, try engine.openDocument(file, version: version, text: SourceText(text)).revision)
        } else if number % 25 == 24 {
          ledger.wrote(file, nil, try engine.closeDocument(file).revision)
        } else {
          let change = DocumentChange.full(SourceText(text))
          let revision = try engine.changeDocument(file, version: version, changes: [change], encoding: .utf8).revision
          ledger.wrote(file, text, revision)
        }
      } catch {
        ledger.problem("a mutation was refused: \(error)")
      }
      await Task.yield()
    }
  }

  private func ask(_ client: Int, _ count: Int) async {
    var generator = SeededGenerator(seed: UInt64(client))
    for number in 0..<count {
      let id = "\(client)-\(number)"
      let file = documents[Int.random(in: 0..<documents.count, using: &generator)]
      let column = Int.random(in: 0..<3, using: &generator)
      let request: FeatureRequest =
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: .diagnostics(file)
        case 1: .libraryIndex
        case 2: .workspaceDiagnostics
        case 3: .hover(FileID("/w/9.pike"), origin)
        case 4: .completion(file, TextPosition(line: 0, column: column))
        default: .hover(file, TextPosition(line: 0, column: column))
        }
      let isFixed = Int.random(in: 0..<4, using: &generator) == 0
      let snapshot: SnapshotSelection = isFixed ? .fixed(engine.revision) : .latest
      ledger.asked(id)
      engine.submit(EngineRequest(id: id, query: FeatureQuery(request, encoding: .utf8), snapshot: snapshot)) {
        [ledger] in ledger.answered($0, request, snapshot)
      }
      if Int.random(in: 0..<3, using: &generator) == 0 {
        if Bool.random(using: &generator) { await Task.yield() }
        if engine.cancel(id) { ledger.cancelled(id) }
      }
      await Task.yield()
    }
  }
}

/// What was said and heard, judged at the end.
private final class Ledger: Sendable {
  struct Counts { var results = 0, cancelled = 0, published = 0 }

  private struct Answer {
    var response: EngineResponse
    var request: FeatureRequest
  }

  private struct State {
    var asked: Set<String> = []
    var cancelled: Set<String> = []
    var answers: [String: [Answer]] = [:]
    var answerCount = 0
    /// By file: what it became at which revision.
    var texts: [FileID: [(revision: Revision, text: String?)]] = [:]
    var problems: [String] = []
    var counts = Counts()
    var isDisposed = false
    var waiter: CheckedContinuation<Void, Never>?
  }

  private let state = Mutex(State())

  var problems: [String] { state.withLock { Array($0.problems.prefix(5)) } }
  var counts: Counts { state.withLock { $0.counts } }

  func problem(_ text: String) { state.withLock { $0.problems.append(text) } }
  func asked(_ id: String) { state.withLock { _ = $0.asked.insert(id) } }
  func cancelled(_ id: String) { state.withLock { _ = $0.cancelled.insert(id) } }
  func disposed() { state.withLock { $0.isDisposed = true } }

  func wrote(_ file: FileID, _ text: String?, _ revision: Revision) {
    state.withLock { $0.texts[file, default: []].append((revision, text)) }
  }

  func published(_ publication: DiagnosticsPublication, newest: (version: Int, source: SourceFile)?) {
    state.withLock { state in
      state.counts.published += 1
      if state.isDisposed { state.problems.append("published after disposal") }
      if publication.version != newest?.version {
        state.problems.append("published version \(publication.version ?? -1) beside \(newest?.version ?? -1)")
      }
      if let message = publication.diagnostics.first?.message, message != newest?.source.text.string {
        state.problems.append("published \(message) beside \(newest?.source.text.string ?? "nothing")")
      }
    }
  }

  func answered(_ response: EngineResponse, _ request: FeatureRequest, _ snapshot: SnapshotSelection) {
    let waiter: CheckedContinuation<Void, Never>? = state.withLock { state in
      state.answers[response.id, default: []].append(Answer(response: response, request: request))
      state.answerCount += 1
      if case .fixed(let revision) = snapshot, let used = response.snapshotUsed, used != revision {
        state.problems.append("a request about \(revision) was answered about \(used)")
      }
      guard state.answerCount >= state.asked.count else { return nil }
      defer { state.waiter = nil }
      return state.waiter
    }
    waiter?.resume()
  }

  func allAnswered() async {
    await withCheckedContinuation { continuation in
      let isDone = state.withLock { state in
        if state.answerCount < state.asked.count { state.waiter = continuation }
        return state.answerCount >= state.asked.count
      }
      if isDone { continuation.resume() }
    }
  }

  func check() {
    state.withLock { state in
      for id in state.asked.sorted() {
        let answers = state.answers[id] ?? []
        guard answers.count == 1 else {
          state.problems.append("\(id) was answered \(answers.count) times")
          continue
        }
        check(id, answers[0], &state)
      }
    }
  }

  private func check(_ id: String, _ answer: Answer, _ state: inout State) {
    switch answer.response.outcome {
    case .result:
      state.counts.results += 1
      if state.cancelled.contains(id) { state.problems.append("\(id) was cancelled and has a result") }
      guard let file = answer.request.fileOfText, let used = answer.response.snapshotUsed else { return }
      // Closed files are what the disk says, which the editors do not know.
      let written = state.texts[file]?.last { $0.revision <= used }?.text
      if let written, answer.response.outcome.text != written {
        state.problems.append("\(id): \(answer.response.outcome.text ?? "nothing") instead of \(written) at \(used)")
      }
    case .cancelled(let reason):
      state.counts.cancelled += 1
      if reason == .requested, !state.cancelled.contains(id) { state.problems.append("\(id) was not cancelled") }
    case .snapshotNotFound: break
    case .rejected(let why), .failed(let why): state.problems.append("\(id): \(why)")
    }
  }
}

extension FeatureRequest {
  /// The document whose text ``TextStepper`` answers with.
  fileprivate var fileOfText: FileID? {
    switch self {
    case .hover(let file, _), .diagnostics(let file): file
    default: nil
    }
  }
}
