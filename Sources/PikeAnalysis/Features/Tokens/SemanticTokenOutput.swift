import PikeSyntax

/// Puts ranges of a text into tokens, which stand on one line each and none of which overlap.
struct SemanticTokenOutput {
  let positions: FilePositions
  /// What lies wholly outside is left out.
  let range: Range<Int>
  private(set) var tokens: [SemanticToken] = []
  private var end = 0

  init(positions: FilePositions, range: Range<Int>) {
    self.positions = positions
    self.range = range
  }

  mutating func add(_ whole: Range<Int>, _ kind: SemanticToken.Kind, _ modifiers: SemanticToken.Modifiers = []) {
    guard whole.lowerBound < range.upperBound, whole.upperBound > range.lowerBound, whole.lowerBound >= end else {
      return
    }
    end = whole.upperBound
    let first = positions.line(at: whole.lowerBound)
    let content = positions.lines.range(ofLine: first, in: positions.text)
    if whole.upperBound <= content.upperBound { return append(whole, kind, modifiers) }
    for line in first...max(first, positions.line(at: whole.upperBound)) {
      let part = positions.lines.range(ofLine: line, in: positions.text).clamped(to: whole)
      if !part.isEmpty { append(part, kind, modifiers) }
    }
  }

  private mutating func append(_ part: Range<Int>, _ kind: SemanticToken.Kind, _ modifiers: SemanticToken.Modifiers) {
    let start = positions.position(at: part.lowerBound)
    let end = positions.position(at: part.upperBound)
    guard end.line == start.line, end.column > start.column else { return }
    tokens.append(
      SemanticToken(start: start, length: end.column - start.column, kind: kind, modifiers: modifiers))
  }
}
