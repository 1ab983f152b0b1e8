import PikeAnalysis

/// Symbols of a workspace that has ten thousand, by another query each time.
struct WorkspaceSymbols: BenchmarkPath {
  static let description = PathDescription(name: "workspace symbols", corpus: .large) { try await Self(in: $0) }

  private static let stems = ["function", "record", "limit", "f12", "module3", "total", "fn_2"]
  private static let limit = 100

  private let subject: EngineUnderTest
  private let root: String
  private var round = 0

  init(in place: BenchmarkPlace) async throws {
    root = place.root
    subject = try EngineUnderTest(root: place.root)
    _ = try await subject.ask(.workspaceSymbols(query: "", limit: Self.limit))
  }

  mutating func perform() async throws -> String {
    round += 1
    let query = Self.stems[round % Self.stems.count] + String(round % 89)
    return AnswerDigest.text(try await subject.ask(.workspaceSymbols(query: query, limit: Self.limit)), root: root)
  }

  func takeWork() -> WorkCounters { subject.takeWork() }
}
