/// Finds the numbers in a text that may be changed while it is copied: ids, versions, positions.
///
/// A number is a run of ASCII digits, at most 15, without a leading zero, that no letter, digit, `_` or `.` touches. The
/// text's ends touch nothing.
enum NumberTokens {
  static let longest = 15

  /// Calls `body` with the place and the value of each number, in order.
  static func forEach(in bytes: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, Int) -> Void) {
    var index = 0
    var isTouched = false
    while index < bytes.count {
      guard isDigit(bytes[index]) else {
        isTouched = isWord(bytes[index])
        index += 1
        continue
      }
      let start = index
      var value = 0
      while index < bytes.count, isDigit(bytes[index]) {
        value = value &* 10 &+ Int(bytes[index] &- 0x30)
        index += 1
      }
      let count = index - start
      let isNumber =
        !isTouched && count <= longest && (bytes[start] != 0x30 || count == 1)
        && !(index < bytes.count && isWord(bytes[index]))
      if isNumber { body(start..<index, value) }
      isTouched = true
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }
}
