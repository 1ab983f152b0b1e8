import PikeAnalysis
import PikeSyntax

/// What an answer says, in a form that does not depend on where the corpus lies.
enum AnswerDigest {
  static func text(_ result: FeatureResult, root: String) -> String {
    let text: String =
      switch result {
      case .diagnostics(let list): list.map { "\(place($0.range)) \($0.code) \($0.message)" }.joined(separator: "\n")
      case .hover(let hover): hover.map { "\(place($0.range)) \($0.markdown)" } ?? "nothing"
      case .locations(let list): list.map { "\($0.file.path) \(place($0.range))" }.joined(separator: "\n")
      case .workspaceSymbols(let list):
        list.map { "\($0.name) \($0.location.file.path) \(place($0.location.range))" }.joined(separator: "\n")
      default: "\(result)"
      }
    return text.replacing(root, with: "")
  }

  private static func place(_ range: Range<TextPosition>) -> String {
    "\(range.lowerBound.line):\(range.lowerBound.column)-\(range.upperBound.line):\(range.upperBound.column)"
  }
}
