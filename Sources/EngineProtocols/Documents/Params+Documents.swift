import JSONRPC
import PikeAnalysis
import PikeSyntax
import QueryEngine

/// What LSP calls `uinteger` and `integer`.
enum ProtocolInteger {
  static let unsigned = 0...0x7FFF_FFFF
  static let signed = -0x8000_0000...0x7FFF_FFFF
}

extension Params {
  func position(_ key: String) throws(InvalidParams) -> TextPosition {
    let position = try object(key)
    return TextPosition(
      line: try position.integer("line", in: ProtocolInteger.unsigned),
      column: try position.integer("character", in: ProtocolInteger.unsigned))
  }

  /// The two ends as they were given; whether they are in order is asked by who applies them.
  func bounds(_ key: String) throws(InvalidParams) -> (start: TextPosition, end: TextPosition) {
    let range = try object(key)
    return (try range.position("start"), try range.position("end"))
  }

  func range(_ key: String) throws(InvalidParams) -> Range<TextPosition> {
    let (start, end) = try bounds(key)
    guard start <= end else {
      throw InvalidParams("\(name(key)): the end is before the start", reason: "REVERSED_RANGE")
    }
    return start..<end
  }

  func version() throws(InvalidParams) -> Int { try integer("version", in: ProtocolInteger.signed) }

  func file(_ key: String = "uri") throws(InvalidParams) -> FileID {
    let uri = try string(key)
    guard let file = DocumentURI.file(uri) else { throw DocumentURI.refused(uri, at: name(key)) }
    return file
  }

  /// LSP's content changes.
  func changes(_ key: String) throws(InvalidParams) -> [DocumentChange] {
    var result: [DocumentChange] = []
    for change in try objects(key) {
      let text = try change.string("text")
      if change["range"] == nil {
        result.append(.full(SourceText(text)))
      } else {
        let (start, end) = try change.bounds("range")
        result.append(.ranged(start: start, end: end, text: Array(text.utf8)))
      }
    }
    return result
  }
}

extension PositionEncoding {
  /// As LSP names it.
  init?(name: String) {
    guard let encoding = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = encoding
  }

  var name: String {
    switch self {
    case .utf8: "utf-8"
    case .utf16: "utf-16"
    case .utf32: "utf-32"
    }
  }
}

extension TextPosition {
  /// As messages name it, counted as the protocol counts.
  var text: String { "\(line):\(column)" }
}
