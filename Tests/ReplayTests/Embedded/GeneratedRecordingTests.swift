import Glibc
import JSONRPC
import Recording
import Simulation
import Testing

@testable import Replay

/// A recording as a generator writes it: the client's messages, in the text that stands in the file.
private func generated(_ bodies: [String], step: Int64 = 1000) -> RecordedSession {
  let begin = [
    #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"rootUri":"file:///p","capabilities":{}}}"#,
    #"{"jsonrpc":"2.0","method":"initialized","params":{},"$after":[1]}"#,
  ]
  let records = (begin + bodies).enumerated().map { index, body in
    Record(
      number: index, time: Int64(index) * step,
      event: .message(from: .client, FramedMessage(body: Array(body.utf8))))
  }
  let header = Header(
    started: "", recorder: "test", command: ["x"], directory: "/p", run: ["generated": true])
  return RecordedSession(name: "generated", header: header, records: records)
}

private func hover(_ id: Int, line: Int, _ more: String = "") -> String {
  #"{"jsonrpc":"2.0","id":\#(id),"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///p/a"},"position":{"line":\#(line),"character":0}}\#(more)}"#
}

private let ending = [
  #"{"jsonrpc":"2.0","id":90,"method":"shutdown","$quiet":100}"#, #"{"jsonrpc":"2.0","method":"exit","$after":[90]}"#,
]

private func simulate(
  _ session: RecordedSession, _ fault: TestServer.Fault = .none, _ options: RunOptions = RunOptions()
) throws -> EmbeddedRun.Simulated {
  try EmbeddedRun(session, options: EmbeddedRun.Options(), server: TestServer.factory(fault)).simulate(options)
}

extension EmbeddedRun.Simulated {
  /// What the client said, in order, as text, with the time in microseconds.
  fileprivate var said: [(time: Int64, text: String)] {
    events.compactMap { event, time in
      guard case .message(.client, let message) = event else { return nil }
      return (time, String(decoding: message.body, as: UTF8.self))
    }
  }

  fileprivate func time(of text: String) -> Int64? { said.first { $0.text.contains(text) }?.time }
}

@Suite struct GeneratedRecordingTests {
  @Test func directionsAreFollowedAndNotSent() throws {
    let take = #"{"jsonrpc":"2.0","id":3,"method":"textDocument/hover","params":{"x":{"$from":2,"at":["contents"]}}}"#
    let run = try simulate(generated([hover(2, line: 7), take] + ending))
    #expect(run.verdict.conclusion == .passed, "\(run.verdict.failures)")
    #expect(run.said.count == 6)
    #expect(run.said.contains { $0.text.contains("$") } == false)
    // The answer takes 2 ms, which is longer than the pause before the message that hands its value back.
    let asked = try #require(run.time(of: #""id":2"#))
    let taken = try #require(run.time(of: #""x":"line 7 in "#))
    #expect(taken >= asked + 2000)
    let shutdown = try #require(run.time(of: "shutdown"))
    #expect(shutdown >= taken + 2000 + 100_000)
    #expect(run.said.last?.text.contains("exit") == true)
  }

  @Test func aMessageWithoutItsValueIsNotSent() throws {
    let take = #"{"jsonrpc":"2.0","id":3,"method":"textDocument/hover","params":{"x":{"$from":2,"at":["none",4]}}}"#
    let never = #"{"jsonrpc":"2.0","id":4,"method":"textDocument/hover","params":{"x":{"$from":77,"at":[]}}}"#
    let run = try simulate(generated([hover(2, line: 7), take, never] + ending))
    #expect(run.verdict.conclusion == .passed, "\(run.verdict.failures)")
    #expect(run.said.count == 5)
  }

