import ArgumentParser
import Recording
import Reporting

/// `reprise show`: the conversation in a recording.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows the conversation in a recording.",
    discussion: """
      One line a record: its number, seconds from the start, who speaks (→ the client, ← the server), the method, and \
      what there is to say of it. Requests and answers name each other. Positions are as in the protocol: they count \
      from 0.

      Examples:
        reprise show session.trace.gz | less -R
        reprise show session.trace.gz --from 400 --to 450
        reprise show session.trace.gz --json | jq -c 'select(.kind == "request") | [.n, .method]'
        reprise show session.trace.gz --text main.c@12
      """)

  @Argument(help: ArgumentHelp("The recording.", valueName: "file"))
  var file: String

  @Flag(help: "Print JSON Lines: each record with its content in full, and what it means in the conversation.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Print the text that a document had at a version. The end of the URI will do, where only one ends so.",
      valueName: "uri@version"))
  var text: DocumentAtVersion?

  @Option(help: "The first record to show.")
  var from = 0

  @Option(help: "The last record to show.")
  var to: Int?

  @OptionGroup var color: ColorOptions

  func validate() throws {
    if from < 0 || to.map({ $0 < from }) == true {
      throw ValidationError("--from and --to are record numbers, with --from not behind --to.")
    }
    if json && text != nil { throw ValidationError("--json and --text exclude each other.") }
  }

  func run() throws {
    let output = StandardOutput()
    let code: ExitReason
    do throws(RecordingError) {
      var reader = try RecordingFile.open(file)
      code =
        if let text {
          showText(text, &reader, output)
        } else if json {
          showJSON(&reader, output)
        } else {
          showConversation(&reader, output)
        }
    } catch {
      code = RecordingState.broken(error).report(path: file)
    }
    if code != .passed { throw code.thrown }
  }

  private func showConversation(_ reader: inout RecordingReader, _ output: StandardOutput) -> ExitReason {
    var printer = ConversationPrinter(palette: color.palette, numbers: from...(to ?? .max))
    let state = RecordingFile.read(&reader) { record in
      output.write(printer.consume(record))
      return !output.isClosed && !printer.isDone
    }
    output.write(printer.finish(isWhole: state.isComplete && !printer.isDone))
    output.flush()
    return state.report(path: file)
  }

  private func showJSON(_ reader: inout RecordingReader, _ output: StandardOutput) -> ExitReason {
    var lines = RecordLines()
    output.write(RecordLines.header(reader.header))
    let state = RecordingFile.read(&reader) { record in
      let line = lines.consume(record)
      if record.number >= from { output.write(line) }
      return !output.isClosed && record.number < (to ?? .max)
    }
    output.flush()
    return state.report(path: file)
  }

  private func showText(
    _ wanted: DocumentAtVersion, _ reader: inout RecordingReader, _ output: StandardOutput
  ) -> ExitReason {
    var search = DocumentSearch(wanted)
    let state = RecordingFile.read(&reader) { record in
      search.consume(record)
      return true
    }
    let code = state.report(path: file)
    switch search.result {
    case .success(let found):
      if let notice = found.notice { Output.message(Printable.escape(notice)) }
      // Documents are not trusted: what goes to a terminal must not drive it.
      output.write(
        StandardOutput.isTerminal
          ? Array(Printable.escapeLines(String(decoding: found.text, as: UTF8.self)).utf8) : found.text)
      output.flush()
      return code
    case .failure(let failure):
      Output.message("\(Printable.escape(file)): \(Printable.escapeLines(failure.description))")
      return code.worse(.badInput)
    }
  }
}

extension DocumentAtVersion: ExpressibleByArgument {}
