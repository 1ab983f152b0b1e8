import JSONRPC
import PikeAnalysis

/// Between the names that clients have for documents and those that the engine has.
///
/// A `file:` URI of this machine is the absolute path that it stands for, without `.`, `..` and empty parts; every other URI is its own
/// name.
enum DocumentURI {
  /// What is said of one that ``file(_:)`` makes nothing of.
  static func refused(_ uri: String, at name: String) -> InvalidParams {
    InvalidParams("\(name): not a URI of a document: \(uri.shortened)")
  }

  /// Nil for what is no URI, and for a `file:` URI that stands for no path.
  static func file(_ uri: String) -> FileID? {
    guard uri.utf8.starts(with: "file:///".utf8) || hasScheme(uri) else { return nil }
    switch FileURI.read(uri) {
    case .path(let path): return FileID(FilePath.normalized(path))
    // What lies on another machine is not ours to read, but may be open.
    case .otherHost, .otherScheme: return FileID(uri)
    case .malformed: return nil
    }
  }

  /// A path, or a `file:` URI of this machine, as a path.
  static func path(_ text: String) -> String? {
    if text.utf8.first == UInt8(ascii: "/") { return text.utf8.contains(0) ? nil : FilePath.normalized(text) }
    return FileURI.path(of: text).map(FilePath.normalized)
  }

  static func uri(of file: FileID) -> String {
    file.path.utf8.first == UInt8(ascii: "/") ? FileURI.uri(ofPath: file.path) : file.path
  }

  private static func hasScheme(_ uri: String) -> Bool {
    guard let colon = uri.firstIndex(of: ":") else { return false }
    let scheme = uri[..<colon]
    guard let first = scheme.first, first.isASCII, first.isLetter else { return false }
    return scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
  }
}

extension String {
  /// For messages: what comes from outside may be of any length.
  var shortened: String { utf8.count <= 200 ? self : "\(prefix(100))… (\(utf8.count) bytes)" }
}
