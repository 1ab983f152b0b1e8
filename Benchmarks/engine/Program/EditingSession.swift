import PikeAnalysis
import PikeSyntax
import QueryEngine

/// An engine with a file of the library open, in which somebody types.
struct EditingSession {
  let subject: EngineUnderTest
  static let file = FileID("/workspace/edited.pike")
  let file = Self.file
  private var typist: Typist

  /// Opens the file, and has its diagnostics once, so that what it depends on is known.
  init(
    _ sample: Sample, library: LibraryOptions, root: String? = nil, _ change: (inout EngineOptions) -> Void = { _ in }
  ) async throws {
    subject = try EngineUnderTest(root: root, library: library.library, change)
    _ = try subject.engine.openDocument(file, version: 1, text: sample.text)
    typist = Typist(file, sample)
    _ = await subject.ask(.diagnostics(file))
  }

  /// Where the cursor is.
  var position: TextPosition { typist.position }

  /// The next keystroke.
  mutating func type() throws { try typist.type(into: subject.engine) }
}
