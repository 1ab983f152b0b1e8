import PikeAnalysis
import PikeSyntax

/// A question about a name in the program, an edit elsewhere after it was last asked: what the answer rests on must be found to hold still.
struct Lookup: BenchmarkPath {
  private let program: EditedProgram
  private var elsewhere: EditElsewhere
  private let request: FeatureRequest

  init(
    _ name: String, in context: String, at place: BenchmarkPlace, _ request: (FileID, TextPosition) -> FeatureRequest
  ) async throws {
    program = try await EditedProgram(in: place)
    elsewhere = try EditElsewhere(in: place, program.subject.engine)
    self.request = request(program.file, try program.position(of: name, in: context))
  }

  mutating func prepare() throws { try elsewhere.type() }
  func perform() async throws -> String { try await program.answer(request) }
  func takeWork() -> WorkCounters { program.subject.takeWork() }
}

extension Lookup {
  static let descriptions = [
    PathDescription(name: "hover on a library symbol") {
      try await Lookup("measure_0", in: LibraryWriter.direct, at: $0) { .hover($0, $1) }
    },
    PathDescription(name: "resolve a module") {
      try await Lookup("Module3", in: "Module3.function3_1", at: $0) { .definition($0, $1) }
    },
    PathDescription(name: "resolve a library module") {
      try await Lookup("Tool0", in: LibraryWriter.direct, at: $0) { .definition($0, $1) }
    },
    PathDescription(name: "resolve a nested library module") {
      try await Lookup("Deep", in: LibraryWriter.nested, at: $0) { .definition($0, $1) }
    },
  ]
}
