/// What a byte may be part of, as bits in a table of 256.
struct CharacterClass: OptionSet {
  let rawValue: UInt8
  static let identifierStart = CharacterClass(rawValue: 1)
  static let identifierPart = CharacterClass(rawValue: 2)
  static let digit = CharacterClass(rawValue: 4)
  static let hexDigit = CharacterClass(rawValue: 8)
  /// Space, tab, line ends, form feed, vertical tab.
  static let whitespace = CharacterClass(rawValue: 16)

  // Written here, before anybody reads it.
  nonisolated(unsafe) static let table: UnsafePointer<UInt8> = {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for byte in 0..<256 {
      table[byte] = CharacterClass(of: UInt8(byte)).rawValue
    }
    return UnsafePointer(table)
  }()

  private init(of byte: UInt8) {
    var result: CharacterClass = []
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): result = [.identifierPart, .digit, .hexDigit]
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
      result = [.identifierStart, .identifierPart, .hexDigit]
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
      result = [.identifierStart, .identifierPart]
    // In whatever encoding the file is, a letter beyond ASCII has such bytes.
    case 0x80...0xFF: result = [.identifierStart, .identifierPart]
    case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20: result = .whitespace
    default: break
    }
    self = result
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }
}

extension UInt8 {
  @inline(__always) func isA(_ wanted: CharacterClass, _ table: UnsafePointer<UInt8>) -> Bool {
    table[Int(self)] & wanted.rawValue != 0
  }
}
