import JSONRPC
import Recording
import Replay
import Stress
import Testing

@Suite struct WorkloadSettingsTests {
  @Test func namesAreUnlikeEachOtherAndPurposesAreSentences() {
    let names = Workloads.all.map { $0.name }
    #expect(Set(names).count == names.count)
    for workload in Workloads.all {
      #expect(workload.name.allSatisfy { $0.isLowercase || $0 == "-" })
      #expect(workload.purpose.hasSuffix(".") && workload.purpose.count > 30)
    }
  }

  @Test(
    arguments: [
      ("typo", [:], "there is no workload 'typo'"),
      ("typist", ["speed": .number(3)], "there is no parameter 'speed'; there are: messages, slips, keys-per-edit"),
      ("typist", ["slips": .number(101)], "'slips' must be 0 to 100"),
      ("typist", ["slips": .word("many")], "'slips' must be 0 to 100"),
      ("cancellation", ["kind": .word("never")], "'kind' must be any, before, during"),
    ] as [(String, [String: WorkloadParameter.Value], String)])
  func mistakesAreExplained(
    _ name: String, _ parameters: [String: WorkloadParameter.Value], _ message: String
  ) {
    let error = #expect(throws: WorkloadError.self) { try Workloads.make(name, parameters) }
    #expect(error?.description.hasPrefix(message) == true)
  }

  @Test func longerSessionsAreLonger() throws {
    // A handshake is as long as it is.
    for name in Workloads.all.map({ $0.name }) where name != Handshakes.name {
      let length = try Sample(name, seed: 3, ["messages": .number(400)]).script.messageCount
      #expect(name == "lifecycle" || (300...700).contains(length), "\(name): \(length)")
    }
  }

  @Test(arguments: ["before", "after-answer", "flood", "reused-id", "behind-edit"])
  func cancellationHasKinds(_ kind: String) throws {
    let sample = try Sample("cancellation", seed: 0, ["kind": .word(kind)], language: .pike)
    let bodies = sample.bodies.map { String(decoding: $0, as: UTF8.self) }
    let cancels = bodies.filter { $0.contains("ancelRequest") || $0.contains("cancel_request") }
    #expect(cancels.count > 2)
    #expect(cancels.contains { $0.contains("$after") } == (kind == "after-answer" || kind == "reused-id"))
    #expect(sample.problems.isEmpty)
  }

  /// The tests' own checks find what is wrong.
  @Test func anEditThatIsLostIsNoticed() throws {
    let sample = try Sample("typist", seed: 0, language: .pike)
    var session = sample.session
    let edit = session.records.firstIndex { record in
      guard case .message(_, let message) = record.event else { return false }
      return String(decoding: message.body, as: UTF8.self).contains(#""textDocument/didChange""#)
    }
    session.records.remove(at: try #require(edit))
    let planted = Sample(sample, session)
    #expect(!planted.textProblems.isEmpty)
  }

  @Test func anEditOutsideOfItsTextIsNoticed() throws {
    let sample = try Sample("typist", seed: 0, language: .pike)
    var session = sample.session
    let uri = sample.script.uri(sample.script.openPaths[0])
    let body: JSONValue = [
      "jsonrpc": "2.0", "method": "textDocument/didChange",
      "params": [
        "textDocument": ["uri": .string(uri), "version": 1_000],
        "contentChanges": [
          ["range": ["start": ["line": 5_000, "character": 0], "end": ["line": 5_000, "character": 0]], "text": ""]
        ],
      ],
    ]
    session.records[session.records.count - 4].event = .message(from: .client, FramedMessage(body: body.serialized()))
    let problems = Sample(sample, session).problems
    #expect(problems.contains { $0.hasPrefix("edits-in-range") })
  }

  @Test func aWaitForNothingIsNoticed() throws {
    let sample = try Sample("cancellation", seed: 0, ["kind": .word("after-answer")], language: .pike)
    var session = sample.session
    let body = Array(#"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":1},"$after":[999]}"#.utf8)
    session.records[session.records.count - 3].event = .message(from: .client, FramedMessage(body: body))
    let problems = Sample(sample, session).problems
    #expect(problems.contains { $0.hasPrefix("waits for") })
  }
}
