import JSONRPC

/// How a path is spelled within JSON text.
enum PathForm: Equatable {
  /// As it is, with JSON's escapes.
  case plain
  /// Within a URI: percent-encoded but for its slashes.
  case uri
  /// Within a part of a URI where slashes are encoded too.
  case component
}

enum PathEncoding {
  /// Appends `path` in this form to the inside of a JSON string.
  static func append(_ path: [UInt8], as form: PathForm, to text: inout [UInt8]) {
    switch form {
    case .plain: text += JSONValue.string(String(decoding: path, as: UTF8.self)).serialized().dropFirst().dropLast()
    case .uri: for byte in path { appendEncoded(byte, keepingSlash: true, to: &text) }
    case .component: for byte in path { appendEncoded(byte, keepingSlash: false, to: &text) }
    }
  }

  /// The `file` URI of an absolute path.
  static func uri(ofPath path: String) -> String {
    var text = Array("file://".utf8)
    append(Array(path.utf8), as: .uri, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// The absolute path that a `file` URI names, or nil when it is another kind of URI.
  static func path(ofURI uri: String) -> String? {
    let bytes = Array(uri.utf8)
    let scheme = Array("file:".utf8)
    guard bytes.count > scheme.count, bytes.prefix(scheme.count).map({ $0 | 0x20 }) == scheme.map({ $0 | 0x20 }) else {
      return nil
    }
    var rest = bytes[scheme.count...]
    if rest.starts(with: Array("//".utf8)) {
      rest = rest.dropFirst(2)
      guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return nil }
      rest = rest[slash...]
    }
    guard rest.first == UInt8(ascii: "/") else { return nil }
    return String(validating: decoded(rest), as: UTF8.self)
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
        let high = bytes[index + 1].hexadecimalValue, let low = bytes[index + 2].hexadecimalValue
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// What RFC 3986 allows in a path stays as it is.
  private static func appendEncoded(_ byte: UInt8, keepingSlash: Bool, to text: inout [UInt8]) {
    if isAlphanumeric(byte) || kept.contains(byte) || (byte == UInt8(ascii: "/") && keepingSlash) {
      text.append(byte)
    } else {
      text.append(UInt8(ascii: "%"))
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
  }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

  private static let kept = Set("-._~!$&'()*+,;=:@".utf8)
  private static let digits = Array("0123456789ABCDEF".utf8)
}
