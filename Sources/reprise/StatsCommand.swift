import ArgumentParser
import JSONRPC
import Recording
import Reporting

/// `reprise stats`: what is in recordings.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Says what is in recordings: sizes, methods with their latencies, documents.",
    discussion: """
      Latencies run from a request to its answer, as the recorder saw them, and are kept to three digits.

      Examples:
        reprise stats session.trace.gz
        reprise stats recordings/*.trace.gz --format json | jq '.files[] | [.path, .duration]'
      """)

  @Argument(help: ArgumentHelp("The recordings.", valueName: "file"))
  var files: [String]

  @Option(help: "How to print the result: text or json. Times in JSON are microseconds.")
  var format = ReportFormat.text

  @OptionGroup var color: ColorOptions

  func run() throws {
    let output = StandardOutput()
    var code = ExitReason.passed
    var documents: [JSONValue] = []
    for (index, file) in files.enumerated() {
      do throws(RecordingError) {
        let (summary, state) = try Self.summarize(file)
        code = code.worse(state.report(path: file))
        let size = RecordingFile.size(file)
        switch format {
        case .json: documents.append(SummaryJSON.file(summary, path: file, fileBytes: size, state: state))
        case .text:
          if index > 0 { output.write("\n") }
          output.write(
            SummaryText.render(summary, path: file, fileBytes: size, state: state, palette: color.palette))
        }
      } catch {
        code = code.worse(RecordingState.broken(error).report(path: file))
        documents.append(SummaryJSON.unreadable(path: file, error: error.description))
      }
      output.flush()
    }
    if format == .json { output.write(SummaryJSON.document(documents).serialized() + [UInt8(ascii: "\n")]) }
    output.flush()
    if code != .passed { throw code.thrown }
  }

  private static func summarize(_ file: String) throws(RecordingError) -> (RecordingSummary, RecordingState) {
    var reader = try RecordingFile.open(file)
    var summary = RecordingSummary(header: reader.header)
    let state = RecordingFile.read(&reader) { record in
      summary.consume(record)
      return true
    }
    summary.finish()
    return (summary, state)
  }
}
