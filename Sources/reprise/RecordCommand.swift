import ArgumentParser
import Glibc
import JSONRPC
import ProcessControl
import Recorder
import Recording

/// `reprise record`: stands between an editor and a server.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Stand between an editor and a language server, and record what they say.",
    discussion: """
      Tell your editor to start the server through reprise. Where it had the command

        clangd --background-index

      give it

        reprise record -o session.trace.gz -- clangd --background-index

      The editor notices nothing: bytes, signals, the exit status and the end of each stream pass through. Every start of \
      the server makes a new file (session.trace.gz, session.2.trace.gz, …); existing files are never overwritten. If the \
      file cannot be written, the session goes on, a line on standard error says so, and the recording marks what it lacks.

      The exit status is the server's; 3 when the server cannot be started, 64 when this command line is wrong.

      Then look at the recording, or play it to the server again:

        reprise show session.trace.gz
        reprise replay session.trace.gz -- clangd --background-index
      """)

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Where to record: a file, or a directory for a new one. (default: session-DATE-TIME-PID.trace.gz here)",
      valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("The workspace's root. (default: what the editor says)", valueName: "dir"))
  var workspace: String?

  @Option(
    help: ArgumentHelp(
      "Which files of the workspace to record too: none, opened (as on disk when the editor opens them), or workspace "
        + "(all but .git and ignored ones, when the session starts).", valueName: "which"))
  var capture: CapturePolicy.Mode = .none

  @Option(help: ArgumentHelp("Leave out larger files.", valueName: "n"))
  var maxFileBytes = CapturePolicy(mode: .none).maximumFileBytes

  @Option(help: ArgumentHelp("Leave out files beyond this much in all.", valueName: "n"))
  var maxTotalBytes = CapturePolicy(mode: .none).maximumTotalBytes

  @Option(help: ArgumentHelp("Leave out files beyond this number.", valueName: "n"))
  var maxFiles = CapturePolicy(mode: .none).maximumFiles

  @Option(help: "How messages are told apart: content-length (LSP), or lines (one JSON text a line).")
  var framing: Framing = .contentLength

  @Argument(
    parsing: .postTerminator,
    help: ArgumentHelp("The server's command and its arguments, after --.", valueName: "command"))
  var command: [String] = []

  func validate() throws {
    if command.isEmpty { throw ValidationError("Which server? Put its command after --, such as: -- clangd") }
    for (name, value) in [
      ("--max-file-bytes", maxFileBytes), ("--max-total-bytes", maxTotalBytes), ("--max-files", maxFiles),
    ] where value < 0 {
      throw ValidationError("\(name) cannot be negative.")
    }
    if maxFileBytes > Format.maximumContent {
      throw ValidationError("--max-file-bytes: a recording holds files of at most \(Format.maximumContent) bytes.")
    }
    if let workspace, access(workspace, R_OK | X_OK) != 0 {
      throw ValidationError(
        "--workspace: cannot read the directory '\(workspace)': \(String(cString: strerror(errno))).")
    }
  }

  func run() throws {
    let proxy = RecordingProxy(
      RecordingProxy.Options(
        command: command, output: output, workspace: workspace, framing: framing,
        capture: CapturePolicy(
          mode: capture, maximumFileBytes: maxFileBytes, maximumTotalBytes: maxTotalBytes, maximumFiles: maxFiles),
        recorder: "reprise \(Reprise.version)"))
    do throws(SpawnError) {
      SignalHandling.end(like: try proxy.run())
    } catch {
      _ = Descriptor.writeAll(STDERR_FILENO, Array("reprise: \(error.message)\n".utf8))
      throw ExitReason.cannotRun.thrown
    }
  }
}

extension CapturePolicy.Mode: ExpressibleByArgument {}
extension Framing: ExpressibleByArgument {}
