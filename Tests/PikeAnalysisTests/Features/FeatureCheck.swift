import IncrementalQueries
import PikeSyntax
import Testing

@testable import PikeAnalysis

/// Files, in one of which `¦` marks a place that is asked about.
final class FeatureCheck {
  static let root = "/project"
  private(set) var texts: [FileID: SourceText] = [:]
  private let database = Database.analysis()
  /// The file with the mark, and where it stands in it.
  private(set) var file = FileID("")
  private(set) var offset = 0
  var encoding = PositionEncoding.utf16

  /// By path within the project; `main.pike` has the text that is given by itself.
  init(_ main: String, _ others: [String: String] = [:]) {
    for (path, text) in others.merging(["main.pike": main], uniquingKeysWith: { $1 }).sorted(by: { $0.key < $1.key }) {
      let id = FileID("\(Self.root)/\(path)")
      let parts = text.split(separator: "¦", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { (file, offset) = (id, parts[0].utf8.count) }
      texts[id] = SourceText(parts.joined())
    }
    if file.path.isEmpty { file = FileID("\(Self.root)/main.pike") }
    let project = ProjectModel(
      workspaceRoots: [Self.root], modulePaths: [Self.root + "/modules"], includePaths: [Self.root + "/include"],
      libraryRoots: [Self.root + "/modules"])
    database.write { batch in
      batch.set(ProjectInput.self, .whole, project, durability: .high)
      batch.set(WorkspaceFilesInput.self, .whole, texts.keys.sorted(), durability: .medium)
      for (index, file) in texts.keys.sorted().enumerated() {
        batch.set(SourceInput.self, file, texts[file].map { source($0, UInt64(index + 1)) }, durability: .low)
      }
    }
  }

  private var serial: UInt64 = 1000

  private func source(_ text: SourceText, _ serial: UInt64) -> SourceFile {
    SourceFile(text, isOpen: true, serial: serial)
  }

  /// Puts another text into the file with the mark, and the mark somewhere in it.
  func set(_ text: SourceText, at offset: Int) {
    serial += 1
    texts[file] = text
    self.offset = offset
    database.write { $0.set(SourceInput.self, file, source(text, serial), durability: .low) }
  }

  func move(to offset: Int) { self.offset = offset }

  var positions: FilePositions {
    let text = texts[file] ?? SourceText("")
    return FilePositions(text: text, lines: LineIndex(text), encoding: encoding)
  }

  var position: TextPosition { positions.position(at: offset) }

  /// The answer, with all inputs that are missing on the way provided.
  func answer(_ request: FeatureRequest) throws -> FeatureResult {
    let context = QueryContext(database, database.snapshot)
    var run = FeatureRun(FeatureQuery(request, encoding: encoding))
    for _ in 0..<10_000 {
      do {
        if let result = try run.step(in: context) { return result }
      } catch .missing(let missing) {
        provide(missing)
        return try answer(request)
      }
    }
    throw Endless()
  }

  struct Endless: Error {}

  private func provide(_ missing: MissingInput) {
    if missing.input == SourceInput.self, let file = missing.key as? FileID {
      database.discover(SourceInput.self, file, nil, durability: .medium)
    } else if missing.input == DirectoryInput.self, let path = missing.key as? String {
      database.discover(DirectoryInput.self, path, listing(of: path), durability: .medium)
    }
  }

  private func listing(of path: String) -> DirectoryListing? {
    let inside = texts.keys.map(\.path).filter { $0.hasPrefix(path + "/") }.map { $0.dropFirst(path.count + 1) }
    guard !inside.isEmpty else { return nil }
    let names = inside.map { $0.split(separator: "/") }
    return DirectoryListing(
      files: names.filter { $0.count == 1 }.map { String($0[0]) },
      directories: Set(names.filter { $0.count > 1 }.map { String($0[0]) }).sorted())
  }

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
      let text = texts[location.file] ?? SourceText("")
      let positions = FilePositions(text: text, lines: LineIndex(text), encoding: encoding)
      let start = positions.offset(of: location.range.lowerBound)
      let end = positions.offset(of: location.range.upperBound)
      let path = location.file.path.dropFirst(Self.root.count + 1)
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
      return (texts[file] ?? SourceText("")).string(in: start..<end) + " \(token.kind)"
        + names.map { ".\($0.element)" }.joined()
    }
  }
}
