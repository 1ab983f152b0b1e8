/// Walks over JSON text without building values: RFC 8259, validated, with bounded nesting.
///
/// It borrows its bytes; the pointer must outlive the scanner.
package struct JSONScanner {
  package static let defaultMaximumDepth = 128

  package let bytes: UnsafeBufferPointer<UInt8>
  package private(set) var position: Int
  private let end: Int
  private let maximumDepth: Int

  package init(
    _ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>? = nil, maximumDepth: Int = Self.defaultMaximumDepth
  ) {
    self.bytes = bytes
    self.position = range?.lowerBound ?? 0
    self.end = range?.upperBound ?? bytes.count
    self.maximumDepth = maximumDepth
  }

  package var isAtEnd: Bool { position == end }

  package func peek() -> UInt8? { position < end ? bytes[position] : nil }

  package func failure(_ reason: JSONError.Reason) -> JSONError { JSONError(reason: reason, offset: position) }

  package mutating func skipWhitespace() {
    while position < end {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  /// Steps over `byte` when it comes next, after white space.
  package mutating func skip(_ byte: UInt8) -> Bool {
    skipWhitespace()
    guard peek() == byte else { return false }
    position += 1
    return true
  }

  package mutating func expect(_ byte: UInt8) throws(JSONError) {
    guard skip(byte) else { throw failure(.expected(byte)) }
  }

  /// Fails unless only white space is left.
  package mutating func expectEnd() throws(JSONError) {
    skipWhitespace()
    guard isAtEnd else { throw failure(.trailingBytes) }
  }

  /// Steps over one value and returns where it stands, without the white space around it.
  package mutating func skipValue(depth: Int = 0) throws(JSONError) -> Range<Int> {
    skipWhitespace()
    let start = position
    guard let first = peek() else { throw failure(.unexpectedEnd) }
    switch first {
    case UInt8(ascii: "\""): _ = try skipString()
    case UInt8(ascii: "{"), UInt8(ascii: "["): try skipContainer(depth: depth)
    case UInt8(ascii: "t"): try skipWord("true")
    case UInt8(ascii: "f"): try skipWord("false")
    case UInt8(ascii: "n"): try skipWord("null")
    default: try skipNumber()
    }
    return start..<position
  }

  /// Iterates over an object's members: `body` gets each key's range (with its quotes) and must consume the value.
  package mutating func forEachMember(
    _ body: (inout JSONScanner, Range<Int>) throws(JSONError) -> Void
  ) throws(JSONError) {
    try expect(UInt8(ascii: "{"))
    if skip(UInt8(ascii: "}")) { return }
    repeat {
      skipWhitespace()
      let key = try skipString()
      try expect(UInt8(ascii: ":"))
      skipWhitespace()
      try body(&self, key)
    } while skip(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
  }

  /// Iterates over an array's elements: `body` must consume each value.
  package mutating func forEachElement(_ body: (inout JSONScanner) throws(JSONError) -> Void) throws(JSONError) {
    try expect(UInt8(ascii: "["))
    if skip(UInt8(ascii: "]")) { return }
    repeat {
      skipWhitespace()
      try body(&self)
    } while skip(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
  }

  // MARK: Parts

  /// Containers are walked with a stack of bits rather than by recursion: depth costs no call frames.
  private mutating func skipContainer(depth: Int) throws(JSONError) {
    var stack = ContainerStack()
    repeat {
      skipWhitespace()
      guard let byte = peek() else { throw failure(.unexpectedEnd) }
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        guard depth + stack.count < maximumDepth else { throw failure(.tooDeep(maximumDepth)) }
        position += 1
        let isObject = byte == UInt8(ascii: "{")
        if !skip(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
          stack.push(isObject: isObject)
          if isObject { try skipKey() }
          continue
        }
      } else {
        try skipScalar(byte)
      }
      try closeContainers(&stack)
    } while !stack.isEmpty
  }

  /// After a value: takes the comma that leads to the next one, or closes what ends here.
  private mutating func closeContainers(_ stack: inout ContainerStack) throws(JSONError) {
    while !stack.isEmpty {
      let isObject = stack.isObjectOnTop
      if skip(UInt8(ascii: ",")) {
        if isObject { try skipKey() }
        return
      }
      try expect(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
      stack.pop()
    }
  }

  /// Whether each container around is an object. The innermost ones are bits of a word, so that what is not deep costs no memory.
  private struct ContainerStack {
    private var bits: UInt64 = 0
    private var outer: [UInt64] = []
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }
    var isObjectOnTop: Bool { bits & 1 == 1 }

    mutating func push(isObject: Bool) {
      if count > 0, count.isMultiple(of: 64) { outer.append(bits) }
      bits = bits << 1 | (isObject ? 1 : 0)
      count += 1
    }

    mutating func pop() {
      count -= 1
      bits >>= 1
      if count > 0, count.isMultiple(of: 64) { bits = outer.removeLast() }
    }
  }

  private mutating func skipKey() throws(JSONError) {
    skipWhitespace()
    _ = try skipString()
    try expect(UInt8(ascii: ":"))
  }

  private mutating func skipScalar(_ first: UInt8) throws(JSONError) {
    switch first {
    case UInt8(ascii: "\""): _ = try skipString()
    case UInt8(ascii: "t"): try skipWord("true")
    case UInt8(ascii: "f"): try skipWord("false")
    case UInt8(ascii: "n"): try skipWord("null")
    default: try skipNumber()
    }
  }

  /// Steps over a string and returns its range, quotes included.
  package mutating func skipString() throws(JSONError) -> Range<Int> {
    let start = position
    guard peek() == UInt8(ascii: "\"") else { throw failure(.expected(UInt8(ascii: "\""))) }
    position += 1
    while true {
      skipPlainBytes()
      guard position < end else { throw failure(.unexpectedEnd) }
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return start..<position
      case UInt8(ascii: "\\"): try skipEscape()
      default: throw failure(.controlCharacter)
      }
    }
  }

  /// Steps to the next quote, backslash or control character, eight bytes at a time.
  ///
  /// Source: the "has byte less than / equal to" word tricks of Bit Twiddling Hacks (S. E. Anderson, Stanford). Of the bytes that they
  /// mark, the first is always a right one.
  private mutating func skipPlainBytes() {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    guard let base = bytes.baseAddress else { return }
    while position + 8 <= end {
      let word = UInt64(littleEndian: UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self))
      let quote = word ^ (ones &* 0x22)
      let slash = word ^ (ones &* 0x5C)
      let special =
        ((quote &- ones) & ~quote) | ((slash &- ones) & ~slash) | ((word &- (ones &* 0x20)) & ~word)
      let marks = special & highs
      if marks != 0 {
        position += marks.trailingZeroBitCount / 8
        return
      }
      position += 8
    }
    while position < end, bytes[position] != 0x22, bytes[position] != 0x5C, bytes[position] >= 0x20 { position += 1 }
  }

  private mutating func skipEscape() throws(JSONError) {
    position += 1
    guard position < end else { throw failure(.unexpectedEnd) }
    switch bytes[position] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 1
    case UInt8(ascii: "u"):
      position += 1
      for _ in 0..<4 {
        guard position < end, bytes[position].hexadecimalValue != nil else { throw failure(.badEscape) }
        position += 1
      }
    default: throw failure(.badEscape)
    }
  }

  private mutating func skipWord(_ word: StaticString) throws(JSONError) {
    for index in 0..<word.utf8CodeUnitCount {
      guard position < end, bytes[position] == word.utf8Start[index] else { throw failure(.badValue) }
      position += 1
    }
  }

  private mutating func skipNumber() throws(JSONError) {
    if peek() == UInt8(ascii: "-") { position += 1 }
    if peek() == UInt8(ascii: "0") {
      position += 1
    } else {
      try skipDigits()
    }
    if peek() == UInt8(ascii: ".") {
      position += 1
      try skipDigits()
    }
    if let byte = peek(), byte | 0x20 == UInt8(ascii: "e") {
      position += 1
      if let sign = peek(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { position += 1 }
      try skipDigits()
    }
  }

  private mutating func skipDigits() throws(JSONError) {
    let start = position
    while let byte = peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    guard position > start else { throw failure(isAtEnd ? .unexpectedEnd : .badValue) }
  }
}

extension UInt8 {
  /// The value of an ASCII hexadecimal digit.
  package var hexadecimalValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
