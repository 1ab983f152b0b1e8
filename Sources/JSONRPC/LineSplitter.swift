/// Newline-delimited messages. Blank lines are noise: they separate, and say nothing.
struct LineSplitter: FrameSplitter {
  private let maximumBody: Int
  private var line: [UInt8] = []
  /// A line over the limit is handed out as noise, piece by piece, to its end.
  private var isOverlong = false

  init(maximumBody: Int) { self.maximumBody = maximumBody }

  mutating func consume(_ bytes: UnsafeRawBufferPointer, emit: (Frame) -> Void) {
    var rest = bytes[...]
    while let newline = rest.firstIndex(of: UInt8(ascii: "\n")) {
      append(rest[...newline], emit: emit)
      completeLine(emit: emit)
      rest = rest[(newline + 1)...]
    }
    append(rest, emit: emit)
  }

  mutating func finish(emit: (Frame) -> Void) {
    if !line.isEmpty { emit(.noise(line)) }
    line = []
    isOverlong = false
  }

  private mutating func append(_ bytes: Slice<UnsafeRawBufferPointer>, emit: (Frame) -> Void) {
    line.append(contentsOf: bytes)
    // The line's end is allowed for: two bytes beyond the body.
    guard isOverlong || line.count > maximumBody + 2 else { return }
    isOverlong = true
    emitFullPieces(emit: emit)
  }

  private mutating func emitFullPieces(emit: (Frame) -> Void) {
    var start = 0
    while line.count - start >= MessageFramer.noisePiece {
      emit(.noise(Array(line[start..<start + MessageFramer.noisePiece])))
      start += MessageFramer.noisePiece
    }
    line.removeFirst(start)
  }

  private mutating func completeLine(emit: (Frame) -> Void) {
    defer {
      line.removeAll(keepingCapacity: line.capacity < 1 << 16)
      isOverlong = false
    }
    guard !isOverlong else {
      if !line.isEmpty { emit(.noise(line)) }
      return
    }
    let hasReturn = line.count >= 2 && line[line.count - 2] == UInt8(ascii: "\r")
    let body = Array(line.dropLast(hasReturn ? 2 : 1))
    if body.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) {
      emit(.noise(line))
    } else {
      emit(.message(FramedMessage(body: body, tail: hasReturn ? Array("\r\n".utf8) : nil)))
    }
  }
}
