extension JSONScanner {
  /// Whether a string in JSON text that was found valid has an escape for one half of a surrogate pair, which stands for no character.
  ///
  /// ``string(at:)`` reads it as U+FFFD, so it has to be asked for here.
  package static func hasLoneSurrogate(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while let backslash = nextBackslash(in: text, from: index), backslash + 1 < text.count {
      guard let unit = surrogate(at: backslash, of: text) else {
        index = backslash + 2
        continue
      }
      guard unit < 0xDC00, let second = surrogate(at: backslash + 6, of: text), second >= 0xDC00 else { return true }
      index = backslash + 12
    }
    return false
  }

  private static func nextBackslash(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < text.count {
      if text[index] == UInt8(ascii: "\\") { return index }
      index += 1
    }
    return nil
  }

  /// The code unit that is escaped at `index`, if it is half of a pair.
  private static func surrogate(at index: Int, of text: UnsafeBufferPointer<UInt8>) -> UInt16? {
    guard let unit = JSONText.codeUnit(at: index, of: text) else { return nil }
    return (0xD800..<0xE000).contains(unit) ? unit : nil
  }
}
