import JSONRPC
import Recording
package import Transcript

/// What an answer says of a name is about all of the name: ranges do not begin or end within a word.
///
/// It tells columns that are counted in another unit than the one that was agreed on, which may well lie within the text.
package struct WholeWords: Checker {
  package static let property = Property(
    id: "whole-words", purpose: "The ranges of names begin and end between words.",
    languageServer: .observation, queryEngine: .must)
  package static let interests: Interests = .answers

  private static let maximum = 64

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .answered(let exchange) = observation.fact, exchange.request.from == .client,
      exchange.answer?.outcome == .result
    else { return }
    let isQuery = exchange.query != nil
    let name = isQuery ? exchange.query?.feature ?? "" : exchange.request.method
    let result = isQuery ? exchange.answer?.reply?.payload : exchange.answer?.result
    guard Self.ofNames.contains(name), let result, !result.isNull else { return }
    let own = exchange.document
    let ownKey = own.map(DocumentURI.key)
    for found in RangeWalk.ranges(in: result, maximum: Self.maximum) {
      guard let uri = found.uri.map({ JSONView(result.bytes, $0).string }) ?? own,
        case .exact(let document)? = exchange.text(of: uri, isOwn: DocumentURI.key(uri) == ownKey, in: session),
        let word = document.text.wordCut(by: found.range, in: exchange.positionEncoding(in: session))
      else { continue }
      let isPromised = session.limits.promises.contains(.exactPositions)
      return report.find(
        observation.record, expected: "the range of a whole name in the answer to \(exchange.subject)",
        came: "\(found.range.start)-\(found.range.end), which cuts '\(word)' of \(uri)",
        weight: isQuery || isPromised ? .must : .observation)
    }
  }

  private static let ofNames: Set = [
    Method.hover, Method.definition, Method.references, Method.documentHighlight, Method.prepareRename, Method.rename,
    "hover", "definition", "references", "document_highlight", "prepare_rename", "rename",
  ]
}

extension DocumentText {
  /// The word of which a range has one part and not the other. Words are those of ASCII: of others, each language thinks for itself. Nil
  /// too when the range is not in the text.
  fileprivate func wordCut(by range: PositionRange, in encoding: PositionEncoding) -> String? {
    guard (range.start.line, range.start.character) <= (range.end.line, range.end.character) else { return nil }
    for position in [range.start, range.end] {
      let found = offset(of: position, in: encoding)
      guard found.issue == nil else { return nil }
      if let word = word(around: found.offset) { return word }
    }
    return nil
  }

  private func word(around offset: Int) -> String? {
    guard offset > 0, offset < bytes.count, bytes[offset - 1].isWord, bytes[offset].isWord else { return nil }
    let start = bytes[..<offset].lastIndex { !$0.isWord }.map { $0 + 1 } ?? 0
    // A number may end where a name begins, with nothing between them.
    guard !bytes[start].isDigit else { return nil }
    let end = bytes[offset...].firstIndex { !$0.isWord } ?? bytes.count
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  fileprivate var isWord: Bool {
    self == UInt8(ascii: "_") || isDigit || (self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z"))
  }
}
