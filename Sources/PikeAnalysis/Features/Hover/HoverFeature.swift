import IncrementalQueries
import PikeSyntax

/// `textDocument/hover`
enum HoverFeature {
  static func run(
    _ file: FileID, _ position: TextPosition, _ encoding: PositionEncoding, in context: QueryContext
  ) throws(QueryInterruption) -> FeatureResult {
    guard let view = try FeatureFile(file, encoding, in: context) else { return .failure(.unknownDocument(file)) }
    let offset = view.positions.offset(of: position)
    if let macro = MacroPlace(view.tree, at: offset) {
      var texts: [HoverText] = []
      for definition in try macro.definitions(in: file, context) {
        texts.append(
          text(of: definition.directive, in: definition.tree, definition.file == file ? nil : definition.file))
      }
      if !texts.isEmpty { return answer(texts, macro.range, view) }
    }
    guard let place = try SymbolPlace.at(offset, in: file, context) else { return .hover(nil) }
    var texts: [HoverText] = []
    for symbol in place.symbols {
      if let text = try SymbolDescriber(context).text(of: symbol) { texts.append(text) }
    }
    return answer(texts, place.range, view)
  }

  private static func answer(_ texts: [HoverText], _ range: Range<Int>, _ view: FeatureFile) -> FeatureResult {
    let markdown = HoverText.markdown(texts)
    return .hover(markdown.isEmpty ? nil : Hover(range: view.positions.range(range), markdown: markdown))
  }

  /// More lines of a macro are not shown.
  private static let macroLineLimit = 12

  private static func text(of directive: DefineDirective, in tree: SyntaxTree, _ file: FileID?) -> HoverText {
    var lines = tree.text.string(in: directive.range).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if lines.count > macroLineLimit { lines = lines.prefix(macroLineLimit) + ["…"] }
    return HoverText(signatures: [lines.joined(separator: "\n")], container: file.map { String($0.name) })
  }
}
