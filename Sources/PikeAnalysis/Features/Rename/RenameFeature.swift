internal import IncrementalQueries
internal import PikeSyntax

/// `textDocument/prepareRename`
enum PrepareRenameFeature {
  static func run(
    _ file: FileID, _ position: TextPosition, _ encoding: PositionEncoding, in context: QueryContext
  ) throws(QueryInterruption) -> FeatureResult {
    guard let source = try context.input(SourceInput.self, file) else { return .failure(.unknownDocument(file)) }
    let positions = FilePositions(source, encoding: encoding)
    guard let place = try SymbolPlace.at(positions.offset(of: position), in: file, context) else {
      return .prepareRename(nil)
    }
    if let reason = try RenameRules(place, context).obstacle() { return .failure(.cannotRename(reason)) }
    return .prepareRename(RenameTarget(range: positions.range(place.range), name: place.name))
  }
}

/// `textDocument/rename`: what it means is found once, then its places file by file.
struct RenameSearch: Sendable {
  private let file: FileID
  private let position: TextPosition
  private let newName: String
  private let encoding: PositionEncoding
  private var target: SymbolPlace?
  private var rest: [FileID]?
  private var edits: [FileEdits] = []

  init(_ file: FileID, _ position: TextPosition, newName: String, _ encoding: PositionEncoding) {
    self.file = file
    self.position = position
    self.newName = newName
    self.encoding = encoding
  }

  mutating func step(in context: QueryContext) throws(QueryInterruption) -> FeatureResult? {
    guard var files = rest, let target else { return try start(in: context) }
    if let next = files.last, let source = try context.input(SourceInput.self, next) {
      if try RenameRules.isNamedInMacro(target.name, next, context) {
        return .failure(
          .cannotRename("`\(target.name)` is named in a macro of \(next.name), which would have to be changed by hand"))
      }
      let references = try FileReferences(target).find(in: next, context)
      let positions = FilePositions(source, encoding: encoding)
      if !references.isEmpty {
        edits.append(
          FileEdits(file: next, edits: references.map { Replacement(range: positions.range($0.range), text: newName) }))
      }
    }
    if !files.isEmpty { files.removeLast() }
    rest = files
    return files.isEmpty ? .rename(edits.sorted { $0.file < $1.file }) : nil
  }

  private mutating func start(in context: QueryContext) throws(QueryInterruption) -> FeatureResult? {
    guard let source = try context.input(SourceInput.self, file) else { return .failure(.unknownDocument(file)) }
    let offset = FilePositions(source, encoding: encoding).offset(of: position)
    guard let place = try SymbolPlace.at(offset, in: file, context) else {
      return .failure(.cannotRename("there is no name here that could be changed"))
    }
    let rules = RenameRules(place, context)
    if let reason = try rules.obstacle() { return .failure(.cannotRename(reason)) }
    if let reason = try rules.obstacle(to: newName) { return .failure(.cannotRename(reason)) }
    target = place
    rest = try ReferencesSearch.files(for: place, from: file, context).reversed()
    return nil
  }
}
