import PikeAnalysis

/// A keystroke, and the diagnostics of the version that it made.
struct FirstDiagnostic: BenchmarkPath {
  static let description = PathDescription(name: "first diagnostic", isCritical: true) { try await Self(in: $0) }

  private var program: EditedProgram

  init(in place: BenchmarkPlace) async throws { program = try await EditedProgram(in: place) }

  mutating func perform() async throws -> String {
    try program.type()
    return try await program.answer(.diagnostics(program.file))
  }

  func takeWork() -> WorkCounters { program.subject.takeWork() }
}
