/// How messages are told apart in a stream of bytes.
package enum Framing: String, Sendable, CaseIterable {
  /// The LSP base protocol: header fields, a blank line, `Content-Length` bytes.
  case contentLength = "content-length"
  /// One message a line.
  case lines
}

/// What a framer found in a stream. Put back together in order, the frames are the stream.
package enum Frame: Equatable, Sendable {
  case message(FramedMessage)
  /// Bytes outside any message: junk between messages, a message that was cut off, one over the size limit.
  case noise([UInt8])
}

/// A message with what stood around its body, where that was not the ordinary framing.
package struct FramedMessage: Equatable, Sendable {
  package var body: [UInt8]
  /// The header block with its blank line, when it is not exactly `Content-Length: N\r\n\r\n`.
  package var head: [UInt8]?
  /// The line's end, when it is not `\n`.
  package var tail: [UInt8]?

  package init(body: [UInt8], head: [UInt8]? = nil, tail: [UInt8]? = nil) {
    self.body = body
    self.head = head
    self.tail = tail
  }

  /// The bytes of the message on the wire.
  package func bytes(framing: Framing) -> [UInt8] {
    switch framing {
    case .contentLength: (head ?? Self.ordinaryHead(bodyCount: body.count)) + body
    case .lines: body + (tail ?? [UInt8(ascii: "\n")])
    }
  }

  package static func ordinaryHead(bodyCount: Int) -> [UInt8] {
    var head = JSONText()
    head.append(raw: "Content-Length: ")
    head.append(bodyCount)
    head.append(raw: "\r\n\r\n")
    return head.bytes
  }
}

extension Frame {
  /// The bytes of the frame on the wire.
  package func bytes(framing: Framing) -> [UInt8] {
    switch self {
    case .message(let message): message.bytes(framing: framing)
    case .noise(let bytes): bytes
    }
  }
}

/// Splits a stream of bytes into frames. Owns state, does no I/O; where the stream was cut into pieces does not matter.
package struct MessageFramer: Sendable {
  /// Messages with a longer body come out as noise, in pieces, so that memory stays bounded.
  package static let defaultMaximumBody = 64 << 20
  static let maximumLine = 8192
  static let maximumHead = 8192
  static let noisePiece = 1 << 20

  private var splitter: any FrameSplitter

  package init(framing: Framing, maximumBody: Int = Self.defaultMaximumBody) {
    switch framing {
    case .contentLength: splitter = ContentLengthSplitter(maximumBody: maximumBody)
    case .lines: splitter = LineSplitter(maximumBody: maximumBody)
    }
  }

  /// Takes the next bytes of the stream and hands each completed frame to `emit`.
  package mutating func consume(_ bytes: UnsafeRawBufferPointer, emit: (Frame) -> Void) {
    splitter.consume(bytes, emit: emit)
  }

  package mutating func consume(_ bytes: [UInt8]) -> [Frame] {
    var frames: [Frame] = []
    bytes.withUnsafeBytes { splitter.consume($0) { frames.append($0) } }
    return frames
  }

  /// Ends the stream: what was begun and not completed comes out as noise.
  package mutating func finish() -> [Frame] {
    var frames: [Frame] = []
    splitter.finish { frames.append($0) }
    return frames
  }
}

/// One way to split a stream.
protocol FrameSplitter: Sendable {
  mutating func consume(_ bytes: UnsafeRawBufferPointer, emit: (Frame) -> Void)
  mutating func finish(emit: (Frame) -> Void)
}
