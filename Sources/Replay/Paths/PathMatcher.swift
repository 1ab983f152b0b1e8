import JSONRPC

/// Finds a path within JSON text, in whatever spelling. Borrows its bytes.
struct PathMatcher {
  struct Match {
    var end: Int
    var form: PathForm
  }

  /// A character of the text, decoded.
  private struct Unit {
    /// UTF-8, at most four bytes.
    var value: [UInt8]
    var length: Int
    var isPercentEncoded = false
  }

  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next place where a slash may begin, plain or encoded.
  func nextCandidate(from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "/"): return index
      case UInt8(ascii: "\\"):
        guard index + 1 < bytes.count else { return nil }
        if bytes[index + 1] == UInt8(ascii: "/") || isEscapedSlash(at: index) { return index }
        index += 2
      case UInt8(ascii: "%"):
        if isEncodedSlash(at: index) { return index }
        index += 1
      default: index += 1
      }
    }
    return nil
  }

  /// The match of the whole path `path` at `start`, which must be a candidate.
  func match(_ path: [UInt8], at start: Int) -> Match? {
    // Nearly all candidates end here, before anything is decoded or allocated.
    if bytes[start] == UInt8(ascii: "/"), start + 1 < bytes.count, path.count > 1 {
      let next = bytes[start + 1]
      if next != path[1], next != UInt8(ascii: "%"), next != UInt8(ascii: "\\") { return nil }
    }
    guard let spelled = spelling(of: path, at: start), endsPath(at: spelled.end) else { return nil }
    guard let lead = lead(before: start) else { return nil }
    let form: PathForm =
      bytes[start] == UInt8(ascii: "%") ? .component : (lead == .scheme || spelled.isEncoded ? .uri : .plain)
    return Match(end: spelled.end, form: form)
  }

  // MARK: The path itself

  private func spelling(of path: [UInt8], at start: Int) -> (end: Int, isEncoded: Bool)? {
    var index = start
    var offset = 0
    var isEncoded = false
    while offset < path.count {
      guard index < bytes.count else { return nil }
      if bytes[index] == path[offset], bytes[index] != UInt8(ascii: "\\"), bytes[index] != UInt8(ascii: "\"") {
        index += 1
        offset += 1
        continue
      }
      guard let unit = unit(at: index), path[offset...].starts(with: unit.value) else { return nil }
      isEncoded = isEncoded || unit.isPercentEncoded
      index += unit.length
      offset += unit.value.count
    }
    return (index, isEncoded)
  }

  /// The character spelled by an escape or a percent-encoding at `index`; nil when there is none.
  private func unit(at index: Int) -> Unit? {
    switch bytes[index] {
    case UInt8(ascii: "%"):
      guard index + 2 < bytes.count, let high = bytes[index + 1].hexadecimalValue,
        let low = bytes[index + 2].hexadecimalValue
      else { return nil }
      return Unit(value: [high << 4 | low], length: 3, isPercentEncoded: true)
    case UInt8(ascii: "\\"):
      guard index + 1 < bytes.count else { return nil }
      let length = bytes[index + 1] == UInt8(ascii: "u") ? unicodeEscapeLength(at: index) : 2
      guard index + length <= bytes.count else { return nil }
      let escape = UnsafeBufferPointer(rebasing: bytes[index..<(index + length)])
      return Unit(value: JSONText.unescape(escape), length: length)
    default: return nil
    }
  }

  private func unicodeEscapeLength(at index: Int) -> Int {
    let isHigh =
      index + 3 < bytes.count && bytes[index + 2] | 0x20 == UInt8(ascii: "d")
      && (bytes[index + 3].hexadecimalValue.map { (8..<12).contains($0) } ?? false)
    return isHigh && index + 12 <= bytes.count && bytes[index + 6] == UInt8(ascii: "\\") ? 12 : 6
  }

  // MARK: What stands around it

  private enum Lead {
    /// `scheme://` stands before the path.
    case scheme
    case other
  }

  /// What stands before the path, or nil when that makes it a part of a longer path.
  private func lead(before start: Int) -> Lead? {
    var index = start
    var slashes = 0
    while let length = slashLength(endingAt: index) {
      index -= length
      slashes += 1
    }
    if slashes > 0 { return slashes == 2 && endsInColon(index) ? .scheme : nil }
    guard index > 0, continuesName(bytes[index - 1]) else { return .other }
    return isEscapeLetter(at: index - 1) || isCompilerFlag(endingAt: index) ? .other : nil
  }

  private func slashLength(endingAt end: Int) -> Int? {
    guard end > 0 else { return nil }
    if bytes[end - 1] == UInt8(ascii: "/") { return end > 1 && bytes[end - 2] == UInt8(ascii: "\\") ? 2 : 1 }
    return end >= 3 && isEncodedSlash(at: end - 3) ? 3 : nil
  }

  private func endsInColon(_ end: Int) -> Bool {
    guard end > 0 else { return false }
    if bytes[end - 1] == UInt8(ascii: ":") { return true }
    return end >= 3 && bytes[end - 3] == UInt8(ascii: "%") && bytes[end - 2] == UInt8(ascii: "3")
      && bytes[end - 1] | 0x20 == UInt8(ascii: "a")
  }

  /// Whether the byte is the letter of an escape such as `\n`.
  private func isEscapeLetter(at index: Int) -> Bool {
    guard index > 0, bytes[index - 1] == UInt8(ascii: "\\") else { return false }
    var start = index - 1
    while start > 0, bytes[start - 1] == UInt8(ascii: "\\") { start -= 1 }
    return (index - start) % 2 == 1
  }

  /// Compiler flags take a path without a space: `-I/a/b`, `-isystem/a/b`.
  private func isCompilerFlag(endingAt end: Int) -> Bool {
    var index = end
    while index > 0, PathEncoding.isLetter(bytes[index - 1]) { index -= 1 }
    return index < end && index > 0 && bytes[index - 1] == UInt8(ascii: "-")
  }

  /// Whether the path ends at `index`, or goes on into a folder's entry.
  private func endsPath(at index: Int) -> Bool {
    guard index < bytes.count else { return true }
    let byte = bytes[index]
    if byte == UInt8(ascii: "%") || byte == UInt8(ascii: "\\") {
      guard let first = unit(at: index)?.value.first else { return true }
      return !(continuesName(first) || first == UInt8(ascii: " ") && byte == UInt8(ascii: "%"))
    }
    if byte == UInt8(ascii: ".") {
      return index + 1 >= bytes.count || !continuesName(bytes[index + 1])
    }
    return !continuesName(byte)
  }

  private func continuesName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "~"), UInt8(ascii: "+"),
      UInt8(ascii: "@"), 0x80...:
      true
    default: PathEncoding.isAlphanumeric(byte)
    }
  }

  private func isEncodedSlash(at index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == UInt8(ascii: "%") && bytes[index + 1] == UInt8(ascii: "2")
      && bytes[index + 2] | 0x20 == UInt8(ascii: "f")
  }

  private func isEscapedSlash(at index: Int) -> Bool {
    index + 5 < bytes.count && bytes[index + 1] == UInt8(ascii: "u") && bytes[index + 2] == UInt8(ascii: "0")
      && bytes[index + 3] == UInt8(ascii: "0") && bytes[index + 4] == UInt8(ascii: "2")
      && bytes[index + 5] | 0x20 == UInt8(ascii: "f")
  }
}
