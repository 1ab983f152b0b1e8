import IncrementalQueries
import PikeSyntax
import QueryEngine

@testable import PikeAnalysis

/// Answers with the text of the file that is asked about, after a number of steps.
struct TextStepper: FeatureStepper {
  let query: FeatureQuery
  var stepsLeft = 1

  mutating func step(in context: QueryContext) throws(QueryInterruption) -> FeatureResult? {
    stepsLeft -= 1
    guard stepsLeft <= 0 else { return nil }
    switch query.request {
    case .diagnostics(let file):
      let source = try context.input(SourceInput.self, file)
      context.did(1, WorkKind(index: 0))
      return .diagnostics(source.map { [Self.diagnostic($0.text.string)] } ?? [])
    case .hover(let file, _):
      let source = try context.input(SourceInput.self, file)
      return .hover(source.map { Hover(range: Self.nowhere, markdown: $0.text.string) })
    case .definition(let file, _):
      let listing = try context.input(DirectoryInput.self, file.path)
      return .locations((listing?.files ?? []).map { Location(file: FileID($0), range: Self.nowhere) })
    case .workspaceDiagnostics:
      let files = try context.input(WorkspaceFilesInput.self, .whole)
      return .locations(files.map { Location(file: $0, range: Self.nowhere) })
    case .libraryIndex:
      let project = try context.input(ProjectInput.self, .whole)
      return .locations(
        (project.libraryRoots + project.modulePaths).map { Location(file: FileID($0), range: Self.nowhere) })
    default: return .locations([])
    }
  }

  static let nowhere = TextPosition(line: 0, column: 0)..<TextPosition(line: 0, column: 0)

  static func diagnostic(_ message: String) -> Diagnostic {
    Diagnostic(range: nowhere, severity: .error, code: "text", message: message)
  }
}
