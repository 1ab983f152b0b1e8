import Replay
import Reporting

/// The line that has a verdict again, whatever the clock says by then.
enum Reproduction {
  static func say(_ words: [String]) {
    Output.message("again: " + Printable.escape((["reprise"] + words).map(ShellWord.quoted).joined(separator: " ")))
  }
}
