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
      output.write(Annotations.commands(annotations) + Printable.escape(verdict) + "\n")
      Annotations.summarize(text)
    }
    output.flush()
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
