/// A token as the parser sees it: directives are in its trivia, macros are expanded.
struct Token {
  var kind: SyntaxKind
  var flags: Flags
  var triviaStart: UInt32
  var start: UInt32
  var end: UInt32

  struct Flags: OptionSet {
    let rawValue: UInt8
    /// Out of the body of a macro: without text of its own.
    static let virtual = Flags(rawValue: 1)
    static let triviaError = Flags(rawValue: 2)
    /// Directives stand in the trivia; where a list of items goes on, they are items.
    static let afterDirective = Flags(rawValue: 4)
    /// A macro that stands for a string, so that it may stand beside another one.
    static let stringMacro = Flags(rawValue: 8)
  }

  var isVirtual: Bool { flags.contains(.virtual) }
}
