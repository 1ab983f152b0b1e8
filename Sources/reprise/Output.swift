import Glibc
import ProcessControl

/// Messages for the person who runs a verb; data is ``StandardOutput``'s.
enum Output {
  static func message(_ text: String) { _ = Descriptor.writeAll(STDERR_FILENO, Array("reprise: \(text)\n".utf8)) }
}
