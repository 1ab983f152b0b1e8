import Checkers
import JSONRPC
import Recording
import Replay
import Simulation
import Testing
import Transcript

@testable import Stress

private func session(_ workload: String, seed: UInt64, _ framing: Framing = .contentLength) throws -> RecordedSession {
  var choices = Choices(seed: seed)
  var script = ClientScript(framing: framing, workspace: SampleWorkspace.make(.pike, &choices))
  try Workloads.make(workload).write(&script, &choices)
  return script.finish()
}

private func message(_ party: Party, _ text: String) -> FreshOracle.Event {
  (.message(from: party, FramedMessage(body: Array(text.utf8))), 0)
}

private func answer(_ id: String, _ result: String) -> FreshOracle.Event {
  message(.server, #"{"jsonrpc":"2.0","id":"\#(id)","result":\#(result)}"#)
}

private func publish(_ version: Int, _ list: String) -> FreshOracle.Event {
  message(
    .server,
    #"{"method":"textDocument/publishDiagnostics","params":{"uri":"file:///a","version":\#(version),"diagnostics":\#(list)}}"#
  )
}

@Suite struct OracleTests {
  // MARK: Probes

  @Test(arguments: Framing.allCases)
  func probesStandBeforeTheEndAndOneWaitsForTheOther(_ framing: Framing) throws {
    let plain = try session("typist", seed: 3, framing)
    let probed = Probes.added(to: plain)
    let script = Script(probed)
    let probes = script.steps.filter { step in
      if case .request(let request) = step.role { Probes.isProbe(request.id) } else { false }
    }
    #expect(probes.count >= 5 && script.steps.count == Script(plain).steps.count + probes.count)
    let last = try #require(probes.last)
    let behind = script.steps.drop { $0.record <= last.record }.map { $0.message.method }
    #expect(framing == .lines ? behind.isEmpty : behind == ["shutdown", "exit"])
    #expect(probed.records.map(\.number) == Array(probed.records.indices))
    let ids = Set(
      script.steps.compactMap { step -> RequestID? in
        if case .request(let request) = step.role { request.id } else { nil }
      })
    #expect(ids.count == script.steps.count { if case .request = $0.role { true } else { false } })
  }

  @Test func aSessionWithoutAnOrderlyEndGetsNone() throws {
    var choices = Choices(seed: 1)
    var script = ClientScript(framing: .contentLength, workspace: SampleWorkspace.make(.pike, &choices))
    try Workloads.make("typist").write(&script, &choices)
    script.ending = .exit
    let plain = script.finish()
    #expect(Probes.added(to: plain).records == plain.records)
  }

  // MARK: The fresh session

  @Test(arguments: [("typist", 1), ("git-history", 2), ("reload-storm", 3), ("broken-edits", 4)] as [(String, UInt64)])
  func theFreshSessionHasTheFinalTextsAndTheSameProbes(_ workload: String, _ seed: UInt64) throws {
    let probed = Probes.added(to: try session(workload, seed: seed))
    let fresh = try #require(FreshSession(probed)?.session)
    let (old, new) = (Script(probed), Script(fresh))
    let first = try #require(
      old.steps.first { $0.message.method == "textDocument/documentSymbol" && $0.record > 3 && isProbe($0) })
    let texts = FinalDocuments(old, before: first.record).open
    let opened = FinalDocuments(new, before: .max).open
    #expect(!texts.isEmpty && texts.map(\.text) == opened.map(\.text) && texts.map(\.uri) == opened.map(\.uri))
    #expect(new.steps.contains { $0.message.method == Method.didChange } == false)
    #expect(new.steps.filter(isProbe).map(\.message.body) == old.steps.filter(isProbe).map(\.message.body))
  }

  private func isProbe(_ step: Script.Step) -> Bool {
    if case .request(let request) = step.role { Probes.isProbe(request.id) } else { false }
  }

  // MARK: What is found

  private static let opened = message(
    .client, #"{"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///a","version":2,"text":""}}}"#)

  /// What the fresh server said, what the other one said, and a part of what is found; nil for nothing.
  private static let cases: [([FreshOracle.Event], [FreshOracle.Event], String?)] = [
    ([answer("probe/0/textDocument/hover", "1")], [answer("probe/0/textDocument/hover", "1")], nil),
    ([answer("probe/0/textDocument/hover", "1")], [answer("probe/0/textDocument/hover", "2")], "textDocument/hover"),
    ([answer("probe/0/textDocument/hover", "1")], [answer("17", "2")], nil),
    ([opened, publish(2, "[]")], [opened, publish(2, "[]")], nil),
    ([opened, publish(2, "[]")], [opened, publish(2, #"[{"message":"x"}]"#)], "publishDiagnostics"),
    // Diagnostics of another version say nothing about this one.
    ([opened, publish(2, "[]")], [opened, publish(1, #"[{"message":"x"}]"#)], nil),
    (
      [answer("probe/0/hover", #"{"snapshotIdUsed":"snp-2","result":{"revision":2,"payload":1}}"#)],
      [answer("probe/0/hover", #"{"snapshotIdUsed":"snp-9","result":{"revision":9,"payload":1}}"#)], nil
    ),
    (
      [answer("probe/0/hover", #"{"snapshotIdUsed":"snp-2","result":{"revision":2,"payload":1}}"#)],
      [answer("probe/0/hover", #"{"snapshotIdUsed":"snp-9","result":{"revision":9,"payload":3}}"#)], "hover"
    ),
  ]

  @Test(arguments: cases.indices)
  func whatDiffersIsFoundAndNothingElse(_ index: Int) {
    let (fresh, live, expected) = Self.cases[index]
    let finding = FreshOracle(fresh: fresh).finding(in: live)
    if let expected {
      #expect(finding?.expected.contains(expected) == true, "\(String(describing: finding))")
    } else {
      #expect(finding == nil)
    }
  }
}
