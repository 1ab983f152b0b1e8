/// A text and its tree, immutable: what the parser makes of any text at all.
// Unchecked because ManagedBuffer, of which the nodes are made, says that it is not Sendable; nobody writes to a node once it is made.
package final class SyntaxTree: @unchecked Sendable {
  package let text: SourceText
  package let root: GreenNode
  package let environment: PreprocessorEnvironment
  let directives: DirectiveTable
  /// How many tokens were read to make the tree, those read twice counted twice: the parser's work on any machine.
  package let tokensRead: Int

  /// The longest text that is parsed, in bytes; of a longer one the tree holds the bytes only.
  package static let maximumLength = GreenElement.maximumWidth

  private init(
    text: SourceText, root: GreenNode, directives: DirectiveTable, environment: PreprocessorEnvironment, tokensRead: Int
  ) {
    self.text = text
    self.tokensRead = tokensRead
    self.root = root
    self.directives = directives
    self.environment = environment
  }

  /// Parses a text from its beginning.
  package static func parse(
    _ text: SourceText, environment: PreprocessorEnvironment = .standard
  ) -> SyntaxTree {
    guard text.count <= maximumLength else { return opaque(text, environment) }
    let directives = DirectiveTable(text, environment: environment)
    var parser = Parser(text: text, directives: directives)
    let root = parser.parseFile()
    return SyntaxTree(
      text: text, root: root, directives: directives, environment: environment, tokensRead: parser.tokensRead)
  }

  /// The same, but nil as soon as `shouldStop` says so; it is asked before each declaration and statement.
  package static func parse(
    _ text: SourceText, environment: PreprocessorEnvironment, unless shouldStop: @escaping () -> Bool
  ) -> SyntaxTree? {
    guard text.count <= maximumLength else { return opaque(text, environment) }
    let directives = DirectiveTable(text, environment: environment)
    if shouldStop() { return nil }
    var parser = Parser(text: text, directives: directives)
    parser.shouldStop = shouldStop
    let root = parser.parseFile()
    if parser.wasStopped { return nil }
    return SyntaxTree(
      text: text, root: root, directives: directives, environment: environment, tokensRead: parser.tokensRead)
  }

  package static func parse(_ text: String) -> SyntaxTree { parse(SourceText(text)) }

  /// The tree of the text after an edit: what `parse` makes of it, in the time that the edited place takes, as long as the edit
  /// leaves the directives alone.
  package func applying(_ edit: TextEdit) -> SyntaxTree {
    applying(edit, mindsLookahead: true)
  }

  /// Without minding how far the parser looked ahead, the result is wrong: a planted fault, for tests of the checks themselves.
  package func applying(_ edit: TextEdit, mindsLookahead: Bool) -> SyntaxTree {
    let newText = text.applying(edit)
    guard newText.count <= Self.maximumLength, text.count <= Self.maximumLength,
      MacroExpander.tokenLimit(textLength: newText.count) == MacroExpander.tokenLimit(textLength: text.count)
    else { return Self.parse(newText, environment: environment) }
    let damage = DamageFinder.damage(of: edit, in: self, newText: newText)
    let (newDirectives, change) = directives.updated(damage, newText: newText, environment: environment)
    let cursor = ReuseCursor(root: root, damage: damage, change: change, mindsLookahead: mindsLookahead)
    var parser = Parser(text: newText, directives: newDirectives, reuse: cursor)
    let root = parser.parseFile()
    return SyntaxTree(
      text: newText, root: root, directives: newDirectives, environment: environment, tokensRead: parser.tokensRead)
  }

  /// The macros in force at the end, for a file that includes this one.
  package var macros: [MacroDefinition] { directives.structure.macros.final }

  /// What stands behind each `#include`, quotes or angle brackets included.
  package var includeNames: [String] {
    directives.directives.filter { $0.kind == .include }.map { $0.includeName(in: text) }
  }

  private static func opaque(_ text: SourceText, _ environment: PreprocessorEnvironment) -> SyntaxTree {
    var builder = TreeBuilder()
    var rest = text.count
    while rest > 0 {
      let width = min(rest, GreenElement.maximumWidth)
      builder.push(GreenElement(token: .unknown, trivia: 0, text: width))
      rest -= width
    }
    builder.push(GreenElement(token: .endOfFile, trivia: 0, text: 0))
    let root = builder.take(.sourceFile, from: 0, flags: [], lookahead: 0)
    return SyntaxTree(
      text: text, root: root, directives: DirectiveTable(empty: text), environment: environment, tokensRead: 0)
  }
}
