/// One step through a text: a code point in valid UTF-8, or one byte that is not part of any.
///
/// Valid is what the Unicode Standard's table 3-7 lists ("Well-Formed UTF-8 Byte Sequences"): no overlong forms, no
/// surrogates, nothing above U+10FFFF. Where no such sequence begins, *one byte* is invalid and the next step begins at
/// the next byte; so a sequence that breaks off after three of four bytes is three steps. (Decoders that substitute a
/// U+FFFD for each maximal subpart would make it one; a rule by bytes needs no memory of what came before.)
package struct CodePoint: Sendable, Equatable {
  /// In bytes, 1 to 4.
  package let length: Int
  /// Nil for an invalid byte.
  package let scalar: Unicode.Scalar?

  /// How many code units it takes in `encoding`; an invalid byte takes one in each.
  package func width(in encoding: PositionEncoding) -> Int {
    switch encoding {
    case .utf8: length
    case .utf16: length == 4 ? 2 : 1
    case .utf32: 1
    }
  }
}

extension CodePoint {
  /// The step at `pointer`, at which a byte of a text must be.
  ///
  /// A byte is read only when the ones before it ask for it, and a text's padding asks for nothing; so this never reads
  /// beyond the padding, and never takes a byte from beyond the text or from beyond an ASCII byte.
  @inline(__always)
  init(at pointer: UnsafePointer<UInt8>) {
    let lead = pointer[0]
    switch lead {
    case 0..<0x80: self.init(length: 1, scalar: Unicode.Scalar(lead))
    case 0xC2...0xDF: self = Self.decode(pointer, length: 2, lead: lead & 0x1F, seconds: 0x80...0xBF)
    case 0xE0: self = Self.decode(pointer, length: 3, lead: 0, seconds: 0xA0...0xBF)
    case 0xED: self = Self.decode(pointer, length: 3, lead: 0xD, seconds: 0x80...0x9F)
    case 0xE1...0xEF: self = Self.decode(pointer, length: 3, lead: lead & 0xF, seconds: 0x80...0xBF)
    case 0xF0: self = Self.decode(pointer, length: 4, lead: 0, seconds: 0x90...0xBF)
    case 0xF1...0xF3: self = Self.decode(pointer, length: 4, lead: lead & 7, seconds: 0x80...0xBF)
    case 0xF4: self = Self.decode(pointer, length: 4, lead: 4, seconds: 0x80...0x8F)
    default: self = Self.invalidByte
    }
  }

  private static var invalidByte: CodePoint { CodePoint(length: 1, scalar: nil) }

  /// Decodes a sequence whose second byte must lie in `seconds`, and the later ones in 80...BF.
  @inline(__always)
  private static func decode(
    _ pointer: UnsafePointer<UInt8>, length: Int, lead: UInt8, seconds: ClosedRange<UInt8>
  ) -> CodePoint {
    guard seconds.contains(pointer[1]) else { return invalidByte }
    var value = UInt32(lead) << 6 | UInt32(pointer[1] & 0x3F)
    for index in 2..<length {
      guard isContinuation(pointer[index]) else { return invalidByte }
      value = value << 6 | UInt32(pointer[index] & 0x3F)
    }
    return CodePoint(length: length, scalar: Unicode.Scalar(value))
  }

  @inline(__always)
  static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}

extension SourceText {
  /// The code point, or the invalid byte, at `offset`, which must lie before the text's end.
  package func codePoint(at offset: Int) -> CodePoint {
    precondition(offset >= 0 && offset < count, "no byte at offset \(offset) in a text of \(count) bytes")
    return CodePoint(at: base + offset)
  }

  /// `offset` itself, or the beginning of the code point that it lies in the middle of.
  ///
  /// A byte that leads a sequence is never inside another one; hence three bytes back is as far as one must look.
  package func codePointStart(at offset: Int) -> Int {
    var start = offset
    while start > 0, offset - start < 3, CodePoint.isContinuation(self[start]) { start -= 1 }
    guard start < offset else { return offset }
    return start + codePoint(at: start).length > offset ? start : offset
  }
}
