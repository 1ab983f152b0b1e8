internal import IncrementalQueries
internal import PikeSyntax

/// `textDocument/references`: first in the file itself, then file by file through the workspace.
struct ReferencesSearch: Sendable {
  private let file: FileID
  private let position: TextPosition
  private let includesDeclaration: Bool
  private let encoding: PositionEncoding
  private var target: SymbolPlace?
  /// The files that are still to be looked through, the next one last.
  private var rest: [FileID]?
  private var found: [Location] = []

  /// In one step, files are read until so many bytes of text were looked at.
  private static let bytesPerStep = 1 << 18

  init(_ file: FileID, _ position: TextPosition, includesDeclaration: Bool, _ encoding: PositionEncoding) {
    self.file = file
    self.position = position
    self.includesDeclaration = includesDeclaration
    self.encoding = encoding
  }

  /// Nil when it is not finished. A step that is interrupted leaves all as it was.
  mutating func step(in context: QueryContext) throws(QueryInterruption) -> FeatureResult? {
    guard var files = rest else { return try start(in: context) }
    guard let target else { return .locations([]) }
    let search = FileReferences(target)
    var new: [Location] = []
    var bytes = 0
    while let next = files.last, bytes < Self.bytesPerStep {
      if let source = try context.input(SourceInput.self, next) {
        bytes += source.text.count
        new += try locations(search, in: next, source, context)
      }
      files.removeLast()
    }
    found += new
    rest = files
    return files.isEmpty
      ? .locations(found.sorted { ($0.file, $0.range.lowerBound) < ($1.file, $1.range.lowerBound) }) : nil
  }

  private mutating func start(in context: QueryContext) throws(QueryInterruption) -> FeatureResult? {
    guard let source = try context.input(SourceInput.self, file) else { return .failure(.unknownDocument(file)) }
    let offset = FilePositions(source, encoding: encoding).offset(of: position)
    guard let place = try SymbolPlace.at(offset, in: file, context), !place.symbols.isEmpty else {
      return .locations([])
    }
    target = place
    rest = try Self.files(for: place, from: file, context).reversed()
    return nil
  }

  /// Where a symbol may be named: that of a local in its file only.
  static func files(
    for place: SymbolPlace, from file: FileID, _ context: QueryContext
  ) throws(QueryInterruption) -> [FileID] {
    let isLocal = place.symbols.allSatisfy { if case .local = $0 { true } else { false } }
    if isLocal { return [file] }
    var files = [file]
    for symbol in place.symbols {
      if case .item(let id) = symbol, !files.contains(id.file) { files.append(id.file) }
    }
    let known = Set(files)
    return files + (try context.input(WorkspaceFilesInput.self, .whole)).filter { !known.contains($0) }
  }

  private func locations(
    _ search: FileReferences, in file: FileID, _ source: SourceFile, _ context: QueryContext
  ) throws(QueryInterruption) -> [Location] {
    let positions = FilePositions(source, encoding: encoding)
    return try search.find(in: file, context).filter { includesDeclaration || $0.kind != .declaration }
      .map { Location(file: file, range: positions.range($0.range)) }
  }
}