  @Test func whoHasWaitedGoesOnAtTheRecordedDistances() throws {
    let bodies = [hover(2, line: 1), hover(3, line: 2, #","$quiet":5000"#), hover(4, line: 3)]
    let run = try simulate(generated(bodies + ending, step: 10_000))
    let times = try ["2", "3", "4"].map { try #require(run.time(of: #""id":\#($0),"#)) }
    #expect(times[1] - times[0] >= 5_000_000)
    #expect(times[2] - times[1] == 10_000)
  }

  @Test func eachRequestMustBeAnswered() throws {
    let run = try simulate(generated([hover(2, line: 7)] + ending), .neverAnswersHover)
    #expect(run.verdict.conclusion == .failed)
    let twice = try simulate(generated([hover(2, line: 7)] + ending), .answersTwice)
    #expect(twice.verdict.conclusion == .failed)
  }

  @Test func anUnfinishedOneIsEndedInOrder() throws {
    let run = try simulate(generated([hover(2, line: 7)]))
    #expect(run.verdict.conclusion == .passed, "\(run.verdict.failures)")
    #expect(run.said.suffix(2).map(\.text).joined().contains("exit"))
  }

  /// As a failure's file, and back.
  @Test func aFailuresFileIsGeneratedToo() throws {
    let folder = TemporaryFolder()
    let run = try EmbeddedRun(
      generated([hover(2, line: 7)] + ending), options: EmbeddedRun.Options(), server: TestServer.factory())
    let path = try FailureFiles(folder: folder.path).write(run, RunOptions(seed: 5, length: 100))
    let back = try RecordedSession.load(path: path)
    #expect(back.isGenerated && back.isFinished)
    let again = try EmbeddedRun(back, options: EmbeddedRun.Options(), server: TestServer.factory())
    let options = try #require(try again.headerOptions())
    #expect(options.seed == 5)
    #expect(again.simulate(options).report.hash == run.simulate(RunOptions(seed: 5, length: 100)).report.hash)
  }

  @Test(arguments: [
    #"{"id":5,"method":"m","$after":7,"$quiet":"x","params":{"$from":{},"at":3}}"#,
    #"{"id":5,"method":"m","$after":[[1],null,"1"],"params":[{"$from":1,"at":[-1,99999999999999999999]}]}"#,
    #"{"$quiet":-5,"$after":[1,1,1]}"#, #"["$after"]"#, #"{"a":"$"#,
  ])
  func directionsFromStrangersDoNoHarm(_ body: String) throws {
    let run = try simulate(generated([body] + ending))
    #expect(run.verdict.conclusion != .couldNotRun)
    #expect(run.status == .exit(0))
  }

  // MARK: Faults of the conversation

  private static func session() -> RecordedSession {
    generated(
      (2...20).map { hover($0, line: $0) } + [#"{"method":"workspace/didChangeWatchedFiles","params":{}}"#] + ending)
  }

  private static func options(_ place: ConversationPlace, _ fault: Fault, rate: Int = 1_000_000) -> RunOptions {
    var options = RunOptions(seed: 3, length: 100)
    options.faults = [place.rawValue: [FaultRule(fault, rate: rate)]]
    return options
  }

  @Test func aServerThatIsMadeToCrashIsNotBlamed() throws {
    let run = try simulate(Self.session(), .none, Self.options(.server, .fail, rate: 100_000))
    #expect(run.verdict.conclusion == .passed, "\(run.verdict.failures)")
    #expect(run.status == .signal(6))
    #expect(run.verdict.problems.contains { $0.kind == .crashed && $0.severity == .note })
  }

  @Test func aLostNotificationIsNotSent() throws {
    let run = try simulate(Self.session(), .none, Self.options(.notification, .drop))
    #expect(run.verdict.conclusion == .passed, "\(run.verdict.failures)")
    #expect(run.said.contains { $0.text.contains("didChangeWatchedFiles") } == false)
    #expect(run.said.count == 23)
  }

  @Test func aSlowClientAndAJumpOfTimeTakeTime() throws {
    let plain = try simulate(Self.session()).report.time
    let slow = try simulate(Self.session(), .none, Self.options(.clientRead, .stall(.milliseconds(500)))).report.time
    let jump = try simulate(Self.session(), .none, Self.options(.clock, .stall(.seconds(10)))).report.time
    let late = try simulate(Self.session(), .none, Self.options(.notification, .stall(.seconds(1))))
    #expect(slow > plain + .seconds(5))
    #expect(jump > plain + .seconds(100))
    #expect(late.said.contains { $0.text.contains("didChangeWatchedFiles") })
  }
}
