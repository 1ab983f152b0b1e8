import Glibc
import Simulation
import Testing

// example begins
/// Saves what was typed half a second after the last key.
actor Draft<C: Clock> where C.Duration == Duration {
  private let clock: C
  private let isCareful: Bool
  private var pending: Task<Void, any Error>?
  private(set) var saved: [String] = []

  init(clock: C, isCareful: Bool) {
    self.clock = clock
    self.isCareful = isCareful
  }

  func type(_ text: String, start: (@escaping @Sendable () async throws -> Void) -> Task<Void, any Error>) {
    pending?.cancel()
    pending = start {
      try await self.clock.sleep(for: .milliseconds(500))
      // Here somebody may type: the task is cancelled, and saves all the same.
      await self.save(text)
    }
  }

  private func save(_ text: String) {
    if isCareful, Task.isCancelled { return }
    saved.append(text)
  }

  func finish() async { _ = await pending?.result }
}

struct WrongDraft: Error { let saved: [String] }

func typing(isCareful: Bool) -> @Sendable (SimulatedWorld) async throws -> Void {
  { world in
    let draft = Draft(clock: world.clock, isCareful: isCareful)
    for text in ["h", "he", "hey"] {
      await draft.type(text) { world.spawn(name: "save", $0) }
      try await world.clock.sleep(for: .milliseconds(world.choose("pause", below: 600)))
    }
    await draft.finish()
    let saved = await draft.saved
    if saved.last != "hey" { throw WrongDraft(saved: saved) }
  }
}

func findAnOrderThatFails(isCareful: Bool) -> SimulationReport? {
  var portfolio = Portfolio()
  return portfolio.search(limit: 3_000) { typing(isCareful: isCareful) }.failure
}
// example ends

@Suite struct DocumentationTests {
  @Test func theExampleFindsTheBug() throws {
    let failure = try #require(findAnOrderThatFails(isCareful: false))
    guard case .failed = failure.outcome else {
      Issue.record("\(failure)")
      return
    }
  }

  @Test func theExampleIsRightWhenItTakesCare() {
    let failure = findAnOrderThatFails(isCareful: true)?.description
    #expect(failure == nil)
  }

  @Test func theExampleIsTheOneInTheDocumentation() throws {
    let source = try contents(of: #filePath)
    let documentation = try contents(of: repository + "/docs/simulation.md")
    let start = try #require(source.firstRange(of: "// example begins\n")).upperBound
    let end = try #require(source.firstRange(of: "// example ends")).lowerBound
    let isThere = documentation.contains(source[start..<end])
    #expect(isThere)
  }

  private var repository: String {
    #filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 }
  }

  private func contents(of path: String) throws -> String {
    let file = try #require(fopen(path, "r"), "\(path)")
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
