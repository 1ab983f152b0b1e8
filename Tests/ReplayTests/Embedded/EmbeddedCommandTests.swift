import Foundation
import ProcessControl
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
