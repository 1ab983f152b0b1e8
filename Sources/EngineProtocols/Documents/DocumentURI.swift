import PikeAnalysis

/// Between the names that clients have for documents and those that the engine has.
///
/// A `file:` URI of this machine is the absolute path that it stands for, without `.`, `..` and empty parts; every other URI is its own
/// name (RFC 3986; RFC 8089 for `file:`).
enum DocumentURI {
  static func file(_ uri: String, at name: String) throws(InvalidParams) -> FileID {
    guard let file = file(uri) else { throw InvalidParams("\(name): not a URI of a document: \(uri.shortened)") }
    return file
  }

  /// Nil for what is no URI, and for a `file:` URI that stands for no path.
  static func file(_ uri: String) -> FileID? {
    guard let scheme = scheme(of: uri) else { return nil }
    guard scheme.lowercased() == "file" else { return FileID(uri) }
    // Bytes, not characters: a slash and an accent after it would be one.
    var rest = uri.utf8.dropFirst(scheme.utf8.count + 1)
    if rest.starts(with: "//".utf8) {
      rest = rest.dropFirst(2)
      let host = rest.prefix { $0 != slash }
      // What lies on another machine is not ours to read, but may be open.
      guard host.isEmpty || String(host)?.lowercased() == "localhost" else { return FileID(uri) }
      rest = rest.dropFirst(host.count)
    }
    let path = rest.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    return percentDecoded(path).flatMap(normalised).map { FileID($0) }
  }

  /// A path, or a `file:` URI of this machine, as a path.
  static func path(_ text: String) -> String? {
    if text.utf8.first == UInt8(ascii: "/") { return normalised(text) }
    guard let path = file(text)?.path, path.utf8.first == UInt8(ascii: "/") else { return nil }
    return path
  }

  static func uri(of file: FileID) -> String {
    guard file.path.utf8.first == UInt8(ascii: "/") else { return file.path }
    var uri = Array("file://".utf8)
    uri.reserveCapacity(file.path.utf8.count + 8)
    for byte in file.path.utf8 {
      if isPlain(byte) {
        uri.append(byte)
      } else {
        uri += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: uri, as: UTF8.self)
  }

  /// An absolute path without `.`, `..` and empty parts; nil for a relative one and for one with a zero byte.
  static func normalised(_ path: String) -> String? {
    guard path.utf8.first == UInt8(ascii: "/"), !path.utf8.contains(0) else { return nil }
    var parts: [Substring.UTF8View] = []
    for part in path.utf8.split(separator: slash) where !part.elementsEqual(".".utf8) {
      if part.elementsEqual("..".utf8) { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.isEmpty ? "/" : parts.reduce(into: "") { $0 += "/" + Substring($1) }
  }

  // MARK: Parts

  private static let slash = UInt8(ascii: "/")
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// What RFC 3986 calls unreserved, and the slash.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      true
    default: false
    }
  }

  private static func scheme(of uri: String) -> Substring? {
    guard let colon = uri.firstIndex(of: ":") else { return nil }
    let scheme = uri[..<colon]
    guard let first = scheme.first, first.isASCII, first.isLetter else { return nil }
    let isValid = scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    return isValid ? scheme : nil
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
      guard let high = rest.popFirst()?.hexadecimal, let low = rest.popFirst()?.hexadecimal else { return nil }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var hexadecimal: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

extension String {
  /// For messages: what comes from outside may be of any length.
  var shortened: String { utf8.count <= 200 ? self : "\(prefix(100))… (\(utf8.count) bytes)" }
}
