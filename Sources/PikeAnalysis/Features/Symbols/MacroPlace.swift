import IncrementalQueries
import PikeSyntax

/// The name of a macro in a text, and where it is defined.
struct MacroPlace {
  var name: String
  /// In bytes of the file.
  var range: Range<Int>

  /// Nil where no macro is named.
  init?(_ tree: SyntaxTree, at offset: Int) {
    // At the end of a name the place belongs to it as well.
    for start in [offset, offset - 1] where start >= 0 {
      guard let range = Self.name(tree, at: start, upTo: offset) else { continue }
      (name, self.range) = (tree.text.string(in: range), range)
      return
    }
    return nil
  }

  private static func name(_ tree: SyntaxTree, at start: Int, upTo offset: Int) -> Range<Int>? {
    let path = tree.path(to: start)
    let token = path.token
    if token.textRange.contains(start), token.kind == .identifier || token.kind == .reservedName {
      return token.namesMacro || path.parent.kind.isDirective ? token.textRange : nil
    }
    guard token.triviaRange.contains(start), let piece = token.leadingTrivia.first(where: { $0.range.contains(start) })
    else { return nil }
    switch piece.kind {
    case .macroUse:
      let word = tree.sourceTokens(in: piece.range).first
      return word.flatMap { $0.range.contains(start) ? $0.range : nil }
    case .directive:
      let word = tree.sourceTokens(in: piece.range).dropFirst(2).first { $0.range.contains(start) }
      return word.flatMap { $0.kind == .identifier || $0.kind == .reservedName ? $0.range : nil }
    default: return nil
    }
  }

  /// In this file the last before the place or, failing that, the first behind it; then in those that it includes.
  func definitions(
    in file: FileID, _ context: QueryContext
  ) throws(QueryInterruption) -> [(file: FileID, tree: SyntaxTree, directive: DefineDirective)] {
    for candidate in [file] + (try MacroNames.includedFiles(of: file, context)) {
      guard let tree = try context.tree(of: candidate) else { continue }
      let all = tree.defineDirectives.filter { $0.name == name }
      let before = candidate == file ? all.last { $0.nameRange.lowerBound <= range.lowerBound } : all.last
      if let found = before ?? all.first { return [(candidate, tree, found)] }
    }
    return []
  }
}

enum MacroNames {
  /// The files that a file includes, over others as well, in the order in which they are found.
  static func includedFiles(of file: FileID, _ context: QueryContext) throws(QueryInterruption) -> [FileID] {
    var seen: Set<FileID> = [file]
    var result: [FileID] = []
    var open = [file]
    while let next = open.popLast() {
      let files = try context.get(IncludesQuery.self, next).sorted { $0.key < $1.key }.map(\.value)
      for file in files where seen.insert(file).inserted {
        result.append(file)
        open.append(file)
      }
    }
    return result
  }
}
