/// A part of what stands between two tokens. The pieces before a token, one behind the other, are its trivia.
package struct TriviaPiece: Sendable, Hashable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    case byteOrderMark
    /// Spaces, tabs, form feeds; no line ends.
    case whitespace
    /// One line end.
    case newline
    /// A backslash with the line end behind it.
    case lineContinuation
    /// `//` to the end of the line, without the line end.
    case lineComment
    case blockComment
    /// `//!`
    case docComment
    /// `/*! … */`
    case docBlockComment
    /// `#!` to the end of the line
    case hashBang
    /// A directive that is no item of a list.
    case directive
    /// A branch that is not compiled.
    case inactiveText
    /// A use of a macro, with its arguments, whose tokens follow, if there are any.
    case macroUse
    /// Nothing of the above. No tree that the parser makes has it.
    case other
  }

  package var kind: Kind
  package var range: Range<Int>

  package var isComment: Bool {
    switch kind {
    case .lineComment, .blockComment, .docComment, .docBlockComment, .hashBang: true
    default: false
    }
  }

  package var isDocumentation: Bool { kind == .docComment || kind == .docBlockComment }
}

extension SyntaxToken {
  /// The pieces before the token's text, read again from the text.
  package var leadingTrivia: [TriviaPiece] {
    guard element.triviaWidth > 0 else { return [] }
    return TriviaReader.read(triviaRange, in: tree)
  }
}
