/// Reads a recording's text line by line, within the format's limits.
struct LineReader: ~Copyable {
  enum Line {
    case line([UInt8])
    case end(atBoundary: Bool)
  }

  private let inflater: Inflater
  private var text: [UInt8] = []
  /// The start of the line being read, and how far it has been searched for its end.
  private var start = 0
  private var searched = 0
  private var expandedCount = 0

  init(source: any ByteSource) { inflater = Inflater(source: source) }

  var offset: Int { inflater.offset }

  mutating func seek(to offset: Int) {
    inflater.seek(to: offset)
    (text, start, searched) = ([], 0, 0)
  }

  mutating func next() throws(RecordingError) -> Line {
    while true {
      if let end = lineEnd() {
        defer {
          start = end + 1
          searched = start
        }
        return .line(Array(text[start..<end]))
      }
      switch try inflater.next() {
      case .text(let piece): try append(piece)
      case .memberEnd:
        guard start == text.count else {
          throw RecordingError(.invalid("a line goes on in another gzip member"), offset: offset)
        }
      case .end(let atBoundary): return .end(atBoundary: atBoundary && start == text.count)
      }
    }
  }

  /// Counts contents that a reference expanded to; they are not in the text.
  mutating func count(expanded bytes: Int) throws(RecordingError) {
    expandedCount += bytes
    let allowance = max(Format.expansionAllowance, Format.expansionRatio * inflater.consumedCount)
    guard expandedCount <= allowance else {
      throw RecordingError(
        .overLimit(
          "it expands to more than \(allowance >> 20) MiB, which is far beyond its size (a decompression bomb?)"),
        offset: offset)
    }
  }

  private mutating func lineEnd() -> Int? {
    let end = text.withUnsafeBufferPointer { $0[searched...].firstIndex(of: UInt8(ascii: "\n")) }
    searched = end ?? text.count
    return end
  }

  private mutating func append(_ piece: [UInt8]) throws(RecordingError) {
    text.removeFirst(start)
    searched -= start
    start = 0
    text += piece
    try count(expanded: piece.count)
    guard text.count <= Format.maximumLine else {
      throw RecordingError(.overLimit("a line is longer than \(Format.maximumLine >> 20) MiB"), offset: offset)
    }
  }
}
