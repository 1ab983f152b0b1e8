import ArgumentParser
import JSONRPC
import Recording
import Replay
import Reporting

/// `reprise diff`: where two conversations part.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Says where two conversations part.",
    discussion: """
      Messages are laid side by side by side, method and parameters; ids, times, folders and what servers may vary do \
      not count. Compared are the client's messages, the server's requests, all answers, and the last diagnostics of \
      each document. The exit status is 0 when all of it is the same, and 1 when it is not.

      Example:
        reprise diff before.trace.gz after.trace.gz
      """)

  @Argument(help: ArgumentHelp("The first recording.", valueName: "a"))
  var first: String

  @Argument(help: ArgumentHelp("The second recording.", valueName: "b"))
  var second: String

  @Option(help: "How to print the result: text or json.")
  var format = ReportFormat.text

  @OptionGroup var color: ColorOptions

  func run() throws {
    let output = StandardOutput()
    let report: DiffReport
    do throws(RecordingError) {
      let old = try Self.outline(first)
      let new = try Self.outline(second)
      let comparison = OutlineComparison(old, new)
      var detail: PartingDetail?
      if let parting = comparison.partings.first {
        detail = try self.detail(of: parting, old.neutralPaths, new.neutralPaths)
      }
      report = DiffReport(first: first, second: second, comparison: comparison, detail: detail)
    } catch {
      throw RecordingState.broken(error).report(path: error.path ?? first).thrown
    }
    switch format {
    case .text: output.write(report.text(palette: color.palette))
    case .json: output.write(report.json.serialized() + [UInt8(ascii: "\n")])
    }
    output.flush()
    if !report.comparison.isSame { throw ExitReason.failed.thrown }
  }

  private static func outline(_ file: String) throws(RecordingError) -> ConversationOutline {
    var reader = try RecordingFile.open(file)
    var outline = ConversationOutline()
    let state = RecordingFile.read(&reader) { record in
      outline.consume(record)
      return true
    }
    if case .broken(let error) = state { throw error }
    _ = state.report(path: file)
    return outline
  }

  /// The bodies are not kept while files are compared, so the few that are needed are read again.
  private func detail(
    of parting: OutlineComparison.Parting, _ old: Rebase, _ new: Rebase
  ) throws(RecordingError) -> PartingDetail {
    let records = PartingDetail.records(parting)
    let bodies = (
      try Self.bodies(of: records.first, in: first, old), try Self.bodies(of: records.second, in: second, new)
    )
    return PartingDetail(parting, first: { bodies.0[$0] }, second: { bodies.1[$0] })
  }

  private static func bodies(
    of records: [Int], in file: String, _ rebase: Rebase
  ) throws(RecordingError) -> [Int: [UInt8]] {
    guard let last = records.max() else { return [:] }
    let wanted = Set(records)
    var bodies: [Int: [UInt8]] = [:]
    var reader = try RecordingFile.open(file)
    _ = RecordingFile.read(&reader) { record in
      if wanted.contains(record.number), case .message(_, let message) = record.event {
        bodies[record.number] = rebase.neutral(message.body)
      }
      return record.number < last
    }
    return bodies
  }
}
