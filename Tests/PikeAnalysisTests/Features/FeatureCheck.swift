import PikeSyntax
import Testing

@testable import PikeAnalysis

/// A workspace with a place in one of its files, which `¦` marks, that is asked about.
final class FeatureCheck {
  private let workspace: TestWorkspace
  /// The file with the mark, and where it stands in it.
  private(set) var file: FileID
  private(set) var offset = 0
  var encoding = PositionEncoding.utf16

  /// By path within the workspace; `main.pike` has the text that is given by itself.
  init(_ main: String, _ others: [String: String] = [:], library: DiskLibrary? = nil) {
    var texts: [String: String] = [:]
    var place = (path: "main.pike", offset: 0)
    for (path, text) in others.merging(["main.pike": main], uniquingKeysWith: { $1 }) {
      let parts = text.split(separator: "¦", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { place = (path, parts[0].utf8.count) }
      texts[path] = parts.joined()
    }
    workspace = TestWorkspace(texts, library: library)
    file = workspace.file(place.path)
    offset = place.offset
  }

  /// Puts another text into the file with the mark, and the mark somewhere in it.
  func set(_ text: SourceText, at offset: Int) {
    let all = TextEdit(range: 0..<self.text(of: file).count, replacement: text.bytes)
    workspace.edit(file.path, all)
    self.offset = offset
  }

  func move(to offset: Int) { self.offset = offset }

  private func text(of file: FileID) -> SourceText { workspace.sources[file]?.text ?? SourceText("") }

  var positions: FilePositions { positions(in: file) }

  private func positions(in file: FileID) -> FilePositions {
    FilePositions(text: text(of: file), lines: LineIndex(text(of: file)), encoding: encoding)
  }

  var position: TextPosition { positions.position(at: offset) }

  func answer(_ request: FeatureRequest) throws -> FeatureResult { try workspace.answer(request, encoding: encoding) }

  // MARK: Questions

  func completion() throws -> CompletionList {
    guard case .completion(let list) = try answer(.completion(file, position)) else {
      return CompletionList(items: [], isIncomplete: false)
    }
    return list
  }

  /// What is proposed, in the order in which it is shown.
  func labels() throws -> [String] { try completion().items.map(\.label) }

  func hover() throws -> String? {
    guard case .hover(let hover) = try answer(.hover(file, position)) else { return nil }
    return hover?.markdown
  }

  /// `path:text of the line from there on`, as far as the name goes.
  func definitions() throws -> [String] {
    guard case .locations(let locations) = try answer(.definition(file, position)) else { return [] }
    return locations.map { location in
      let text = self.text(of: location.file)
      let positions = self.positions(in: location.file)
      let start = positions.offset(of: location.range.lowerBound)
      let end = positions.offset(of: location.range.upperBound)
      let path = location.file.path.dropFirst(TestWorkspace.root.count + 1)
      return "\(path):\(location.range.lowerBound.line):\(text.string(in: start..<end))"
    }
  }

  /// The signatures, the active one marked with a star, its active parameter in brackets.
  func signatures() throws -> [String] {
    guard case .signatureHelp(let help) = try answer(.signatureHelp(file, position)), let help else { return [] }
    return help.signatures.enumerated().map { index, signature in
      guard index == help.activeSignature else { return signature.label }
      var units = Array(signature.label.utf16)
      if signature.parameters.indices.contains(help.activeParameter) {
        let range = signature.parameters[help.activeParameter]
        units.insert(UInt16(UInt8(ascii: "]")), at: range.upperBound)
        units.insert(UInt16(UInt8(ascii: "[")), at: range.lowerBound)
      }
      return "*" + String(decoding: units, as: UTF16.self)
    }
  }

  /// `text kind.modifier`, of the tokens with names in them.
  func tokens() throws -> [String] {
    guard case .semanticTokens(let tokens) = try answer(.semanticTokens(file, nil)) else { return [] }
    return tokens.map { token in
      let start = positions.offset(of: token.start)
      let end = positions.offset(of: TextPosition(line: token.start.line, column: token.start.column + token.length))
      let names = SemanticToken.Modifiers.names.enumerated().filter { token.modifiers.rawValue >> $0.offset & 1 == 1 }
      return text(of: file).string(in: start..<end) + " \(token.kind)"
        + names.map { ".\($0.element)" }.joined()
    }
  }
}
