import Checkers
import JSONRPC
import Recording
import Replay
import Testing

@testable import Stress

@Suite struct NextLifeTests {
  private typealias Event = FreshOracle.Event

  private static func client(_ body: String) -> Event {
    (.message(from: .client, FramedMessage(body: Array(body.utf8))), 0)
  }

  private static func server(_ id: String, _ rest: String) -> Event {
    (.message(from: .server, FramedMessage(body: Array(#"{"jsonrpc":"2.0","id":\#(id),\#(rest)}"#.utf8))), 0)
  }

  private static let document = #""textDocument":{"uri":"file:///w/a.pike"}"#

  private static func pull(_ id: Int) -> Event {
    client(#"{"jsonrpc":"2.0","id":\#(id),"method":"textDocument/diagnostic","params":{\#(document)}}"#)
  }

  private static func report(_ resultID: String, _ messages: String) -> String {
    #""result":{"kind":"full","resultId":"\#(resultID)","items":[\#(messages)]}"#
  }

  /// A client that opens a document, pulls its diagnostics twice and asks for completions in the end.
  private static let life: [Event] = [
    client(#"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"capabilities":{}}}"#),
    server("0", #""result":{"capabilities":{"completionProvider":{"resolveProvider":true}}}"#),
    client(#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#),
    client(
      #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///w/a.pike","languageId":"pike","version":1,"text":"int x;"}}}"#
    ),
    pull(1), server("1", report("old", #"{"message":"a"}"#)), pull(2), server("2", report("new", "")),
    client(
      #"{"jsonrpc":"2.0","id":"probe/0/textDocument/completion","method":"textDocument/completion","params":{\#(document),"position":{"line":0,"character":5}}}"#
    ),
    server(
      #""probe/0/textDocument/completion""#,
      #""result":{"items":[{"label":"plain"},{"label":"x","data":{"is":1}}]}"#),
  ]

  private static let session = RecordedSession(
    name: "life",
    header: Header(started: "", recorder: "", command: [], directory: "/w", run: ["generated": true]),
    records: life.map(\.event).filter { if case .message(.server, _) = $0 { false } else { true } }.enumerated().map {
      Record(number: $0.offset, time: 0, event: $0.element)
    })

  private func nextLife(after events: [Event]) throws -> NextLife? {
    NextLife(try #require(FreshSession(Self.session)), after: events)
  }

  private func requests(_ session: RecordedSession) -> [JSONValue] {
    session.records.compactMap { record in
      guard case .message(.client, let message) = record.event else { return nil }
      return try? JSONValue(parsing: message.body)
    }
  }

  @Test func whatTheClientHoldsIsHandedBack() throws {
    let next = try #require(try nextLife(after: Self.life))
    let requests = requests(next.session)
    let methods = requests.compactMap { $0["method"]?.string }
    #expect(
      methods == [
        "initialize", "initialized", "textDocument/didOpen", "completionItem/resolve", "textDocument/completion",
        "completionItem/resolve", "textDocument/diagnostic", "textDocument/diagnostic", "shutdown", "exit",
      ])
    // The item as it was made, and what this server makes at the same place.
    #expect(requests[3]["params"] == ["label": "x", "data": ["is": .number("1")]])
    #expect(requests[5]["params"]?["at"] == ["items", .number("1")])
    // The id that is out of date.
    #expect(requests[6]["params"]?["previousResultId"] == "old")
    #expect(requests[7]["params"]?["previousResultId"] == nil)
  }

  @Test func aClientThatHoldsNothingHasNoNextLife() throws {
    let events = Self.life.filter { event, _ in
      if case .message(_, let message) = event {
        !String(decoding: message.body, as: UTF8.self).contains("result")
      } else {
        true
      }
    }
    #expect(try nextLife(after: events) == nil)
  }

  /// Answers to the two resolves and to the two pulls; what is found.
  private static let cases: [(resolves: [String], pulls: [String], finding: String?)] = [
    ([item("docs", 1), item("docs", 2)], [report("new", ""), report("new", "")], nil),
    ([item("", 1), item("docs", 2)], [report("new", ""), report("new", "")], "what it says of its own"),
    ([failure(-32803), item("docs", 2)], [report("new", ""), report("new", "")], nil),
    ([failure(-32603), item("docs", 2)], [report("new", ""), report("new", "")], "an answer, or a clear error"),
    (["", item("docs", 2)], [report("new", ""), report("new", "")], "an answer"),
    // It has nothing to say for itself either.
    ([item("", 1), failure(-32603)], [report("new", ""), report("new", "")], nil),
    ([item("docs", 1), item("docs", 2)], [unchanged, report("new", "")], "what it says of its own"),
    // The client knows this very list under the id.
    ([item("docs", 1), item("docs", 2)], [unchanged, report("new", #"{"message":"a"}"#)], nil),
  ]

  private static func item(_ documentation: String, _ data: Int) -> String {
    #""result":{"label":"x","documentation":"\#(documentation)","data":\#(data)}"#
  }

  private static func failure(_ code: Int) -> String { #""error":{"code":\#(code),"message":"no"}"# }
  private static let unchanged = #""result":{"kind":"unchanged","resultId":"old"}"#

  @Test(arguments: cases.indices)
  func whatIsNotRightIsFoundAndNothingElse(_ index: Int) throws {
    let (resolves, pulls, expected) = Self.cases[index]
    let next = try #require(try nextLife(after: Self.life))
    let ids = requests(next.session).compactMap { $0["id"]?.string }
    let answers = [resolves[0], #""result":{"items":[]}"#, resolves[1], pulls[0], pulls[1]]
    let events = zip(ids, answers).filter { !$0.1.isEmpty }.map { Self.server("\"\($0.0)\"", $0.1) }
    let finding = next.finding(in: events, dependsOnTime: false)
    #expect((finding == nil) == (expected == nil), "\(String(describing: finding))")
    if let expected { #expect(finding?.expected.contains(expected) == true && finding?.weight == .must) }
    #expect(next.finding(in: events, dependsOnTime: true)?.weight != .must, "LSP promises nothing of the kind")
  }
}
