import JSONRPC
import Recording
import SyntheticConversations
import Testing

@testable import Replay

/// The session by itself, on a simulated clock.
@Suite struct ReplaySessionTests {
  // MARK: Order

  @Test func lockstepWaitsForWhatCameBefore() {
    var builder = ConversationBuilder.begun()
    builder.exchange("a")
    let pending = builder.request("b")
    builder.request("c")
    builder.answer(pending)
    builder.request("d")
    builder.goodbye()
    let result = SimulatedServer.answering(after: 50_000).run(session(builder))
    #expect(result.order == ["initialize", "initialized", "a", "b", "c", "d", "shutdown", "exit"])
    // "c" did not wait for the answer to "b"; "d" did.
    #expect(result.times(of: "b") == result.times(of: "c"))
    #expect(result.times(of: "d").first == (result.times(of: "b").first ?? 0) + 50_000)
  }

  @Test(arguments: ["lockstep", "recorded", "scaled:0.1", "flood"])
  func nothingGoesBeforeTheAnswerToInitialize(_ clock: String) throws {
    var builder = ConversationBuilder.begun()
    builder.exchange("a")
    builder.goodbye()
    let pacing = try #require(Pacings.named(clock))
    let result = SimulatedServer.answering(after: 700_000).run(session(builder), pacing: pacing)
    #expect((result.times(of: "initialized").first ?? 0) >= 700_000)
    // Nor does exit go before the answer to shutdown.
    #expect((result.times(of: "exit").first ?? 0) >= (result.times(of: "shutdown").first ?? 0) + 700_000)
  }

