import JSONRPC
import Recording
import Replay
import Simulation
import SyntheticConversations
import Testing

@testable import Shrinking

private func shrink(
  _ client: TestClient, _ oracle: some FailureOracle, _ options: RunOptions = RunOptions(), maximumRuns: Int = 1000
) throws -> ShrinkResult {
  try Shrinker(budget: ShrinkBudget(maximumRuns: maximumRuns)).shrink(
    ShrinkCandidate(session: client.session, options: options), oracle: oracle)
}

/// An edit that types "x", and later a completion there that is cancelled.
private func typesAndCancels(_ session: RecordedSession) -> Bool {
  var edited: Set<String> = []
  var asked: Set<Int> = []
  for said in session.said(whose: ["\"x\"", "textDocument/completion", "cancelRequest"]) {
    switch said.method {
    case "textDocument/didChange": if let uri = said.uri, said.inserted.contains("x") { edited.insert(uri) }
    case "textDocument/completion": if let uri = said.uri, let id = said.id, edited.contains(uri) { asked.insert(id) }
    case "$/cancelRequest": if let id = said.params["id"]?.integer, asked.contains(id) { return true }
    default: break
    }
  }
  return false
}

private let minimalCancel = [
  "initialize", "initialized", "textDocument/didOpen", "textDocument/didChange", "textDocument/completion",
  "$/cancelRequest",
]

@Suite struct ShrinkTests {
  @Test func tenThousandEventsBecomeSix() throws {
    let planted = PlantedSession.make(seed: 1, steps: 8300, plantAt: 5000) { session in
      session.type("x", in: "file:///w/c.pike")
      session.client.request("hover", "file:///w/a.pike", 0, 0)
      session.client.cancel(session.ask("completion", "file:///w/c.pike"))
    }
    #expect(planted.client.bodies.count > 10_000)
    let oracle = JudgingOracle { typesAndCancels($0.session) }
    oracle.every = 20
    let result = try shrink(planted.client, oracle)
    #expect(result.candidate.session.methods == minimalCancel)
    #expect(result.runs <= 1000 && result.isOneMinimal, "\(result.runs) runs")
    #expect(oracle.problems.isEmpty)
    let said = result.candidate.session.said
    #expect(said[2].params["textDocument"]?["text"] == "")
    #expect(said[3].params["contentChanges"] == [["range": range(0, 0, 0, 0), "text": "x"]])
    #expect(said[4].params["position"]?["line"] == 0)
    #expect(said.last?.time == 0)
    // Independent of the search's own word: without any one of the messages, it does not fail.
    for index in said.indices.dropFirst(3) {
      var fewer = result.candidate.session
      fewer.records.remove(at: fewer.records.count - said.count + index)
      let stillFails = typesAndCancels(fewer)
      #expect(!stillFails)
    }
  }

  @Test(arguments: 0..<8)
  func everyCandidateIsLegal(_ seed: Int) throws {
    let planted = PlantedSession.make(seed: UInt64(seed), steps: 120, plantAt: 20 + seed * 10) { session in
      session.type("x", in: session.anyDocument())
      for name in ["a", "b", "c", "d", "e"] {
        session.client.cancel(session.ask("completion", "file:///w/\(name).pike"))
      }
    }
    #expect(Legality.problems(in: planted.client.session) == [])
    let oracle = JudgingOracle { typesAndCancels($0.session) }
    let result = try shrink(planted.client, oracle)
    #expect(result.candidate.session.methods == minimalCancel)
    #expect(oracle.problems == [])
    #expect(oracle.repeats == 0)
  }

  @Test func deviationsThatDoNotMatterGo() throws {
    let planted = PlantedSession.make(seed: 3, steps: 100, plantAt: 50) { _ in }
    var options = RunOptions()
    let holds = (1...60).map { "a\(String($0, radix: 16)).1>bb*1" }.joined(separator: ",")
    options.scheduler = .replay(try #require(Schedule(text: "7;;;a@1=2;\(holds)")))
    func openDocuments(_ session: RecordedSession) -> Int {
      var (open, most): (Set<String>, Int) = ([], 0)
      for said in session.said {
        if said.method == "textDocument/didOpen", let uri = said.uri { open.insert(uri) }
        if said.method == "textDocument/didClose", let uri = said.uri { open.remove(uri) }
        most = max(most, open.count)
      }
      return most
    }
    let oracle = JudgingOracle { candidate in
      candidate.options.scheduler.text.contains("a2a.1>bb*1") && openDocuments(candidate.session) >= 2
    }
    let result = try shrink(planted.client, oracle, options)
    #expect(result.candidate.options.scheduler.text == "replay:0;;;;a2a.1>bb*1")
    #expect(
      result.candidate.session.methods
        == ["initialize", "initialized", "textDocument/didOpen", "textDocument/didOpen"])
    #expect(result.measure.deviations == 1 && result.isOneMinimal)
    #expect(oracle.problems == [])
  }

