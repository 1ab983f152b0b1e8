internal import IncrementalQueries
internal import PikeSyntax

/// One place where a symbol is named.
struct Reference: Hashable, Comparable {
  enum Kind: Hashable { case declaration, read, write }
  /// In bytes of the file.
  var range: Range<Int>
  var kind: Kind

  static func < (left: Reference, right: Reference) -> Bool {
    (left.range.lowerBound, left.range.upperBound) < (right.range.lowerBound, right.range.upperBound)
  }
}

/// All places in a file where one of some symbols is named, in order.
struct FileReferences {
  let symbols: Set<Symbol>
  let name: String

  init(_ place: SymbolPlace) {
    symbols = Set(place.symbols)
    name = place.name
  }

  func find(in file: FileID, _ context: QueryContext) throws(QueryInterruption) -> [Reference] {
    guard let source = try context.input(SourceInput.self, file), source.text.contains(name) else { return [] }
    var found: Set<Reference> = []
    for place in try ItemPlaces.all(of: file, in: context) {
      if place.name == name, !place.nameRange.isEmpty, symbols.contains(.item(place.id)) {
        found.insert(Reference(range: place.nameRange, kind: .declaration))
      }
      if place.hasBody { try find(inBodyOf: place, context, &found) }
    }
    // An argument that a macro uses twice is one place.
    var seen: Set<Range<Int>> = []
    return found.sorted { ($0, $0.kind.rank) < ($1, $1.kind.rank) }.filter { seen.insert($0.range).inserted }
  }

  private func find(
    inBodyOf place: ItemPlace, _ context: QueryContext, _ found: inout Set<Reference>
  ) throws(QueryInterruption) {
    let id = place.id
    guard let body = try context.get(BodyQuery.self, id) else { return }
    let base = place.node.offset
    for (index, local) in body.locals.enumerated() where local.name == name && !local.isFromMacro {
      guard symbols.contains(.local(owner: id, index: index)) else { continue }
      found.insert(Reference(range: local.nameRange.shifted(by: base), kind: .declaration))
    }
    let candidates = body.uses.indices.filter { body.uses[$0].name == name && !body.uses[$0].range.isEmpty }
    guard !candidates.isEmpty, let resolution = try context.get(BodyResolutionQuery.self, id) else { return }
    for index in candidates where resolution.symbols[index].contains(where: { symbols.contains($0) }) {
      let use = body.uses[index]
      found.insert(
        Reference(range: use.range.shifted(by: base), kind: use.access.contains(.write) ? .write : .read))
    }
  }
}

extension Reference.Kind {
  fileprivate var rank: Int {
    switch self {
    case .declaration: 0
    case .write: 1
    case .read: 2
    }
  }
}

extension SourceText {
  /// Whether the bytes of a name stand anywhere in the text.
  func contains(_ name: String) -> Bool { !NameFinder(Array(name.utf8), in: self).places(in: 0..<count).isEmpty }
}
