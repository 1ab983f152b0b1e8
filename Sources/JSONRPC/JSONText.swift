/// Builds JSON text, byte by byte.
package struct JSONText {
  package private(set) var bytes: [UInt8] = []

  package init() { bytes.reserveCapacity(256) }

  package mutating func append(raw text: some Sequence<UInt8>) { bytes.append(contentsOf: text) }

  package mutating func append(raw text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  package mutating func append(_ number: some BinaryInteger) {
    guard let number = Int(exactly: number) else {
      bytes.append(contentsOf: String(number).utf8)
      return
    }
    append(integer: number)
  }

  private mutating func append(integer number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    guard rest > 9 else { return bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest)) }
    // The last digit comes first.
    var place = bytes.count + Self.digitCount(of: rest)
    bytes.append(contentsOf: repeatElement(0, count: place - bytes.count))
    while rest > 0 {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      place -= 1
      bytes[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
      rest = quotient
    }
  }

  private static func digitCount(of number: UInt) -> Int {
    var (count, rest) = (1, number / 10)
    while rest > 0 { (count, rest) = (count + 1, rest / 10) }
    return count
  }

  package mutating func append(_ value: JSONValue) {
    switch value {
    case .null: append(raw: "null")
    case .bool(let value): append(raw: value ? "true" : "false")
    case .number(let raw): bytes.append(contentsOf: raw.utf8)
    case .string(let value): appendString(value)
    case .array(let elements):
      append(raw: "[")
      for (index, element) in elements.enumerated() {
        if index > 0 { append(raw: ",") }
        append(element)
      }
      append(raw: "]")
    case .object(let members):
      append(raw: "{")
      for (index, member) in members.enumerated() {
        if index > 0 { append(raw: ",") }
        appendString(member.key)
        append(raw: ":")
        append(member.value)
      }
      append(raw: "}")
    }
  }

  package mutating func appendString(_ value: String) {
    var value = value
    value.withUTF8 { appendString(utf8: $0) }
  }

  /// Appends a JSON string whose value is `utf8`, which must be valid UTF-8. Only what must be escaped is.
  package mutating func appendString(utf8: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    for (index, byte) in utf8.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F {
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
      appendEscaped(byte)
      start = index + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    switch byte {
    case 0x22: append(raw: "\\\"")
    case 0x5C: append(raw: "\\\\")
    case 0x0A: append(raw: "\\n")
    case 0x0D: append(raw: "\\r")
    case 0x09: append(raw: "\\t")
    default:
      append(raw: "\\u00")
      bytes.append(Self.hexadecimalDigits[Int(byte >> 4)])
      bytes.append(Self.hexadecimalDigits[Int(byte & 15)])
    }
  }

  private static let hexadecimalDigits = Array("0123456789abcdef".utf8)
}

extension JSONText {
  /// The bytes that the inside of a JSON string stands for. The escapes must be valid; lone surrogates become U+FFFD.
  package static func unescape(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "\\"), index + 1 < text.count else {
        let start = index
        repeat { index += 1 } while index < text.count && text[index] != UInt8(ascii: "\\")
        result.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        continue
      }
      switch text[index + 1] {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "u"):
        index += appendScalar(at: index, of: text, to: &result)
        continue
      case let other: result.append(other)
      }
      index += 2
    }
    return result
  }

  /// Appends the character escaped at `index` and returns how long the escape is: 6, or 12 for a surrogate pair.
  private static func appendScalar(
    at index: Int, of text: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]
  ) -> Int {
    let first = codeUnit(at: index, of: text) ?? 0xFFFD
    var value = UInt32(first)
    var length = 6
    if (0xD800..<0xDC00).contains(first), let second = codeUnit(at: index + 6, of: text),
      (0xDC00..<0xE000).contains(second)
    {
      value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
      length = 12
    }
    result.append(contentsOf: Array(String(UnicodeScalar(value) ?? "\u{FFFD}").utf8))
    return length
  }

  /// The code unit that is escaped at `index` as `\uXXXX`; nil if none is.
  static func codeUnit(at index: Int, of text: UnsafeBufferPointer<UInt8>) -> UInt16? {
    guard index + 6 <= text.count, text[index] == UInt8(ascii: "\\"), text[index + 1] == UInt8(ascii: "u") else {
      return nil
    }
    var value: UInt16 = 0
    for offset in 2..<6 {
      guard let digit = text[index + offset].hexadecimalValue else { return nil }
      value = value << 4 | UInt16(digit)
    }
    return value
  }
}