  @Test func aFileIsChangedBeforeTheServerIsTold() throws {
    var fixture = RecordedFixture.begun()
    fixture.changeOnDisk("lib.x", type: 2, number: 0, text: "new")
    let actions = SimulatedServer.answering().run(fixture.ended()).actions
    let told = try #require(
      actions.firstIndex {
        guard case .send(let framed) = $0 else { return false }
        return String(decoding: framed.body, as: UTF8.self).contains("didChangeWatchedFiles")
      })
    guard case .changed(let change, let uri, _) = actions[told - 1] else {
      Issue.record("nothing was changed")
      return
    }
    #expect(change.outcome == .written(Array("new".utf8), isExecutable: false))
    #expect(uri == "\(RecordedFixture.root)/lib.x")
  }

  @Test func aCancelGoesOutInItsPlace() {
    var builder = ConversationBuilder.begun()
    let sent = builder.request("a")
    builder.cancel(sent)
    builder.request("b")
    builder.answer(sent)
    builder.goodbye()
    let result = SimulatedServer.answering().run(session(builder))
    #expect(Array(result.order[2...4]) == ["a", "$/cancelRequest", "b"])
    #expect(result.outcome.exchanges.values.filter(\.isCancelled).map(\.method) == ["a"])
  }

  @Test func repliesKeepTheirPlaceAmongTheClientsMessages() {
    var builder = ConversationBuilder.begun()
    let asked = builder.request("workspace/configuration", ["items": []], from: .server, id: .string("recorded"))
    builder.answer(asked, [])
    builder.exchange("a")
    builder.goodbye()
    let server = SimulatedServer.answering { method, _ in
      guard method == "initialized" else { return nil }
      let params: JSONValue = ["items": []]
      return [(90_000, .say(["jsonrpc": "2.0", "id": 7, "method": "workspace/configuration", "params": params]))]
    }
    let result = server.run(session(builder))
    #expect(Array(result.order[1...3]) == ["initialized", "answer 7", "a"])
  }

  // MARK: Pace

  @Test(arguments: [("recorded", 1.0), ("scaled:0.5", 0.5), ("scaled:3", 3)])
  func aTimedPaceKeepsDistances(_ clock: String, _ factor: Double) throws {
    var builder = ConversationBuilder.begun()
    builder.step = 100_000
    builder.exchange("a")
    builder.exchange("b")
    builder.goodbye()
    let pacing = try #require(Pacings.named(clock))
    let result = SimulatedServer.answering(after: 10).run(session(builder), pacing: pacing)
    let distance = (result.times(of: "b").first ?? 0) - (result.times(of: "a").first ?? 0)
    #expect(distance == Int64(200_000 * factor))
  }

  @Test func floodWaitsForNothingElse() {
    var builder = ConversationBuilder.begun()
    for _ in 0..<5 { builder.exchange("a") }
    builder.goodbye()
    let result = SimulatedServer.answering(after: 50_000).run(session(builder), pacing: Flood())
    #expect(Set(result.times(of: "a")).count == 1)
  }

  @Test(arguments: ["", "fast", "scaled:", "scaled:0", "scaled:-1", "scaled:nan", "scaled:1e9", "virtual"])
  func anUnknownClockIsNone(_ name: String) { #expect(Pacings.named(name) == nil) }

  // MARK: Time-outs

  @Test func aTimeOutCountsFromTheLastAnswer() {
    var builder = ConversationBuilder.begun()
    let slow = builder.request("slow")
    for _ in 0..<4 { builder.exchange("a") }
    builder.answer(slow)
    builder.goodbye()
    let server = SimulatedServer.answering(after: 600_000) { method, message in
      method == "slow" ? [(2_000_000, .say(["jsonrpc": "2.0", "id": message["id"] ?? nil, "result": nil]))] : nil
    }
    let result = server.run(session(builder), timeouts: TimeoutPolicy(request: 1_000_000))
    #expect(result.outcome.log.problems == [])
  }

  @Test func twoTimeOutsInARowAreAHang() {
    var builder = ConversationBuilder.begun()
    for _ in 0..<100 { builder.exchange("a") }
    builder.goodbye()
    let server = SimulatedServer.answering { method, _ in method == "a" ? [] : nil }
    let result = server.run(session(builder), timeouts: TimeoutPolicy(request: 1_000_000))
    #expect(result.times(of: "a").count == 2)
    #expect(result.time < 2_100_000)
    #expect(result.outcome.log.problems.last?.kind == .hung)
  }

  @Test func aMethodMayHaveATimeOutOfItsOwn() {
    var builder = ConversationBuilder.begun()
    builder.exchange("a")
    builder.goodbye()
    let server = SimulatedServer.answering { method, _ in method == "a" ? [] : nil }
    let result = server.run(session(builder), timeouts: TimeoutPolicy(byMethod: ["a": 5000]))
    #expect(result.outcome.exchanges.values.filter(\.timedOut).map(\.method) == ["a"])
    #expect(result.time < 100_000)
  }

  // MARK: The end

  @Test func aRecordingWithoutShutdownEndsWithOurs() {
    var builder = ConversationBuilder.begun()
    builder.exchange("a")
    builder.request("never answered")
    let result = SimulatedServer.answering().run(session(builder, isFinished: false))
    #expect(Array(result.order.suffix(2)) == ["shutdown", "exit"])
    #expect(result.actions.last == .closeInput)
  }

  @Test func settlingEndsAtOnceWhenTheDiagnosticsAreThere() {
    #expect(duration(live: "same") < 100_000)
  }

  @Test func settlingIsBoundedWhenTheyNeverCome() {
    let time = duration(live: "other")
    #expect(time > 1_000_000)
    #expect(time < 11_000_000)
  }

  private func duration(live message: String) -> Int64 {
    var builder = ConversationBuilder.begun()
    builder.open("file:///w/a", "x")
    builder.publish("file:///w/a", version: 1, "same")
    builder.goodbye()
    let server = SimulatedServer.answering { method, _ in
      guard method == "textDocument/didOpen" else { return nil }
      var echo = ConversationBuilder()
      echo.publish("file:///w/a", version: 1, message)
      guard case .message(_, let framed)? = echo.records.first?.event, let body = try? JSONValue(parsing: framed.body)
      else { return [] }
      return [(5000, .say(body))]
    }
    return server.run(session(builder)).time
  }

  @Test func anInterruptionEndsTheServerAtOnce() {
    var builder = ConversationBuilder.begun()
    for _ in 0..<10 { builder.exchange("a") }
    builder.goodbye()
    let server = SimulatedServer.answering { method, _ in method == "a" ? [(10, .interrupt)] : nil }
    let result = server.run(session(builder))
    #expect(result.order == ["initialize", "initialized", "a"])
    #expect(result.actions.last == .kill)
    #expect(result.outcome.log.problems.first?.kind == .interrupted)
  }

  private func session(_ builder: ConversationBuilder, isFinished: Bool = true) -> RecordedSession {
    RecordedSession(
      name: "built", header: Header(started: "", recorder: "", command: [], directory: "/"), records: builder.records,
      isFinished: isFinished)
  }
}
