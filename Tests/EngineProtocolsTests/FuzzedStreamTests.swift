import JSONRPC
import TestSupport
import Testing

/// Streams of valid messages with random bytes changed: whatever comes out, the adapter lives on and talks sense.
struct FuzzedStreamTests {
  private static let bodies: [String] = [
    #"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{"textDocument":{"uri":"\#(Wire.uri)"},"position":{"line":1,"character":8}}}"#,
    #"{"id":2,"method":"textDocument/completion","params":{"textDocument":{"uri":"\#(Wire.uri)"},"position":{"line":7,"character":9}}}"#,
    #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"\#(Wire.uri)","version":3},"contentChanges":[{"range":{"start":{"line":0,"character":0},"end":{"line":1,"character":0}},"text":"\u00e9\n"}]}}"#,
    #"{"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///b%20c.pike","languageId":"pike","version":1,"text":"int x;"}}}"#,
    #"{"method":"textDocument/didClose","params":{"textDocument":{"uri":"file:///b%20c.pike"}}}"#,
    #"{"method":"$/cancelRequest","params":{"id":1}}"#,
    #"{"id":"s","method":"workspace/symbol","params":{"query":"gr"}}"#,
    #"{"id":3,"method":"engine_query","params":{"feature":"diagnostics","requestId":"q","snapshot":{"mode":"fixed","snapshotId":"snp-1"},"queryParams":{"uri":"\#(Wire.uri)"}}}"#,
    #"{"id":4,"method":"engine_change_document","params":{"uri":"\#(Wire.uri)","version":4,"changes":[{"text":"int y;\n"}]}}"#,
    #"{"id":5,"method":"engine_cancel_request","params":{"requestId":"q"}}"#,
    #"{"id":6,"method":"engine_update_workspace","params":{"roots":["/work"],"changed":["/work/z.pike"]}}"#,
    #"{"id":7,"method":"completionItem/resolve","params":{"label":"a","data":{"file":"/work/a.pike","path":["greet"]}}}"#,
  ]

  @Test(arguments: [Language.lsp, .queryEngine], Array(1...12) as [UInt64])
  func neitherTrapNorSilence(language: Language, seed: UInt64) throws {
    let wire = try Wire(language)
    if language == .lsp { wire.initialize() } else { wire.open() }
    if language == .lsp { wire.didOpen() }
    var random = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      var stream: [UInt8] = []
      for _ in 0..<6 {
        let body = Self.bodies[Int(random.next() % UInt64(Self.bodies.count))]
        stream += Wire.framed(body, language.framing)
      }
      Self.mutate(&stream, &random)
      // In pieces of any size.
      var rest = stream[...]
      while !rest.isEmpty {
        let piece = rest.prefix(1 + Int(random.next() % 97))
        wire.send(raw: Array(piece))
        rest = rest.dropFirst(piece.count)
      }
    }
    // Out of whatever message or header it is in.
    wire.send(raw: [UInt8](repeating: UInt8(ascii: "\n"), count: 1 << 16))
    let alive = wire.call("barrier")
    #expect(alive["error"]?["code"]?.integer == -32601)
    #expect(wire.noise.isEmpty, "not a message: \(wire.noise)")
    for message in wire.messages where message["method"] == nil {
      let isAnswer = message["id"] != nil && (message["result"] != nil) != (message["error"] != nil)
      #expect(isAnswer)
    }
  }

  /// Bytes are changed, dropped, doubled and moved; lengths of headers stay short, so that one does not swallow the rest.
  private static func mutate(_ stream: inout [UInt8], _ random: inout SeededGenerator) {
    for _ in 0..<(1 + random.next() % 8) {
      let place = Int(random.next() % UInt64(stream.count))
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(stream[place])
      switch random.next() % 5 {
      case 0 where !isDigit: stream[place] = UInt8(truncatingIfNeeded: random.next())
      case 1 where !isDigit: stream.remove(at: place)
      case 2 where !isDigit: stream.insert(Array(#"{}[]",:\0-e"#.utf8)[Int(random.next() % 11)], at: place)
      case 3:
        let end = min(place + Int(random.next() % 40), stream.count)
        stream.removeSubrange(place..<end)
      default: stream[place] ^= 1
      }
      if stream.isEmpty { stream = [UInt8(ascii: "\n")] }
    }
  }
}
