import ArgumentParser
import EngineTargets
import Glibc
import JSONRPC
import ProcessControl
import Recording
import Replay
import Shrinking
import Stress

/// `reprise shrink`: a failing recording, made minimal.
struct ShrinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shrink",
    abstract: "Make a failing recording minimal, while it fails in the same way.",
    usage: "reprise shrink <file> [-o <file>] [<options>] [-- <command> [<argument> ...]]",
    discussion: """
      Leaves out messages, orders, faults, pauses and text as long as the same property fails, and prints what is left as a story. The file \
      is written at once and again with each step; it can be stopped at any time.

        reprise shrink failures/cancellation-17.trace.gz
        reprise shrink failures/typing-3.trace.gz -o small.trace.gz --time 60s
        reprise shrink session.trace.gz -- ./my-server --stdio

      Exit status: 0 it was made smaller, or is minimal; 1 it does not fail, or in another way than its header says; \
      3 the target could not run; 64 this command line is wrong; 65 the file is no good recording; 130 interrupted.
      """)

  @Argument(help: ArgumentHelp("The failing recording; then -- and a server's command.", valueName: "file"))
  var fileAndCommand: [String]

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Where the small recording goes. (default: the file's name with .small in it)", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("How many runs it may take.", valueName: "n"))
  var runs = 1000

  @Option(help: ArgumentHelp("How long it may take, such as 10s.", valueName: "time"))
  var time = "60s"

  @Option(
    help: ArgumentHelp("What the server's workspace is written in, if its name does not tell.", valueName: "language"))
  var language: String?

  @Option(help: ArgumentHelp("How long a server's process may take to answer.", valueName: "time"))
  var timeout = "30s"

  @Option(help: "text or json.")
  var format = ReportFormat.text

  @Flag(help: "No progress on standard error.")
  var quiet = false

  private var command: [String] { TrailingCommand.words }
  private var files: [String] { fileAndCommand.dropLast(command.count) }

  func validate() throws {
    try TrailingCommand.check()
    guard files.count == 1 else { throw ValidationError("Which recording? Give one file.") }
    guard (1...1_000_000).contains(runs) else {
      throw ValidationError("--runs \(runs): give a number from 1 to 1000000.")
    }
    guard SuiteReader.time(time).map({ $0 > 0 }) == true else {
      throw ValidationError("--time \(time): give a time, such as 10s.")
    }
    guard SuiteReader.time(timeout).map({ $0 > 0 }) == true else {
      throw ValidationError("--timeout \(timeout): give a time, such as 30s.")
    }
  }

  func run() throws {
    let interrupt = SignalHandling.catching([SIGINT, SIGTERM, SIGHUP])
    let recorded: RecordedSession
    do throws(RecordingError) {
      recorded = try RecordedSession.load(path: files[0])
    } catch {
      Output.message("\(error)")
      throw ExitReason.badInput.thrown
    }
    let options: RunOptions
    let target: any StressTarget
    do throws(ReplayRun.Failure) {
      options = try recorded.runOptions()
      target = try makeTarget(recorded, interrupt)
    } catch {
      Output.message("\(error)")
      throw (error.isBadInput ? ExitReason.badInput : .cannotRun).thrown
    }
    try shrink(recorded, options, target, interrupt)
  }

  private func makeTarget(
    _ recorded: RecordedSession, _ interrupt: Int32?
  ) throws(ReplayRun.Failure) -> any StressTarget {
    if command.isEmpty { return StressTargets.embedded(fault: try PlantedHeader.fault(of: recorded)) }
    var target = ServerTarget(
      playing: command, language.flatMap(SampleWorkspace.Language.init) ?? .pike,
      timeouts: .of(request: SuiteReader.time(timeout)))
    target.interrupt = interrupt
    return target
  }

  private func shrink(
    _ recorded: RecordedSession, _ options: RunOptions, _ target: any StressTarget, _ interrupt: Int32?
  ) throws {
    let path = output ?? FailureShrinker.smallName(of: files[0])
    var shrinker = FailureShrinker(target: target, output: path)
    shrinker.maximumRuns = runs
    shrinker.deadline = SuiteReader.time(time).map { Uptime.now() + $0 * 1000 }
    shrinker.isInterrupted = { Interruption.hasCome(interrupt) }
    let start = Uptime.now()
    let result: ShrinkResult
    do throws(ShrinkError) {
      result = try shrinker.shrink(recorded, options)
    } catch {
      Output.message("\(files[0]): \(error)")
      throw ExitReason.failed.thrown
    }
    let output = StandardOutput()
    switch format {
    case .text:
      output.write(ShrinkReport.lines(result, path, since: start, command: command).joined(separator: "\n") + "\n")
    case .json: output.write(ShrinkReport.json(result, path, since: start).serialized() + [UInt8(ascii: "\n")])
    }
    output.flush()
    if Interruption.hasCome(interrupt) { throw ExitReason.interrupted.thrown }
  }
}

/// What shrinking came to.
enum ShrinkReport {
  static func lines(
    _ result: ShrinkResult, _ path: String, since start: Int64, command: [String] = []
  ) -> [String] {
    var lines = [
      "\(result.signature): \(result.original.messages) messages became \(result.measure.messages), in \(result.runs) runs and "
        + "\(ShortTime.text((Uptime.now() - start) / 1000))\(result.isOneMinimal ? "; none can be left out" : "; not known to be minimal")"
    ]
    if result.form == .original {
      lines.append("  it fails only in its recorded form, so that its messages were left as they are")
    }
    lines += Story.lines(result).enumerated().map { "  \($0.offset + 1). \($0.element)" }
    for pass in result.passes where pass.calls > 0 {
      lines.append(
        "  pass \(pass.name): \(pass.calls) runs, \(pass.gains) gains, \(pass.messagesRemoved) messages and \(pass.textRemoved) bytes of text less"
      )
    }
    let words = ["reprise", "replay", path] + (command.isEmpty ? [] : ["--"] + command)
    lines.append("reproduce: \(words.map(ShellWord.quoted).joined(separator: " "))")
    return lines
  }

  static func json(_ result: ShrinkResult, _ path: String, since start: Int64) -> JSONValue {
    func number(_ value: some BinaryInteger) -> JSONValue { .number(String(value)) }
    return [
      "schemaVersion": 1, "signature": .string(result.signature), "form": .string(result.form.rawValue),
      "messages": ["before": number(result.original.messages), "after": number(result.measure.messages)],
      "events": ["before": number(result.originalEvents), "after": number(result.events)],
      "deviations": number(result.measure.deviations), "runs": number(result.runs), "skipped": number(result.skipped),
      "wallTime": number((Uptime.now() - start) / 1000), "isOneMinimal": .bool(result.isOneMinimal),
      "recording": .string(path), "story": .array(Story.lines(result).map { .string($0) }),
      "passes": .array(
        result.passes.map {
          [
            "pass": .string($0.name), "runs": number($0.calls), "gains": number($0.gains),
            "messages": number($0.messagesRemoved),
          ]
        }),
    ]
  }
}
