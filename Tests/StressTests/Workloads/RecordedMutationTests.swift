import JSONRPC
import Recording
import Replay
import Simulation
import Stress
import Testing
import Transcript

@Suite struct RecordedMutationTests {
  /// A session that somebody had: over a project of its own, with texts that are not those of the files.
  private static let recorded: RecordedSession = {
    var choices = Choices(seed: 11)
    var workspace = SampleWorkspace.make(.pike, &choices)
    workspace.root = "/home/somebody/work"
    var script = ClientScript(framing: .contentLength, workspace: workspace)
    let path = workspace.sources[0].path
    script.open(path, text: "int first;\nint second;\n")
    for number in 0..<120 {
      let end = script.text(path).count
      script.pause(90_000)
      script.edit(path, replacing: end..<end, with: "int v\(number); // é🛶\n")
      if number % 5 == 0 { script.hover(path, at: 4) }
    }
    return script.finish()
  }()

  @Test func aStretchOfTheSessionIsToldAgain() throws {
    let workload = try Workloads.make("recorded-mutation", recording: Self.recorded)
    let workspace = SampleWorkspace(recording: Self.recorded)
    #expect(workspace.root == "/home/somebody/work" && workspace.language == .pike)
    var starts: Set<Int> = []
    for seed in 0..<60 {
      var choices = Choices(seed: UInt64(seed))
      var script = ClientScript(framing: .contentLength, workspace: workspace)
      workload.write(&script, &choices)
      let session = script.finish()
      let path = try #require(script.openPaths.first)
      let text = String(decoding: script.text(path), as: UTF8.self)
      #expect(text.hasPrefix("int first;\n"))
      starts.insert(text.utf8.count)
      let transcript = Transcript(session.records)
      #expect(transcript.documents.text(of: script.uri(path), atRecord: .max) == script.text(path))
    }
    #expect(starts.count > 20, "stretches begin at many places")
  }

  @Test func withNoChangesItIsAsItWas() throws {
    let workload = try Workloads.make(
      "recorded-mutation", ["changes": .number(0), "messages": .number(1_000)], recording: Self.recorded)
    var choices = Choices(seed: 1)
    var script = ClientScript(framing: .contentLength, workspace: SampleWorkspace(recording: Self.recorded))
    workload.write(&script, &choices)
    let path = try #require(script.openPaths.first)
    let last = Transcript(Self.recorded.records).documents.text(of: script.uri(path), atRecord: .max)
    #expect(script.text(path) == last)
  }
}
