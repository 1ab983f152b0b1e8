import EngineProtocols
import JSONRPC
import QueryEngine
import TestSupport
import Testing

/// Every request is answered exactly once, whatever is cancelled, superseded or edited meanwhile.
struct AnsweredOnceTests {
  @Test(arguments: Channel.allCases, [1, 2, 3] as [UInt64])
  func underAFloodOfCancelsAndEdits(channel: Channel, seed: UInt64) throws {
    let wire = try Wire(.lsp, channel)
    wire.initialize(["textDocument": ["diagnostic": [:]]])
    wire.didOpen(String(repeating: Wire.program, count: 30))
    var random = SeededGenerator(seed: seed)
    let methods = [
      "completion", "hover", "definition", "documentSymbol", "semanticTokens/full", "diagnostic", "references",
    ]
    var requests: [Int] = []
    var cancelled: Set<Int> = []
    for version in 2...400 {
      let method = methods[Int(random.next() % UInt64(methods.count))]
      let params: JSONValue = [
        "textDocument": Wire.document(), "position": Wire.position(7, 9), "context": ["includeDeclaration": true],
      ]
      requests.append(wire.begin("textDocument/\(method)", params))
      if random.next() % 2 == 0 {
        let id = requests[requests.count - 1 - Int(random.next() % UInt64(min(4, requests.count)))]
        cancelled.insert(id)
        wire.notify("$/cancelRequest", ["id": .number(String(id))])
      }
      if random.next() % 3 == 0 { wire.didChange(version, [Wire.change((0, 0), (0, 0), "/")]) }
    }
    for id in requests { _ = wire.answer(to: id) }
    wire.notify("$/cancelRequest", ["id": .number(String(requests[0]))])
    #expect(wire.call("barrier")["error"]?["code"]?.integer == -32601)
    var counts: [Int: Int] = [:]
    var codes: Set<Int> = []
    for message in wire.messages where message["method"] == nil {
      guard let id = message["id"]?.integer, requests.contains(id) else { continue }
      counts[id, default: 0] += 1
      guard let code = message["error"]?["code"]?.integer else { continue }
      codes.insert(code)
      if code == -32800 { #expect(cancelled.contains(id), "nobody cancelled \(id)") }
    }
    #expect(requests.allSatisfy { counts[$0] == 1 })
    #expect(codes.isSubset(of: [-32800, -32801, -32802]), "\(codes)")
  }

  /// Queries that never end by themselves: all are cancelled, and each is answered with that.
  @Test
  func hangingQueriesEndWithTheirCancel() throws {
    let wire = try Wire(.queryEngine, engine: .hanging)
    wire.open()
    let ids = (0..<200).map {
      wire.begin(
        "engine_query",
        Wire.query("definition", .string("q\($0)"), ["uri": .string(Wire.uri), "position": Wire.position($0, 0)]))
    }
    for index in 0..<200 { _ = wire.call("engine_cancel_request", ["requestId": .string("q\(index)")]) }
    for id in ids { #expect(wire.answer(to: id)["error"]?["code"]?.integer == -32800) }
    #expect(wire.messages.filter { ids.contains($0["id"]?.integer ?? 0) }.count == 200)
    #expect(wire.adapter?.openRequests == 0)
  }

  @Test
  func anIdThatIsOpenCannotBeUsedAgain() throws {
    let wire = try Wire(.queryEngine, engine: .hanging)
    wire.open()
    let first = wire.begin(
      "engine_query", Wire.query("hover", "q", ["uri": .string(Wire.uri), "position": Wire.position(0, 0)]))
    let second = wire.query("hover", "q", ["uri": .string(Wire.uri), "position": Wire.position(1, 1)])
    #expect(second["result"]?["error"]?["code"]?.string == "INVALID_PARAMS")
    // A number and a text are two ids.
    _ = wire.call("engine_cancel_request", ["requestId": .string("q")])
    #expect(wire.answer(to: first)["error"]?["code"]?.integer == -32800)
  }

  /// What is open when the engine ends is answered, too.
  @Test
  func theEndAnswersWhatIsOpen() throws {
    let wire = try Wire(.lsp, engine: .hanging)
    wire.initialize()
    wire.didOpen()
    let id = wire.begin("textDocument/hover", ["textDocument": Wire.document(), "position": Wire.position(0, 0)])
    wire.engine?.dispose()
    #expect(wire.answer(to: id)["error"]?["code"]?.integer == -32800)
  }
}
