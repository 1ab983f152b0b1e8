/// The end of what a server wrote to its standard error, in bounded memory.
package struct StandardErrorTail: Sendable {
  private static let maximumLines = 20
  private static let maximumBytes = 8192

  private var bytes: [UInt8] = []
  package private(set) var byteCount = 0

  package init() {}

  package mutating func append(_ new: some Collection<UInt8>) {
    byteCount += new.count
    bytes += new.suffix(Self.maximumBytes)
    if bytes.count > 4 * Self.maximumBytes { bytes.removeFirst(bytes.count - Self.maximumBytes) }
  }

  /// The last lines, with control characters escaped.
  package var lines: [String] {
    let tail = bytes.suffix(Self.maximumBytes)
    var lines = tail.split(separator: UInt8(ascii: "\n")).map { PrintableText.escaped($0) }
    // A line whose start is gone would read as something else.
    if byteCount > tail.count, lines.count > 1 { lines.removeFirst() }
    return Array(lines.suffix(Self.maximumLines))
  }
}
