import Glibc
import JSONRPC
import ProcessControl
import Recording
import SyntheticConversations
import TestSupport
import Testing

@testable import Replay

/// `reprise replay` as a user runs it.
@Suite struct ReplayCommandTests {
  private struct Run {
    var status: ProcessControl.ExitStatus
    var output: String
    var errors: String
    var lastLine: String { output.split(separator: "\n").last.map(String.init) ?? "" }
  }

  /// A folder that is gone when the test is over.
  private final class Folder {
    let path: String

    init() {
      var template = Array("/tmp/reprise-command-XXXXXX".utf8CString)
      path = String(cString: mkdtemp(&template))
    }

    deinit { _ = try? ChildProcess.spawn(command: "rm", arguments: ["-rf", path]).wait() }

    func write(_ session: RecordedSession, to name: String) -> String {
      var encoder = RecordingEncoder(header: session.header)
      for record in session.records { encoder.append(record.event, at: record.time) }
      return write(encoder.finish(), to: name)
    }

    func write(_ bytes: [UInt8], to name: String) -> String {
      let descriptor = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
      _ = Descriptor.writeAll(descriptor, bytes)
      close(descriptor)
      return "\(path)/\(name)"
    }

    func read(_ name: String) -> String {
      let descriptor = open("\(path)/\(name)", O_RDONLY | O_CLOEXEC)
      defer { close(descriptor) }
      var bytes: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 65536)
      while case .bytes(let count) = buffer.withUnsafeMutableBytes({ Descriptor.read(descriptor, into: $0) }) {
        bytes += buffer[..<count]
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private let folder = Folder()

  /// Runs the command through a shell, which sends its output to files; `before` runs while it is at work.
  private func run(_ arguments: [String], before: (ChildProcess) -> Void = { _ in }) throws -> Run {
    let script = #"out=$1; err=$2; shift 2; exec "$@" >"$out" 2>"$err" </dev/null"#
    let process = try ChildProcess.spawn(
      command: "sh",
      arguments: ["-c", script, "sh", folder.path + "/out", folder.path + "/err", Tool.reprise, "replay"] + arguments)
    for descriptor in [process.standardInput, process.standardOutput, process.standardError] { close(descriptor) }
    before(process)
    let status = try #require(process.wait(milliseconds: 60_000))
    return Run(status: status, output: folder.read("out"), errors: folder.read("err"))
  }

  private func healthy() -> RecordedSession {
    var fixture = RecordedFixture.begun()
    fixture.hover()
    fixture.change(text: "two\n")
    fixture.hover(line: 2)
    return fixture.ended()
  }

  // MARK: Exit codes

  @Test func aPassEndsWithZeroAndSaysSo() throws {
    let run = try run([folder.write(healthy(), to: "a.trace.gz"), "--", Tool.server, "lsp"])
    #expect(run.status == .exit(0), Comment(rawValue: run.output + run.errors))
    #expect(run.lastLine.hasPrefix("PASS"))
    #expect(run.errors.isEmpty)
  }

  @Test func aFailureEndsWithOneAndTheLineThatReproducesIt() throws {
    let file = folder.write(healthy(), to: "a b.trace.gz")
    let run = try run([file, "--clock", "flood", "--", Tool.server, "lsp", "change-answer=textDocument/hover"])
    #expect(run.status == .exit(1))
    #expect(run.lastLine.hasPrefix("FAIL: 2 answers differ; reproduce: reprise replay '\(file)' --clock flood -- "))
  }

  @Test func theWorstOfSeveralRecordingsCounts() throws {
    let good = folder.write(healthy(), to: "good.trace.gz")
    let bad = folder.write(Array("no recording".utf8), to: "bad.trace.gz")
    let run = try run([bad, good, "--", Tool.server, "lsp"])
    #expect(run.status == .exit(65))
    #expect(run.lastLine.hasPrefix("PASS"))
    #expect(run.errors.contains("bad.trace.gz: not a recording"))
  }

  @Test(arguments: [["lsp", "no-start"], ["lsp", "silent"]])
  func aServerThatCannotRunEndsWithThree(_ command: [String]) throws {
    let file = folder.write(healthy(), to: "a.trace.gz")
    let run = try run([file, "--timeout", "0.5", "--", Tool.server] + command)
    #expect(run.status == .exit(3), Comment(rawValue: run.output))
  }

  @Test func aCommandThatIsNotThereEndsWithThree() throws {
    let run = try run([folder.write(healthy(), to: "a.trace.gz"), "--", "no-such-server-anywhere"])
    #expect(run.status == .exit(3))
    #expect(run.errors.contains("command not found"))
  }

  @Test(arguments: [
    (["x.trace.gz", "--"], "Which server"), (["x.trace.gz", "--clock", "virtual", "--", "a"], "embedded engine"),
    (["x.trace.gz", "--clock", "fast", "--", "a"], "lockstep|recorded|scaled:X|flood"),
    (["--", "a"], "Which recording"),
    (["x.trace.gz", "--timeout-for", "a", "--", "a"], "--timeout-for"),
    (["x.trace.gz", "--timeout", "0", "--", "a"], "--timeout"),
  ])
  func aWrongCommandLineEndsWith64AndSaysWhatToTry(_ arguments: [String], _ hint: String) throws {
    let run = try run(arguments)
    #expect(run.status == .exit(64))
    #expect(run.errors.contains(hint), Comment(rawValue: run.errors))
  }

  @Test func anInterruptionSaysWhatWasDoneAndEndsWith130() throws {
    var session = healthy()
    // The next message is due in an hour.
    for index in session.records.indices where index > 8 { session.records[index].time += 3_600_000_000 }
    let file = folder.write(session, to: "a.trace.gz")
    let marker = folder.path + "/started"
    let start = #"touch "$1"; exec "$2" lsp"#
    let run = try run([file, "--clock", "recorded", "--", "sh", "-c", start, "sh", marker, Tool.server]) { process in
      for _ in 0..<2000 where access(marker, F_OK) != 0 { _ = process.wait(milliseconds: 10) }
      process.send(signal: SIGINT)
    }
    #expect(run.status == .exit(130), Comment(rawValue: run.output + run.errors))
    #expect(run.lastLine.hasPrefix("INTERRUPTED: "))
  }

  // MARK: What it says

  @Test func theMachineFormatSaysTheSame() throws {
    let file = folder.write(healthy(), to: "a.trace.gz")
    let run = try run([file, "--format", "json", "--", Tool.server, "lsp", "change-answer=textDocument/hover"])
    let report = try JSONValue(parsing: Array(run.output.utf8))
    let replay = try #require(report["replays"]?[0])
    #expect(report["schemaVersion"]?.integer == 1)
    #expect(replay["conclusion"]?.string == "failed")
    #expect(replay["totals"]?["different"]?.integer == 2)
    #expect(replay["differences"]?[0]?["method"]?.string == "textDocument/hover")
    #expect(replay["differences"]?[0]?["places"]?[0]?["replayed"] == "something else")
    #expect(replay["methods"]?[0]?["latency"]?["replayed"]?["count"]?.integer == 1)
  }

  @Test func anUnfinishedRecordingIsReplayedAsFarAsItGoes() throws {
    var fixture = RecordedFixture.begun()
    fixture.hover()
    let session = fixture.session()
    var encoder = RecordingEncoder(header: session.header)
    for record in session.records { encoder.append(record.event, at: record.time) }
    let run = try run([folder.write(encoder.flush(), to: "a.trace.gz"), "--", Tool.server, "lsp"])
    #expect(run.status == .exit(0), Comment(rawValue: run.output))
    #expect(run.errors.contains("unfinished"))
  }

  @Test func aSavedReplayIsARecordingThatReplaysTheSame() throws {
    let file = folder.write(healthy(), to: "a.trace.gz")
    let saved = folder.path + "/saved.trace.gz"
    #expect(try run([file, "--save", saved, "--", Tool.server, "lsp"]).status == .exit(0))
    let again = try run([saved, "--", Tool.server, "lsp"])
    #expect(again.status == .exit(0), Comment(rawValue: again.output + again.errors))
    // What is there is not overwritten.
    #expect(try run([file, "--save", saved, "--", Tool.server, "lsp"]).status == .exit(3))
  }

  @Test func theWorkspaceIsKeptOnDemand() throws {
    let file = folder.write(healthy(), to: "a.trace.gz")
    let run = try run([file, "--keep-workspace", "--format", "json", "--", Tool.server, "lsp"])
    let path = try JSONValue(parsing: Array(run.output.utf8))["replays"]?[0]?["workspace"]?["path"]?.string
    let workspace = try #require(path)
    #expect(access(workspace + "/main.x", F_OK) == 0)
    _ = try ChildProcess.spawn(command: "rm", arguments: ["-rf", String(workspace.dropLast("/proj".count))]).wait()
  }
}
