internal import IncrementalQueries
internal import PikeSyntax

/// `textDocument/diagnostic`: of the syntax, the declarations and the bodies, in the order of the text.
enum DiagnosticsFeature {
  static func run(
    _ file: FileID, _ encoding: PositionEncoding, in context: QueryContext
  ) throws(QueryInterruption) -> FeatureResult {
    guard let source = try context.input(SourceInput.self, file) else { return .failure(.unknownDocument(file)) }
    return .diagnostics(try diagnostics(of: file, source, encoding, in: context))
  }

  static func diagnostics(
    of file: FileID, _ source: SourceFile, _ encoding: PositionEncoding, in context: QueryContext
  ) throws(QueryInterruption) -> [Diagnostic] {
    let positions = FilePositions(source, encoding: encoding)
    var found: [Diagnostic] = []
    if let tree = try context.tree(of: file) { found = syntax(of: tree, file, positions) }
    // A file whose requirements are not met is never compiled.
    for name in try context.get(PreprocessorNamesQuery.self, file).requirements {
      var test = ConstantTest(context)
      if try !test.holds(name, in: file) { return found.sorted(by: Diagnostic.isBefore) }
    }
    var items = ItemDiagnostics(file, positions, context)
    found += try items.run()
    // By their numbers: to take out a place costs more than to look at it.
    let places = try ItemPlaces.all(of: file, in: context)
    for index in places.indices where places[index].hasBody {
      guard let resolution = try context.get(BodyResolutionQuery.self, places[index].id) else { continue }
      for fault in resolution.diagnostics {
        found.append(Diagnostic(fault, base: places[index].node.offset, file, positions))
      }
    }
    return found.sorted(by: Diagnostic.isBefore)
  }

  private static func syntax(of tree: SyntaxTree, _ file: FileID, _ positions: FilePositions) -> [Diagnostic] {
    guard tree.hasDiagnostics else { return [] }
    return tree.diagnostics.map { fault in
      Diagnostic(
        range: positions.range(fault.range), severity: .error, code: "syntax", message: fault.message,
        related: fault.related.map {
          [.init(location: Location(file: file, range: positions.range($0)), message: "it is opened here")]
        } ?? [])
    }
  }
}

extension Diagnostic {
  init(_ fault: BodyDiagnostic, base: Int, _ file: FileID, _ positions: FilePositions) {
    self.init(
      range: positions.range(fault.range.shifted(by: base)), severity: fault.severity, code: fault.code,
      message: fault.message,
      related: fault.related.map {
        let range = positions.range($0.range.shifted(by: base))
        return [.init(location: Location(file: file, range: range), message: $0.message)]
      } ?? [],
      isUnnecessary: fault.isUnnecessary)
  }

  static func isBefore(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    (left.range.lowerBound, left.range.upperBound, left.code, left.message)
      < (right.range.lowerBound, right.range.upperBound, right.code, right.message)
  }
}

/// `workspace/diagnostic`: a few files a step.
struct WorkspaceDiagnosticsSearch: Sendable {
  private let encoding: PositionEncoding
  private var rest: [FileID]?
  private var found: [FileDiagnostics] = []

  init(_ encoding: PositionEncoding) { self.encoding = encoding }

  mutating func step(in context: QueryContext) throws(QueryInterruption) -> FeatureResult? {
    guard var files = rest else {
      rest = try context.input(WorkspaceFilesInput.self, .whole).reversed()
      return nil
    }
    if let next = files.popLast(), let source = try context.input(SourceInput.self, next) {
      let diagnostics = try DiagnosticsFeature.diagnostics(of: next, source, encoding, in: context)
      found.append(FileDiagnostics(file: next, diagnostics: diagnostics))
    }
    rest = files
    return files.isEmpty ? .workspaceDiagnostics(found) : nil
  }
}
