import TestSupport
import Testing

@testable import JSONRPC

@Suite struct FramingTests {
  private func frames(_ text: String, _ framing: Framing = .contentLength, maximumBody: Int = 1 << 20) -> [Frame] {
    var framer = MessageFramer(framing: framing, maximumBody: maximumBody)
    return framer.consume(Array(text.utf8)) + framer.finish()
  }

  private func message(_ body: String, head: String? = nil, tail: String? = nil) -> Frame {
    .message(
      FramedMessage(body: Array(body.utf8), head: head.map { Array($0.utf8) }, tail: tail.map { Array($0.utf8) }))
  }

  private func noise(_ text: String) -> Frame { .noise(Array(text.utf8)) }

  @Test func ordinaryMessagesHaveNoHead() {
    #expect(frames("Content-Length: 2\r\n\r\n{}Content-Length: 3\r\n\r\n[1]") == [message("{}"), message("[1]")])
  }

  @Test(arguments: [
    "Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf8\r\n\r\n", "content-length:2\r\n\r\n",
    "Content-Length: 2\n\n", "Content-Length : 2 \r\n\r\n",
  ])
  func otherHeadsAreKept(head: String) {
    #expect(frames(head + "{}") == [message("{}", head: head)])
  }

  @Test func lengthsCountBytes() {
    #expect(frames("Content-Length: 3\r\n\r\né!") == [message("é!")])
  }

  @Test func anEmptyBodyIsAMessage() {
    #expect(frames("Content-Length: 0\r\n\r\n") == [message("")])
  }

  @Test(arguments: [
    ("hello\n", "Content-Length: 2\r\n\r\n{}"), ("\r\n", "Content-Length: 2\r\n\r\n{}"),
    ("X-Other: 1\r\n", "Content-Length: 2\r\n\r\n{}"), ("warning: ", "Content-Length: 2\r\n\r\n{}"),
  ])
  func junkBeforeAMessageIsNoise(junk: String, message text: String) {
    #expect(frames(junk + text) == [noise(junk), message("{}")])
  }

  @Test(arguments: [
    "Content-Length: x\r\n\r\n", "Content-Length: -1\r\n\r\n", "Content-Length:\r\n\r\n", "Content-Type: a\r\n\r\n",
    "Content-Length: 99999999999999999999999\r\n\r\n",
  ])
  func aHeadWithoutAUsableLengthIsNoise(head: String) {
    #expect(frames(head + "Content-Length: 2\r\n\r\n{}") == [noise(head), message("{}")])
  }

  @Test func aMessageOverTheLimitIsNoiseAndTheNextOneIsFound() {
    let head = "Content-Length: 5\r\n\r\n"
    let next = "Content-Length: 2\r\n\r\n{}"
    #expect(frames(head + "12345" + next, maximumBody: 4) == [noise(head), noise("12345"), message("{}")])
  }

  @Test(arguments: ["Content-Length: 5\r\n\r\n123", "Content-Length: 5\r", "Content-Leng", "junk"])
  func whatIsCutOffIsNoise(text: String) {
    #expect(frames(text) == [noise(text)])
  }

  @Test func aLengthAloneCostsNoMemory() {
    var framer = MessageFramer(framing: .contentLength, maximumBody: .max)
    #expect(framer.consume(Array("Content-Length: 900000000000000\r\n\r\nabc".utf8)).isEmpty)
    #expect(framer.finish().count == 1)
  }

  @Test func linesAreMessages() {
    #expect(
      frames("{}\n[1]\r\n\n \r\nrest", .lines) == [
        message("{}"), message("[1]", tail: "\r\n"), noise("\n"), noise(" \r\n"), noise("rest"),
      ])
  }

  @Test func aLineOverTheLimitIsNoiseToItsEnd() {
    #expect(frames("123456\n{}\n", .lines, maximumBody: 3) == [noise("123456\n"), message("{}")])
  }

  /// Pieces of streams, legal and not, in any order.
  private static let pieces = [
    "Content-Length: 2\r\n\r\n{}", "Content-Length: 40\r\n\r\n{\"method\":\"a\",\"text\":\"Content-Length: 2\"}\n",
    "Content-Type: t\r\nContent-Length: 1\r\n\r\n1", "junk\n", "\r\n\r\n", "Content-Length: 300\r\n\r\n",
    "Content-Length: x\r\n", "\u{0}\u{1}é", "{\"a\":1}\n", "\n", "Content-Length: 4000\r\n\r\n",
    String(repeating: "long ", count: 2000),
  ]

  @Test(arguments: Framing.allCases, 1...40) func anyStreamCutAnywhereFramesToItself(framing: Framing, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var stream: [UInt8] = []
    for _ in 0..<30 { stream += Array(Self.pieces.randomElement(using: &generator)!.utf8) }

    func frames(cutting next: () -> Int) -> [Frame] {
      var framer = MessageFramer(framing: framing, maximumBody: 2000)
      var frames: [Frame] = []
      var rest = stream[...]
      while !rest.isEmpty {
        let count = min(rest.count, next())
        frames += framer.consume(Array(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
      return frames + framer.finish()
    }

    let whole = frames { stream.count }
    #expect(whole.flatMap { $0.bytes(framing: framing) } == stream)
    #expect(frames { 1 } == whole)
    #expect(frames { Int.random(in: 1...97, using: &generator) } == whole)
  }
}
