/// The unit in which a position's `character` counts (LSP 3.17, "Position Encoding Kind").
package enum PositionEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  /// What the answer to `initialize` chose: `capabilities.positionEncoding`, or clangd's older `offsetEncoding` beside
  /// `capabilities`. Nil when it says nothing that is known, which means UTF-16.
  package init?(initializeResult result: JSONView) {
    let chosen = result["capabilities"]?["positionEncoding"]?.string ?? result["offsetEncoding"]?.string
    guard let chosen, let encoding = PositionEncoding(rawValue: chosen) else { return nil }
    self = encoding
  }
}

/// Document URIs as keys.
package enum DocumentURI {
  /// Two URIs that differ only in what is percent-encoded name one document: clients and servers encode differently.
  /// query-engine-v2 takes an absolute path for a `file:` URI.
  package static func key(_ uri: String) -> String {
    if uri.utf8.first == UInt8(ascii: "/") { return "file://" + uri }
    guard uri.utf8.contains(UInt8(ascii: "%")) else { return uri }
    let bytes = Array(uri.utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = bytes[index + 1].hexValue, let low = bytes[index + 2].hexValue
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return String(validating: decoded, as: UTF8.self) ?? uri
  }
}

extension UInt8 {
  fileprivate var hexValue: UInt8? { Character(UnicodeScalar(self)).hexDigitValue.map(UInt8.init) }
}
