import FuzzDriver
import Glibc
import JSONRPC

@main
enum FuzzFraming {
  static func main() {
    exit(runFuzzer { fuzzFraming($0, $1) })
  }
}

/// Any stream, cut anywhere, frames to itself; any body is scanned without a trap.
///
/// The input's first byte chooses the framing, the second how the stream is cut.
private func fuzzFraming(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: data, count: size))
  guard input.count > 2 else { return 0 }
  let framing: Framing = input[0] & 1 == 0 ? .contentLength : .lines
  let stream = Array(input[2...])
  let whole = frames(of: stream, framing: framing, piece: stream.count)
  precondition(whole.flatMap { $0.bytes(framing: framing) } == stream, "frames are not the stream")
  precondition(frames(of: stream, framing: framing, piece: Int(input[1]) + 1) == whole, "the cut shows")
  for case .message(let message) in whole {
    scan(message.body)
    precondition(!isCanary || message.body.count < 5, "the canary was found")
  }
  return 0
}

/// With this, an ordinary message counts as a fault: a fuzzer that does not find one would find nothing else either.
private let isCanary = getenv("REPRISE_FUZZ_CANARY") != nil

private func frames(of stream: [UInt8], framing: Framing, piece: Int) -> [Frame] {
  var framer = MessageFramer(framing: framing, maximumBody: 1 << 12)
  var frames: [Frame] = []
  for start in stride(from: 0, to: stream.count, by: piece) {
    frames += framer.consume(Array(stream[start..<min(start + piece, stream.count)]))
  }
  return frames + framer.finish()
}

/// What parses comes back as the same value, and the envelope agrees that it is JSON.
private func scan(_ body: [UInt8]) {
  let envelope = try? Envelope(scanning: body)
  guard let value = try? JSONValue(parsing: body) else { return }
  precondition((envelope != nil) == (value.object != nil), "the envelope and the value disagree on what is an object")
  precondition((try? JSONValue(parsing: value.serialized())) == value, "a value does not come back")
}
