/// The bytes of one version of a document: any bytes at all, valid UTF-8 or not.
///
/// The bytes are followed by a few zero bytes that are not part of the text, so that a scanner may look a little ahead
/// without asking at each step whether the text ends; whether a zero byte is the end is asked by position.
package final class SourceText: @unchecked Sendable {
  // Written by the initialisers only, before anybody else sees the object; hence safe to share.
  let base: UnsafeMutablePointer<UInt8>
  /// The length in bytes.
  package let count: Int

  /// How many zero bytes follow the text.
  static let padding = 16

  private init(uninitialised count: Int) {
    self.count = count
    base = .allocate(capacity: count + Self.padding)
    (base + count).initialize(repeating: 0, count: Self.padding)
  }

  deinit {
    base.deallocate()
  }

  package convenience init(_ bytes: UnsafeRawBufferPointer) {
    self.init(uninitialised: bytes.count)
    UnsafeMutableRawBufferPointer(start: base, count: count).copyMemory(from: bytes)
  }

  package convenience init(_ bytes: [UInt8]) {
    self.init(uninitialised: bytes.count)
    bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(start: base, count: count).copyMemory(from: $0) }
  }

  package convenience init(_ string: String) {
    self.init(Array(string.utf8))
  }

  /// The text after one edit; this one stays as it is.
  package func applying(_ edit: TextEdit) -> SourceText {
    let range = edit.range.clamped(to: 0..<count)
    let result = SourceText(uninitialised: count - range.count + edit.replacement.count)
    result.base.update(from: base, count: range.lowerBound)
    edit.replacement.withUnsafeBufferPointer { new in
      guard let start = new.baseAddress else { return }
      (result.base + range.lowerBound).update(from: start, count: new.count)
    }
    (result.base + range.lowerBound + edit.replacement.count)
      .update(from: base + range.upperBound, count: count - range.upperBound)
    return result
  }

  /// The byte at `offset`, from 0 up to the length; zero at the length itself.
  package subscript(offset: Int) -> UInt8 {
    precondition(offset >= 0 && offset <= count, "offset \(offset) is outside a text of \(count) bytes")
    return base[offset]
  }

  /// The bytes in `range`, which must lie in the text.
  package subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= count, "range \(range) is outside a text of \(count) bytes")
    return UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  /// The bytes in `range` as a string; what is not UTF-8 becomes U+FFFD.
  package func string(in range: Range<Int>) -> String {
    String(decoding: self[range], as: UTF8.self)
  }

  package var string: String { string(in: 0..<count) }
  package var bytes: [UInt8] { Array(self[0..<count]) }
}

/// The replacement of a range of bytes.
package struct TextEdit: Sendable, Equatable {
  /// In the text before the edit, in bytes.
  package var range: Range<Int>
  package var replacement: [UInt8]

  package init(range: Range<Int>, replacement: [UInt8]) {
    self.range = range
    self.replacement = replacement
  }

  package init(range: Range<Int>, replacement: String) {
    self.init(range: range, replacement: Array(replacement.utf8))
  }

  /// How much longer the text becomes; negative when it gets shorter.
  package var delta: Int { replacement.count - range.count }
}
