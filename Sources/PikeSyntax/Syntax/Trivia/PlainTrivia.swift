/// Cuts white space and comments into pieces, as the lexer passes over them.
struct PlainTrivia {
  private let lexer: Lexer
  private var position: Int
  private let end: Int

  /// The pieces of `range`; the lexer's text must end there or behind it.
  static func append(_ range: Range<Int>, _ lexer: Lexer, to pieces: inout [TriviaPiece]) {
    var reader = PlainTrivia(lexer: lexer, position: range.lowerBound, end: range.upperBound)
    while reader.position < reader.end {
      let start = reader.position
      let kind = reader.next()
      reader.position = min(max(reader.position, start + 1), reader.end)
      pieces.append(TriviaPiece(kind: kind, range: start..<reader.position))
    }
  }

  private func byte(_ offset: Int) -> UInt8 { offset < end ? lexer.base[offset] : 0 }

  private mutating func next() -> TriviaPiece.Kind {
    switch byte(position) {
    case UInt8(ascii: "\n"):
      position += 1
      return .newline
    case UInt8(ascii: "\r"):
      position += byte(position + 1) == UInt8(ascii: "\n") ? 2 : 1
      return .newline
    case UInt8(ascii: "/"): return nextComment()
    case UInt8(ascii: "#") where byte(position + 1) == UInt8(ascii: "!"):
      position = lexer.endOfLineComment(from: position + 2)
      return .hashBang
    case UInt8(ascii: "\\"):
      let length = lexer.lengthOfLineContinuation(at: position)
      position += length
      return length > 0 ? .lineContinuation : .other
    case 0xEF where position == 0:
      position = 3
      return .byteOrderMark
    default: return nextSpace()
    }
  }

  private mutating func nextComment() -> TriviaPiece.Kind {
    let isDocumentation = byte(position + 2) == UInt8(ascii: "!")
    switch byte(position + 1) {
    case UInt8(ascii: "/"):
      position = lexer.endOfLineComment(from: position + 2)
      return isDocumentation ? .docComment : .lineComment
    case UInt8(ascii: "*"):
      position = lexer.endOfBlockComment(from: position).offset
      return isDocumentation ? .docBlockComment : .blockComment
    default: return .other
    }
  }

  private mutating func nextSpace() -> TriviaPiece.Kind {
    let start = position
    while position < end, isSpace(lexer.base[position]) { position += 1 }
    return position > start ? .whitespace : .other
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte.isA(.whitespace, lexer.classes) && byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\r")
  }
}
