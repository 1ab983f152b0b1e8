import PikeSyntax

/// What can stand at a place of a text, however broken: found from the tokens before it and the nodes that they belong to.
struct CompletionSite {
  enum Place: Equatable {
    /// A comment, a string, a number, a new name: there is nothing to choose from.
    case nothing
    case directiveName
    case pragma
    /// Behind `#if` and the like.
    case condition
    /// `#include <…` or `#include "…"`, with what stands between the quote and the name before the cursor.
    case header(isSystem: Bool, directory: String)
    /// A string behind `inherit`, likewise.
    case programPath(directory: String)
    /// Behind an arrow that begins at the offset.
    case arrow(Int)
    /// Behind a dot that begins at the offset; the names are those before it, if it is nothing but names.
    case dot(Int, base: [String]?)
    /// `.|`: modules beside the file.
    case sibling
    /// Behind `::`; nil when nothing stands before that.
    case scope(String?)
    case inheritTarget
    case importTarget
    case type
    case declaration(isBehindModifiers: Bool)
    case statement
    /// `allowsTypes`: it may be a cast, or declare a variable.
    case expression(allowsTypes: Bool)
  }

  /// What matters of the statements around the place.
  struct Surroundings: Equatable {
    var isInLoop = false
    var isInSwitch = false
    /// An `else` may follow.
    var isBehindIf = false
    /// What is completed is named by an `inherit` or an `import`.
    var isProgram = false
  }

  var place: Place
  /// The part of a name before the cursor.
  var prefix: String
  var prefixRange: Range<Int>
  var surroundings = Surroundings()
  /// Behind the name stands a parenthesis already.
  var isCalled: Bool

  /// - Parameters:
  ///   - tree: of the text.
  ///   - cursor: an offset, from 0 up to the text's length.
  init(_ tree: SyntaxTree, at cursor: Int) {
    let prefixStart = Self.startOfName(before: cursor, in: tree.text)
    prefixRange = prefixStart..<cursor
    prefix = tree.text.string(in: prefixRange)
    isCalled = Self.isParenthesisNext(from: cursor, in: tree.text)
    place = .nothing
    place = find(tree)
    if place.isPath { takePathPart(tree.text) }
  }

  /// Of a path, what stands behind its last slash is completed, whatever characters that has.
  private mutating func takePathPart(_ text: SourceText) {
    var start = prefixRange.upperBound
    while start > 0, !"/\"<\n\r".utf8.contains(text[start - 1]) { start -= 1 }
    prefixRange = start..<prefixRange.upperBound
    prefix = text.string(in: prefixRange)
  }

  private mutating func find(_ tree: SyntaxTree) -> Place {
    let scanner = PrecedingText(tree, cursor: prefixRange.upperBound, nameStart: prefixRange.lowerBound)
    if let first = prefix.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) { return .nothing }
    if scanner.isInComment { return .nothing }
    if let directive = scanner.directive,
      let place = DirectivePlace.place(in: directive, tree, cursor: prefixRange.upperBound)
    {
      return place
    }
    if let string = scanner.string { return Self.place(inString: string, tree, cursor: prefixRange.upperBound) }
    let before = scanner.tokensBefore
    if let place = Self.qualified(before) {
      surroundings.isProgram = before.reversed().first { !$0.kind.joinsNames }?.kind.namesProgram ?? false
      return place
    }
    let context = SyntaxContext(tree, before: before.last, nameStart: prefixRange.lowerBound)
    surroundings = context.surroundings
    return context.place
  }

  // MARK: Text

  private static func startOfName(before cursor: Int, in text: SourceText) -> Int {
    var start = cursor
    while start > 0, text[start - 1].isNamePart { start -= 1 }
    return start
  }

  private static func isParenthesisNext(from cursor: Int, in text: SourceText) -> Bool {
    var offset = cursor
    while offset < text.count, text[offset].isNamePart { offset += 1 }
    while offset < text.count, text[offset] == UInt8(ascii: " ") { offset += 1 }
    return offset < text.count && text[offset] == UInt8(ascii: "(")
  }

  /// A string behind `inherit` names a file; others are no place for names.
  private static func place(inString string: SyntaxToken, _ tree: SyntaxTree, cursor: Int) -> Place {
    let start = string.textOffset + 1
    guard string.kind == .string || string.kind == .unterminatedString, start <= cursor,
      let before = tree.token(before: string.textOffset), before.kind == .inheritKeyword
    else { return .nothing }
    return .programPath(directory: directory(of: tree.text.string(in: start..<cursor)))
  }

  /// What comes before the last part of a path, the slash included.
  static func directory(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  // MARK: Names of several parts

  /// Behind an arrow, a dot or `::`.
  private static func qualified(_ before: [PrecedingText.Token]) -> Place? {
    guard let last = before.last else { return nil }
    switch last.kind {
    case .arrow, .safeArrow: return .arrow(last.range.lowerBound)
    case .dot:
      guard let base = before.dropLast().last, base.kind.endsOperand else { return .sibling }
      guard base.kind != .integer, base.kind != .float else { return .nothing }
      return .dot(last.range.lowerBound, base: names(before.dropLast()))
    case .colonColon:
      guard let qualifier = before.dropLast().last, qualifier.kind.isQualifier else { return .scope(nil) }
      return .scope(qualifier.text)
    default: return nil
    }
  }

  /// `A.B` as its names, with an empty one first for `.A.B`; nil if it is more than that.
  private static func names(_ tokens: ArraySlice<PrecedingText.Token>) -> [String]? {
    var names: [String] = []
    var rest = tokens
    while let name = rest.popLast(), name.kind == .identifier || name.kind == .reservedName {
      names.insert(name.text, at: 0)
      guard let separator = rest.last?.kind else { return names }
      switch separator {
      case .dot:
        rest.removeLast()
        guard rest.last?.kind.endsOperand == true else { return [""] + names }
      case .arrow, .safeArrow, .colonColon: return nil
      default: return names
      }
    }
    return nil
  }
}

extension CompletionSite.Place {
  fileprivate var isPath: Bool {
    switch self {
    case .header, .programPath: true
    default: false
    }
  }
}

extension UInt8 {
  var isNamePart: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF:
      true
    default: false
    }
  }
}

extension SyntaxKind {
  /// A token with which an operand ends, so that no other may begin behind it.
  var endsOperand: Bool {
    switch self {
    case .identifier, .reservedName, .integer, .float, .malformedNumber, .character, .unterminatedCharacter,
      .rightParenthesis, .rightBracket, .rightBrace, .multisetEnd, .plusPlus, .minusMinus:
      true
    default: isString
    }
  }

  /// A name, or what stands between the parts of one.
  var joinsNames: Bool { self == .identifier || self == .reservedName || self == .dot || self == .colonColon }

  fileprivate var namesProgram: Bool { self == .inheritKeyword || self == .importKeyword }

  /// What may stand before `::`.
  fileprivate var isQualifier: Bool {
    switch self {
    case .identifier, .reservedName, .globalKeyword, .predefKeyword, .localKeyword, .float, .string: true
    default: false
    }
  }
}
