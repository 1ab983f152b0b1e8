import JSONRPC
import Transcript

/// Changes to a recorded body: some values are replaced, paths are re-based, all else stays byte for byte.
struct MessagePatch {
  private var replacements: [(range: Range<Int>, bytes: [UInt8])] = []

  mutating func replace(_ view: JSONView?, with bytes: [UInt8]) {
    guard let view, !replacements.contains(where: { $0.range.overlaps(view.range) }) else { return }
    replacements.append((view.range, bytes))
  }

  /// Leaves a value alone, paths and all.
  mutating func keep(_ view: JSONView?) {
    guard let view else { return }
    replace(view, with: Array(view.raw))
  }

  func apply(to body: [UInt8], paths: PathMap) -> [UInt8] {
    if replacements.isEmpty { return paths.isIdentity ? body : paths.rewritten(body) }
    var result: [UInt8] = []
    var position = 0
    func append(_ range: Range<Int>) { result += paths.isIdentity ? Array(body[range]) : paths.rewritten(body[range]) }
    for (range, bytes) in replacements.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      append(position..<range.lowerBound)
      result += bytes
      position = range.upperBound
    }
    append(position..<body.count)
    return result
  }
}

extension MessagePatch {
  /// The text of documents is what the client's user sees: a path in it is no path of ours, and every position counts on it.
  mutating func keepDocumentText(of message: Message) {
    switch message.method {
    case Method.didOpen: keep(message.params?["textDocument"]?["text"])
    case Method.didSave: keep(message.params?["text"])
    case Method.didChange:
      for change in message.params?["contentChanges"]?.elements ?? [] { keep(change["text"]) }
    default: break
    }
  }
}

extension Script.FrameEdges {
  /// A body that may have another length than the recorded one, within the recorded framing.
  func message(_ body: [UInt8]) -> FramedMessage {
    FramedMessage(body: body, head: head.map { Self.withLength(body.count, $0) }, tail: tail)
  }

  /// The header block with the value of each `Content-Length` field replaced.
  private static func withLength(_ count: Int, _ head: [UInt8]) -> [UInt8] {
    let name = Array("content-length".utf8)
    var result: [UInt8] = []
    for line in head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if !result.isEmpty || line.startIndex > head.startIndex { result.append(UInt8(ascii: "\n")) }
      let isLength = line.count > name.count && zip(line, name).allSatisfy { $0 | 0x20 == $1 | 0x20 }
      result += isLength ? Array("Content-Length: \(count)\r".utf8) : Array(line)
    }
    return result
  }
}
