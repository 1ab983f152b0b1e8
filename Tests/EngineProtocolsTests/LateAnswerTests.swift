import EngineProtocols
import JSONRPC
import PikeAnalysis
import ProcessControl
import Testing

/// What the adapters make of answers that come when they should not.
struct LateAnswerTests {
  private let engine = LateEngine()
  private let sent = Monitor([JSONValue]())

  private func makeQueryEngine() -> QueryEngineServer {
    let sent = sent
    return QueryEngineServer(engine: engine, options: AdapterOptions()) { bytes in
      sent.withLock { $0.append((try? JSONValue(parsing: bytes)) ?? .null) }
    }
  }

  private func receive(_ adapter: some ProtocolAdapter, _ lines: String...) {
    adapter.receive(Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  private var answers: [JSONValue] { sent.withLock { $0 } }

  private static let query =
    #"{"id":1,"method":"engine_query","params":{"feature":"hover","requestId":"q","queryParams":{"uri":"/a","position":{"line":0,"character":0}}}}"#

  /// INV-04, when the result has been made before the cancel, and comes after it.
  @Test
  func aResultThatComesAfterTheCancelIsNotTold() {
    let adapter = makeQueryEngine()
    receive(adapter, Self.query, #"{"id":2,"method":"engine_cancel_request","params":{"requestId":"q"}}"#)
    #expect(answers.map { $0["id"]?.integer } == [2])
    engine.answer(.hover(nil))
    #expect(answers.count == 2)
    #expect(answers.last?["error"]?["code"]?.integer == -32800)
    #expect(answers.last?["error"]?["data"]?["metrics"]?["cancelled"]?.bool == true)
  }

  @Test
  func aRequestIsAnsweredOnceHoweverOftenTheEngineAnswers() {
    let adapter = makeQueryEngine()
    receive(adapter, Self.query)
    engine.answer(.hover(nil), times: 3)
    #expect(answers.count == 1)
    #expect(answers.first?["result"]?["result"]?["payload"] == .null)
    #expect(answers.first?["result"]?["metrics"]?["durationMs"] == .number("12.345"))
    #expect(adapter.openRequests == 0)
  }

  /// A cancel that comes too late changes nothing of what was said, and is accepted.
  @Test
  func aCancelAfterTheResultIsAccepted() {
    let adapter = makeQueryEngine()
    receive(adapter, Self.query)
    engine.answer(.hover(nil))
    receive(adapter, #"{"id":2,"method":"engine_cancel_request","params":{"requestId":"q"}}"#)
    #expect(answers.last?["result"] == ["accepted": true])
    #expect(answers.count == 2)
  }

  /// Before the first mutation there is no revision that could be named.
  @Test
  func theFirstQueryIsAboutRevisionOneAtLeast() {
    let adapter = makeQueryEngine()
    receive(adapter, Self.query)
    engine.answer(.hover(nil))
    #expect(answers.first?["result"]?["snapshotIdUsed"]?.string == "snp-1")
  }
}
