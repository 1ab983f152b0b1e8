private import JSONRPC

/// Finds the index at the end of a finished file.
enum KeyframeIndex {
  /// The keyframes in order, or nil when the file has no index that makes sense.
  static func read(from source: any ByteSource) throws(RecordingError) -> [Keyframe]? {
    guard let size = source.size, size > Locator.size else { return nil }
    let tail = try source.read(at: size - Locator.size, count: Locator.size)
    guard let offset = Locator.indexOffset(in: tail), offset < size - Locator.size else { return nil }
    var lines = LineReader(source: source)
    lines.seek(to: offset)
    guard case .line(let line) = try lines.next(), let value = try? JSONValue(parsing: line), value["type"] == "index"
    else { return nil }
    let keyframes = value["keyframes"]?.array?.compactMap(Keyframe.init) ?? []
    let isOrdered = zip(keyframes, keyframes.dropFirst()).allSatisfy { $0.offset < $1.offset && $0.number <= $1.number }
    return isOrdered && keyframes.allSatisfy { (0..<offset).contains($0.offset) && $0.number >= 0 } ? keyframes : nil
  }
}

extension Keyframe {
  fileprivate init?(_ value: JSONValue) {
    guard let offset = value["offset"]?.integer, let number = value["n"]?.integer, let time = value["at"]?.integer
    else {
      return nil
    }
    self.init(offset: offset, number: number, time: Int64(time))
  }
}
