import Glibc
import PerformanceGates
import ProcessControl
import Reporting

/// How GitHub shows verdicts: remarks on the pull request, and a page for the run.
enum Annotations {
  /// As workflow commands, a line each.
  static func commands(_ annotations: [Annotation]) -> String {
    annotations.map { annotation in
      "::\(annotation.level.rawValue) title=\(MarkedText.property(annotation.title))::"
        + MarkedText.data(annotation.message) + "\n"
    }.joined()
  }

  /// Adds Markdown to the file that GitHub names, where it does.
  static func summarize(_ markdown: String) {
    guard let path = getenv("GITHUB_STEP_SUMMARY").map({ String(cString: $0) }), !path.isEmpty else { return }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return Output.message("\(path): \(String(cString: strerror(errno)))") }
    if case let error = Descriptor.writeAll(descriptor, Array(markdown.utf8)), error != 0 {
      Output.message("\(path): \(String(cString: strerror(error)))")
    }
    Descriptor.close(descriptor)
  }
}
