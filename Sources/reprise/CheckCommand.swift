import ArgumentParser
import Checkers
import JSONRPC
import Recording
import Reporting

/// `reprise check`: judges recordings as they are.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Judges recordings as they are, with no replay.",
    discussion: """
      A fault breaks the protocol, and the exit status is 1; an observation is legal and worth knowing. A file that \
      cannot be read gives 65. All files are judged, and the worst outcome counts.

      What is looked for:
      \(Self.properties)

      Examples:
        reprise check session.trace.gz
        reprise check recordings/*.trace.gz --format junit > check.xml
      """)

  @Argument(help: ArgumentHelp("The recordings.", valueName: "file"))
  var files: [String]

  @Option(help: "How to print the findings: text, json, jsonl, junit or github.")
  var format = FindingsFormat.text

  @OptionGroup var color: ColorOptions

  private static var properties: String {
    Checkers.properties
      .map { "  \($0.id): \($0.purpose)" }.joined(separator: "\n")
  }

  func run() throws {
    let output = StandardOutput()
    var code = ExitReason.passed
    var results: [CheckResult] = []
    if format == .jsonl { output.write(CheckJSON.head.serialized() + [UInt8(ascii: "\n")]) }
    for file in files {
      let result = Self.judge(file)
      code = code.worse(result.state.report(path: file)).worse(result.hasFailed ? .failed : .passed)
      switch format {
      case .text:
        output.write(CheckText.render(result, palette: color.palette))
        output.flush()
        if let hint = CheckText.hint(result) { Output.message(hint) }
      case .jsonl:
        for line in CheckJSON.lines(result) { output.write(line.serialized() + [UInt8(ascii: "\n")]) }
      case .github: output.write(CheckGitHub.render(result))
      case .json, .junit: results.append(result)
      }
      output.flush()
    }
    if format == .json { output.write(CheckJSON.document(results).serialized() + [UInt8(ascii: "\n")]) }
    if format == .junit { output.write(CheckJUnit.render(results)) }
    output.flush()
    if code != .passed { throw code.thrown }
  }

  private static func judge(_ file: String) -> CheckResult {
    do throws(RecordingError) {
      var reader = try RecordingFile.open(file)
      var judge = Judge(framing: reader.header.framing)
      var result = CheckResult(path: file, framing: reader.header.framing)
      var count = 0
      let state = RecordingFile.read(&reader) { record in
        count += 1
        result.add(judge.consume(record), records: count)
        return true
      }
      result.state = state
      result.add(judge.finish(isComplete: state.isComplete), records: count)
      return result
    } catch {
      var result = CheckResult(path: file, framing: nil)
      result.state = .broken(error)
      return result
    }
  }
}
