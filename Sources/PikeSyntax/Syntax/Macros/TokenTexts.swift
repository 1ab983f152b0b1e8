/// The texts of tokens that are asked about one after the other: what the use of a macro expands to is found once for all the
/// tokens that come out of it.
package struct TokenTexts {
  /// The last expansion, and where its tokens stand.
  private var expansion: [ExpandedToken] = []
  private var place = -1

  package init() {}

  /// Of a virtual token, what the macro made it; nil of others, and if it is not known.
  package mutating func expanded(_ token: SyntaxToken) -> ExpandedToken? {
    guard token.isVirtual else { return nil }
    // All tokens of one use end where the text of the use does.
    if place != token.endOffset || token.element.triviaWidth > 0 {
      place = token.endOffset
      expansion = token.macroUse?.expansion ?? []
    }
    guard token.macroIndex < expansion.count else { return nil }
    let found = expansion[Int(token.macroIndex)]
    return found.kind == token.kind ? found : nil
  }

  /// The token's text, after expansion, and where it was written if that is in the file's text.
  package mutating func text(of token: SyntaxToken) -> (text: String, source: Range<Int>?) {
    guard token.isVirtual else { return (token.tree.text.string(in: token.textRange), token.textRange) }
    guard let found = expanded(token) else { return (token.kind.hasFixedSpelling ? token.kind.spelling : "", nil) }
    return (found.text, found.source)
  }
}

extension SyntaxToken {
  /// The identifiers in what the macro of this name stands for, those of the macros in it included; empty if it names none.
  package var identifiersOfMacro: [String] {
    guard namesMacro, let macro = tree.macro(named: textRange) else { return [] }
    var result: [String] = []
    var seen: Set<UInt64> = [macro.nameHash]
    var open = [macro]
    let directiveCount = tree.directives.index(at: textOffset)
    while let next = open.popLast() {
      for (token, parts) in zip(next.body, MacroBodyText.pieces(of: next)) where token.hash != 0 {
        if let inner = tree.directives.structure.macros.definition(token.hash, after: directiveCount) {
          if seen.insert(token.hash).inserted { open.append(inner) }
        } else if parts.count == 1, case .text(let text) = parts[0] {
          result.append(text)
        }
      }
    }
    return result
  }
}
