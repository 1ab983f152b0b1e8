import PerformanceGates
import Reporting

/// Remarks of a gate as workflow commands.
enum GitHubAnnotations {
  static func line(_ annotation: Annotation) -> String {
    "::\(annotation.level.rawValue) title=\(MarkedText.property(annotation.title))::"
      + "\(MarkedText.data(annotation.message))\n"
  }
}
