import ArgumentParser
import Glibc
import Reporting

/// When to use colours.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

struct ColorOptions: ParsableArguments {
  @Option(help: "Use colours: auto (on a terminal, unless NO_COLOR is set), always or never.")
  var color = ColorChoice.auto

  var palette: Palette {
    switch color {
    case .always: Palette(isOn: true)
    case .never: Palette(isOn: false)
    case .auto: Palette(isOn: StandardOutput.isTerminal && !Self.refusesColor)
    }
  }

  /// See https://no-color.org: set to anything but the empty string.
  private static var refusesColor: Bool { getenv("NO_COLOR").map { $0.pointee != 0 } ?? false }
}

/// How a result is printed where it is a text or one JSON document.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// How findings are printed.
enum FindingsFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, jsonl, junit, github
}
