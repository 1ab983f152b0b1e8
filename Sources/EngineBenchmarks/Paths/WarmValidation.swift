import PikeAnalysis

/// The typing loop's other half: a document that is warm is validated after an edit elsewhere, and nothing of it is computed again.
struct WarmValidation: BenchmarkPath {
  static let description = PathDescription(name: "warm validation", isCritical: true) { try await Self(in: $0) }

  private let program: EditedProgram
  private var elsewhere: EditElsewhere

  init(in place: BenchmarkPlace) async throws {
    program = try await EditedProgram(in: place)
    elsewhere = try EditElsewhere(in: place, program.subject.engine)
  }

  mutating func perform() async throws -> String {
    try elsewhere.type()
    return try await program.answer(.diagnostics(program.file))
  }

  func takeWork() -> WorkCounters { program.subject.takeWork() }
}
