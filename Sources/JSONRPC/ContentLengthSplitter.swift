/// The LSP base protocol, read the way a careful proxy must: junk on the stream is kept as noise and passed over, and
/// a header without a usable length never makes the rest unreadable.
struct ContentLengthSplitter: FrameSplitter {
  private let maximumBody: Int
  private var state = State.head
  /// The header lines of the message being read.
  private var head: [UInt8] = []
  private var contentLength: Int?
  /// The line being read.
  private var line: [UInt8] = []
  private var body: [UInt8] = []

  private enum State {
    case head
    case body(remaining: Int)
    /// Within a body over the size limit.
    case passing(remaining: Int)
  }

  init(maximumBody: Int) { self.maximumBody = maximumBody }

  mutating func consume(_ bytes: UnsafeRawBufferPointer, emit: (Frame) -> Void) {
    var rest = bytes[...]
    while !rest.isEmpty {
      switch state {
      case .head: rest = consumeHead(rest, emit: emit)
      case .body(let remaining): rest = consumeBody(rest, remaining: remaining, emit: emit)
      case .passing(let remaining): rest = pass(rest, remaining: remaining, emit: emit)
      }
    }
  }

  mutating func finish(emit: (Frame) -> Void) {
    let left = head + line + body
    if !left.isEmpty { emit(.noise(left)) }
    self = Self(maximumBody: maximumBody)
  }

  // MARK: Header

  private typealias Bytes = Slice<UnsafeRawBufferPointer>

  private mutating func consumeHead(_ bytes: Bytes, emit: (Frame) -> Void) -> Bytes {
    let room = MessageFramer.maximumLine - line.count
    let reach = bytes.prefix(room)
    guard let newline = reach.firstIndex(of: UInt8(ascii: "\n")) else {
      line.append(contentsOf: reach)
      if line.count >= MessageFramer.maximumLine { emitNoise(emit: emit) }
      return bytes[reach.endIndex...]
    }
    line.append(contentsOf: bytes[...newline])
    completeHeadLine(emit: emit)
    return bytes[(newline + 1)...]
  }

  private mutating func completeHeadLine(emit: (Frame) -> Void) {
    if isBlankLine {
      completeHead(emit: emit)
    } else if let start = HeaderField.start(in: line) {
      acceptField(startingAt: start, emit: emit)
    } else {
      emitNoise(emit: emit)
    }
  }

  private var isBlankLine: Bool {
    line.count == 1 || (line.count == 2 && line[0] == UInt8(ascii: "\r"))
  }

  private mutating func acceptField(startingAt start: Int, emit: (Frame) -> Void) {
    if start > 0 || head.count + line.count > MessageFramer.maximumHead {
      let field = Array(line[start...])
      line.removeSubrange(start...)
      emitNoise(emit: emit)
      line = field
    }
    if let length = HeaderField.contentLength(in: line) { contentLength = length }
    head += line
    line.removeAll(keepingCapacity: true)
  }

  private mutating func completeHead(emit: (Frame) -> Void) {
    guard let length = contentLength else { return emitNoise(emit: emit) }
    head += line
    line.removeAll(keepingCapacity: true)
    if length > maximumBody {
      emit(.noise(head))
      head.removeAll(keepingCapacity: true)
      contentLength = nil
      state = .passing(remaining: length)
    } else if length == 0 {
      completeBody(emit: emit)
    } else {
      // Beyond a piece, room is made as the bytes come: a length alone must not cost memory.
      body.reserveCapacity(min(length, MessageFramer.noisePiece))
      state = .body(remaining: length)
    }
  }

  private mutating func emitNoise(emit: (Frame) -> Void) {
    let noise = head + line
    if !noise.isEmpty { emit(.noise(noise)) }
    head.removeAll(keepingCapacity: true)
    line.removeAll(keepingCapacity: true)
    contentLength = nil
  }

  // MARK: Body

  private mutating func consumeBody(_ bytes: Bytes, remaining: Int, emit: (Frame) -> Void) -> Bytes {
    let part = bytes.prefix(remaining)
    body.append(contentsOf: part)
    if part.count == remaining {
      completeBody(emit: emit)
    } else {
      state = .body(remaining: remaining - part.count)
    }
    return bytes[part.endIndex...]
  }

  private mutating func completeBody(emit: (Frame) -> Void) {
    let isOrdinary = head == FramedMessage.ordinaryHead(bodyCount: body.count)
    emit(.message(FramedMessage(body: body, head: isOrdinary ? nil : head)))
    body = []
    head.removeAll(keepingCapacity: true)
    contentLength = nil
    state = .head
  }

  private mutating func pass(_ bytes: Bytes, remaining: Int, emit: (Frame) -> Void) -> Bytes {
    // Pieces have a fixed size, so that they do not depend on where the stream was cut.
    let part = bytes.prefix(min(remaining, MessageFramer.noisePiece - body.count))
    body.append(contentsOf: part)
    let left = remaining - part.count
    if body.count == MessageFramer.noisePiece || left == 0 {
      emit(.noise(body))
      body.removeAll(keepingCapacity: left > 0)
    }
    state = left == 0 ? .head : .passing(remaining: left)
    return bytes[part.endIndex...]
  }
}

/// The header fields of the LSP base protocol.
enum HeaderField {
  private static let names = [Array("content-length".utf8), Array("content-type".utf8)]

  /// Where a known header field starts in `line`; junk may stand before it on the same line.
  static func start(in line: [UInt8]) -> Int? {
    if names.contains(where: { hasField($0, in: line, at: 0) }) { return 0 }
    return line.indices.first { index in names.contains { hasField($0, in: line, at: index) } }
  }

  /// The value of a `Content-Length` field, when it is one and in bounds.
  static func contentLength(in line: [UInt8]) -> Int? {
    guard hasField(names[0], in: line, at: 0), let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let digits = line[(colon + 1)...].drop { isSpace($0) }
    let number = digits.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard !number.isEmpty, number.count <= 15, digits[number.endIndex...].allSatisfy(isSpace) else { return nil }
    return number.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func hasField(_ name: [UInt8], in line: [UInt8], at start: Int) -> Bool {
    guard line.count - start > name.count else { return false }
    for offset in name.indices where line[start + offset] | 0x20 != name[offset] | 0x20 { return false }
    let after = line[(start + name.count)...].drop { $0 == 0x20 || $0 == 0x09 }
    return after.first == UInt8(ascii: ":")
  }
}
