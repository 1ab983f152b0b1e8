/// A token that a macro's use stands for.
package struct ExpandedToken: Sendable, Hashable {
  package var kind: SyntaxKind
  package var text: String
  /// Where it was written, if it is part of an argument of the use.
  package var source: Range<Int>?
}

extension SyntaxToken {
  /// Of a virtual token, what the macro made it; nil of others.
  package var expanded: ExpandedToken? {
    guard isVirtual, let expansion = macroUse?.expansion, macroIndex < expansion.count else { return nil }
    let token = expansion[Int(macroIndex)]
    return token.kind == kind ? token : nil
  }

  /// Where the text of the token was written: its own place or, of a virtual token, the place in an argument of the macro's
  /// use; nil if it comes from the macro's definition.
  package var sourceRange: Range<Int>? { isVirtual ? expanded?.source : textRange }

  /// The use of a macro that a virtual token comes from.
  package var macroUse: MacroUse? {
    guard isVirtual else { return nil }
    if element.triviaWidth > 0 { return MacroUse.last(in: triviaRange, of: tree) }
    // The first token of the use has it in its trivia, and nothing behind that has a text up to here.
    guard offset > 0 else { return nil }
    let first = tree.path(to: offset - 1).token
    return first.isVirtual ? MacroUse.last(in: first.triviaRange, of: tree) : nil
  }
}
