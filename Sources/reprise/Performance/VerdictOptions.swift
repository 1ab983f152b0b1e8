import ArgumentParser
import Glibc
import JSONRPC
import PerformanceGates
import Reporting

/// How a verdict is printed.
enum VerdictFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, github

  /// In GitHub's format, the text also goes to the page of the run.
  func write(text: String, json: JSONValue, annotations: [Annotation], verdict: String) {
    let output = StandardOutput()
    switch self {
    // Names come from files: what goes to a terminal must not drive it.
    case .text: output.write(Printable.escapeLines(text))
    case .json: output.write(json.serialized() + [UInt8(ascii: "\n")])
    case .github:
      for annotation in annotations { output.write(GitHubAnnotations.line(annotation)) }
      output.write(Printable.escape(verdict) + "\n")
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

  var day: CalendarDay { today ?? CalendarDay(number: time(nil) / 86_400) }
}

extension CalendarDay: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}
