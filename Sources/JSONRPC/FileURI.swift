/// `file:` URIs and the paths that they stand for (RFC 3986, RFC 8089).
package enum FileURI {
  /// What a URI says.
  package enum Reading: Equatable, Sendable {
    /// An absolute path of this machine, percent-decoded.
    case path(String)
    /// A file of another machine.
    case otherHost
    case otherScheme
    /// A `file:` URI that stands for no path.
    case malformed
  }

  package static func read(_ uri: String) -> Reading {
    if let path = plainPath(of: uri) { return .path(path) }
    // Bytes, not characters: a slash and an accent after it would be one.
    let scheme = "file:"
    guard uri.prefix(scheme.count).lowercased() == scheme else { return .otherScheme }
    var rest = uri.utf8.dropFirst(scheme.utf8.count)
    if rest.starts(with: "//".utf8) {
      rest = rest.dropFirst(2)
      let host = rest.prefix { $0 != UInt8(ascii: "/") }
      guard host.isEmpty || String(host)?.lowercased() == "localhost" else { return .otherHost }
      rest = rest.dropFirst(host.count)
    }
    let encoded = rest.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    guard let path = percentDecoded(encoded), path.utf8.first == UInt8(ascii: "/"), !path.utf8.contains(0) else {
      return .malformed
    }
    return .path(path)
  }

  /// Of a URI of this machine in which nothing is encoded, as most are, the path; nil of others.
  private static func plainPath(of uri: String) -> String? {
    var uri = uri
    return uri.withUTF8 { bytes in
      let prefix: StaticString = "file:///"
      let length = prefix.utf8CodeUnitCount
      guard bytes.count >= length else { return nil }
      for index in 0..<length where bytes[index] != prefix.utf8Start[index] { return nil }
      for index in length..<bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"), 0: return nil
        default: break
        }
      }
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[(length - 1)...]), as: UTF8.self)
    }
  }

  /// Nil when the URI names no file of this machine.
  package static func path(of uri: String) -> String? {
    if case .path(let path) = read(uri) { path } else { nil }
  }

  package static func uri(ofPath path: String) -> String {
    var uri = Array("file://".utf8)
    uri.reserveCapacity(path.utf8.count + 8)
    for byte in path.utf8 {
      if isPlain(byte) {
        uri.append(byte)
      } else {
        uri += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: uri, as: UTF8.self)
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  /// What RFC 3986 calls unreserved, and the slash.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "/-._~".utf8.contains(byte)
    }
  }

  /// Nil when an escape is none, or what comes out is not UTF-8.
  private static func percentDecoded(_ text: Substring.UTF8View) -> String? {
    var bytes: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst()?.hexadecimalValue, let low = rest.popFirst()?.hexadecimalValue else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
