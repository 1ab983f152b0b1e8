import ArgumentParser
import Glibc
import JSONRPC
import PerformanceGates
import Reporting

/// How a verdict is printed.
enum VerdictFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, github

  /// In GitHub's format, annotations come first, and the text also goes to the page of the run. Names come from files: what goes to a terminal
  /// or a log must not drive it.
  func write(text: String, json: JSONValue, annotations: [Annotation]) {
    let output = StandardOutput()
    switch self {
    case .text: output.write(Printable.escapeLines(text))
    case .json: output.write(json.serialized() + [UInt8(ascii: "\n")])
    case .github:
      for annotation in annotations { output.write(GitHubAnnotations.line(annotation)) }
      output.write(Printable.escapeLines(text))
      summarize(text)
    }
    output.flush()
  }

  private func summarize(_ text: String) {
    guard let path = getenv("GITHUB_STEP_SUMMARY").map({ String(cString: $0) }), !path.isEmpty else { return }
    do { try TextFile.append(text, to: path) } catch { Output.message(Printable.escape("\(error)")) }
  }
}

/// The day on which something is judged.
struct DayOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Judge as on this day, such as 2027-03-31. (default: today, in UTC)", valueName: "day"))
  var today: CalendarDay?

  var day: CalendarDay { today ?? CalendarDay.today }
}

extension CalendarDay: ExpressibleByArgument {
  /// In UTC.
  static var today: CalendarDay { CalendarDay(number: time(nil) / 86_400) }

  package init?(argument: String) { self.init(argument) }
}