  @Test func typingBecomesATextThatWasThere() throws {
    var client = TestClient()
    client.open("file:///w/a", "int i;\n\n")
    for (index, letter) in "foo.ba".enumerated() {
      client.change("file:///w/a", edit(1, index, 1, index, String(letter)))
    }
    client.request("completion", "file:///w/a", 1, 6)
    let oracle = JudgingOracle { candidate in
      var text = ""
      for said in candidate.session.said {
        if said.method == "textDocument/didOpen" { text = said.params["textDocument"]?["text"]?.string ?? "" }
        if said.method == "textDocument/didChange" { text += said.inserted.joined() }
        if said.method == "textDocument/completion" { return text.contains("foo.") }
      }
      return false
    }
    let result = try shrink(client, oracle)
    #expect(
      result.candidate.session.methods
        == ["initialize", "initialized", "textDocument/didOpen", "textDocument/completion"])
    #expect(result.candidate.session.said[2].params["textDocument"]?["text"] == "foo.")
    #expect(oracle.problems == [])
  }

  @Test func pausesFaultsAndDirectionsAreLowered() throws {
    var client = TestClient()
    client.pause = 7_000_000
    client.open("file:///w/a", "abc")
    client.request("hover", "file:///w/a", 0, 1)
    var options = RunOptions()
    options.seed = 987_654
    options.faults = [
      "file-read": [FaultRule(.fail), FaultRule(.drop)], "clock": [FaultRule(.stall(.milliseconds(400)))],
    ]
    let oracle = JudgingOracle { candidate in
      let said = candidate.session.said
      guard let open = said.first(where: { $0.method == "textDocument/didOpen" }),
        let hover = said.first(where: { $0.method == "textDocument/hover" })
      else { return false }
      let stall = candidate.options.faults["clock"]?.contains {
        $0.fault == .stall(.milliseconds(100)) || $0.fault == .stall(.milliseconds(200))
          || $0.fault == .stall(.milliseconds(400))
      }
      return hover.time - open.time >= 30_000 && stall == true
    }
    let result = try shrink(client, oracle, options)
    #expect(result.candidate.options.faults == ["clock": [FaultRule(.stall(.milliseconds(100)), rate: 976)]])
    #expect(result.measure.pauses == 50_000)
    #expect(result.candidate.options.seed == 0)
    #expect(result.candidate.session.said[1].json["$after"] == nil)
    #expect(oracle.problems == [])
  }

  @Test func filesAndTheirTextsAreCutWithThePositionsInThem() throws {
    var client = TestClient()
    let text = "// é\nint one() {\n  return 1;\n}\nint needle;\nint two() {\n  return 2;\n}\n"
    client.files = (0..<9).map { TestClient.file("f\($0).pike", text) }
    client.open("file:///w/f3.pike", text)
    client.request("hover", "file:///w/f3.pike", 4, 10)
    let oracle = JudgingOracle { candidate in
      let isThere = candidate.session.files.contains { file in
        guard file.path == "f3.pike", case .captured(let bytes, _) = file.content else { return false }
        return String(decoding: bytes, as: UTF8.self).contains("needle")
      }
      let said = candidate.session.said
      guard isThere, let hover = said.first(where: { $0.method == "textDocument/hover" }) else { return false }
      let lines =
        said.first { $0.method == "textDocument/didOpen" }?.params["textDocument"]?["text"]?.string?
        .split(separator: "\n", omittingEmptySubsequences: false) ?? []
      guard let line = hover.params["position"]?["line"]?.integer, lines.indices.contains(line),
        let character = hover.params["position"]?["character"]?.integer
      else { return false }
      return lines[line].prefix(character).hasSuffix("needle")
    }
    let result = try shrink(client, oracle)
    #expect(result.candidate.session.files == [TestClient.file("f3.pike", "needle")])
    #expect(result.measure.text == 12)
    #expect(result.candidate.session.said.last?.params["position"] == ["line": 0, "character": 6])
    #expect(oracle.problems == [])
  }
}
