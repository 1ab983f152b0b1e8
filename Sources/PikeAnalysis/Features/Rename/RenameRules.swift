internal import IncrementalQueries
internal import PikeSyntax

/// What may be renamed, and to what.
struct RenameRules {
  private let place: SymbolPlace
  private let context: QueryContext

  init(_ place: SymbolPlace, _ context: QueryContext) {
    self.place = place
    self.context = context
  }

  /// Why the symbol can have no other name; nil if it can.
  func obstacle() throws(QueryInterruption) -> String? {
    guard !place.symbols.isEmpty else { return "it is not known what `\(place.name)` means" }
    let roots = try context.input(ProjectInput.self, .whole).libraryRoots
    for symbol in place.symbols {
      switch symbol {
      case .local: continue
      case .builtin: return "`\(place.name)` is built into Pike"
      case .module: return "`\(place.name)` is the name of a file or directory"
      case .item(let id):
        if id.isFile { return "`\(place.name)` is the name of a file" }
        if roots.contains(where: { id.file.path.hasPrefix($0 + "/") }) {
          return "`\(place.name)` belongs to Pike's library"
        }
        guard try Names(context).name(of: id) == place.name else {
          return "`\(place.name)` is another name for what is declared as `\(try Names(context).name(of: id) ?? "")`"
        }
      }
    }
    return nil
  }

  /// Why it cannot have this one.
  func obstacle(to newName: String) throws(QueryInterruption) -> String? {
    guard Self.isName(newName) else { return "`\(newName)` is no name in Pike" }
    if newName == place.name { return nil }
    for symbol in place.symbols {
      switch symbol {
      case .local(let owner, let index):
        if try clashes(owner, index, newName) { return "`\(newName)` means something else here already" }
      case .item(let id):
        guard let parent = id.parent else { continue }
        if try !Names(context).member(newName, ofClass: parent).symbols.isEmpty {
          return "there is a `\(newName)` beside it already"
        }
        if try Names(context).isInherited(place.name, byClass: parent) {
          return "`\(place.name)` is inherited, and renamed it would no longer be the same"
        }
      case .builtin, .module: continue
      }
    }
    return nil
  }

  /// Whether the new name is declared in the same function, or used in it: either could then mean the other.
  private func clashes(_ owner: ItemID, _ index: Int, _ newName: String) throws(QueryInterruption) -> Bool {
    guard let body = try context.get(BodyQuery.self, owner) else { return false }
    let range = body.scopes[body.locals[index].scope].range
    let isDeclared = body.locals.contains { $0.name == newName && body.scopes[$0.scope].range.overlaps(range) }
    let isUsed = body.uses.contains { $0.name == newName && $0.kind == .name && range.contains($0.range.lowerBound) }
    return isDeclared || isUsed
  }

  static func isName(_ text: String) -> Bool {
    let tree = SyntaxTree.parse(text)
    let tokens = tree.sourceTokens(in: 0..<tree.text.count)
    return tokens.count == 1 && tokens[0].kind == .identifier && tokens[0].range == 0..<tree.text.count
  }

  /// Whether a macro's body names it: then its uses cannot be told from those of others.
  static func isNamedInMacro(_ name: String, _ file: FileID, _ context: QueryContext) throws(QueryInterruption) -> Bool
  {
    guard let tree = try context.tree(of: file) else { return false }
    let finder = NameFinder(Array(name.utf8), in: tree.text)
    return tree.defineDirectives.contains { !$0.bodyRange.isEmpty && !finder.places(in: $0.bodyRange).isEmpty }
  }
}
