import Foundation
import JSONRPC
import ProcessControl
import Recording
import TestSupport
import Testing

/// `reprise replay` with no command, on the recorded sessions of the embedded engine.
@Suite struct EmbeddedCommandTests {
  private struct Run {
    var status: ProcessControl.ExitStatus
    var output: String
    var errors: String
    var lastLine: String { output.split(separator: "\n").last.map(String.init) ?? "" }
  }

  private let folder = TemporaryFolder()
  private static let checkout = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
  private static let recording = checkout + "/recordings/neovim-pike.trace.gz"

  private func run(_ arguments: [String]) throws -> Run {
    let script = #"cd "$1"; shift; exec "$@" >out 2>err </dev/null"#
    let process = try ChildProcess.spawn(
      command: "sh", arguments: ["-c", script, "sh", folder.path, Tool.reprise, "replay"] + arguments)
    for descriptor in [process.standardInput, process.standardOutput, process.standardError] {
      Descriptor.close(descriptor)
    }
    let status = try #require(process.wait(milliseconds: 120_000))
    return Run(status: status, output: read("out"), errors: read("err"))
  }

  private func read(_ name: String) -> String {
    (try? String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)) ?? ""
  }

  private func hash(_ output: String) -> Substring? {
    output.split(separator: "\n").first { $0.contains("  run ") }?.split(separator: ":").first
  }

  @Test func aRecordedSessionIsTheSameInVirtualTime() throws {
    let run = try run([Self.recording])
    #expect(run.status == .exit(0), Comment(rawValue: run.output + run.errors))
    #expect(run.lastLine.hasPrefix("PASS: 60 answers"))
    #expect(run.errors.isEmpty)
  }

  @Test(arguments: [[], ["--seed", "7"]])
  func twoProcessesMakeTheSameRun(_ more: [String]) throws {
    let hashes = try (0..<2).map { _ in try #require(hash(try run([Self.recording] + more).output)) }
    #expect(hashes[0] == hashes[1])
  }

  @Test func manySeedsPassAndAreTheSameTwice() throws {
    let run = try run([Self.recording, "--runs", "10", "--seed", "100", "--format", "json"])
    #expect(run.status == .exit(0), Comment(rawValue: run.output + run.errors))
    let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let replay = try #require((json["replays"] as? [[String: Any]])?.first)
    #expect(json["schemaVersion"] as? Int == 1)
    #expect(replay["runs"] as? Int == 10 && replay["passed"] as? Int == 10 && replay["doubleRuns"] as? Int == 1)
  }

  @Test func anInjectedFaultFailsAndItsFileReproducesIt() throws {
    let first = try run([Self.recording, "--fault", "file-read=fail"])
    #expect(first.status == .exit(1))
    let line = try #require(first.lastLine.components(separatedBy: "reproduce: ").last)
    #expect(line.hasPrefix("reprise replay failures/neovim-pike-0.trace.gz") && line.count <= 120)
    let again = try run(["failures/neovim-pike-0.trace.gz"])
    #expect(again.status == .exit(1))
    #expect(again.lastLine.contains("reproduced"), Comment(rawValue: again.lastLine))
    #expect(again.output.contains("the schedule of the file fits exactly"))
  }

  @Test func aStopShowsDocumentsAndTheSchedule() throws {
    let run = try run([Self.recording, "--at", "60"])
    #expect(run.status == .exit(0))
    for part in ["stopped after record #6", "documents:", "at version", "requests in flight:", "the schedule so far:"] {
      #expect(run.output.contains(part), Comment(rawValue: part))
    }
  }

  /// A session by query-engine-v2: what the engine answers the first time is what it must answer the second time.
  @Test func theOtherProtocolIsReplayedToo() throws {
    let messages = [
      #"{"id":1,"method":"get_protocol_info","params":{}}"#,
      #"{"id":2,"method":"engine_open_document","params":{"uri":"file:///w/a.pike","languageId":"pike","version":1,"text":"int main() { return x; }\n"}}"#,
      #"{"id":3,"method":"engine_query","params":{"feature":"diagnostics","requestId":"q1","snapshot":{"mode":"latest"},"queryParams":{"uri":"file:///w/a.pike"}}}"#,
      #"{"id":4,"method":"engine_change_document","params":{"uri":"file:///w/a.pike","version":2,"changes":[{"text":"int main() { return 0; }\n"}]}}"#,
      #"{"id":5,"method":"engine_query","params":{"feature":"diagnostics","requestId":"q2","snapshot":{"mode":"latest"},"queryParams":{"uri":"file:///w/a.pike"}}}"#,
    ]
    let header = Header(
      started: "", recorder: "test", command: ["reprise", "engine", "--protocol", "query-engine-v2"], directory: "/w",
      framing: .lines)
    var encoder = RecordingEncoder(header: header)
    for (index, message) in messages.enumerated() {
      encoder.append(
        .message(from: .client, FramedMessage(body: Array(message.utf8))), at: Int64(index + 1) * 100_000)
    }
    try Data(encoder.finish()).write(to: URL(fileURLWithPath: "\(folder.path)/silent.trace.gz"))
    let first = try run(["silent.trace.gz", "--save", "spoken.trace.gz"])
    #expect(first.status == .exit(0), Comment(rawValue: first.output + first.errors))
    let second = try run(["spoken.trace.gz"])
    #expect(second.lastLine.hasPrefix("PASS: 5 answers"), Comment(rawValue: second.output + second.errors))
    #expect(try run(["spoken.trace.gz", "--runs", "20"]).status == .exit(0))
  }

  @Test func theScheduleCanBeSeen() throws {
    let run = try run([Self.recording, "--trace-schedule", "--at", "30"])
    #expect(run.output.contains("run server") || run.output.contains("note client says"), Comment(rawValue: run.output))
  }

  @Test func onRealThreadsTheAnswersAreTheSame() throws {
    let run = try run([Self.recording, "--clock", "scaled:0.02"])
    #expect(run.status == .exit(0), Comment(rawValue: run.output + run.errors))
    #expect(run.output.contains("measured"))
  }

  @Test(arguments: [
    ["--seed", "1", "--clock", "flood"], ["--runs", "0"], ["--runs", "2", "--at", "3"], ["--scheduler", "best"],
    ["--fault", "nowhere=fail"], ["--fault", "file-read=explode"], ["--clock", "soon"],
  ])
  func aWrongCommandLineEndsWith64(_ arguments: [String]) throws {
    let run = try run([Self.recording] + arguments)
    #expect(run.status == .exit(64), Comment(rawValue: run.output + run.errors))
    #expect(run.errors.contains(arguments[0]))
  }
}
