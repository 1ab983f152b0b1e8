import Glibc
import ProcessControl
import Reporting

/// Files that a verb leaves: there as a whole, or not at all.
enum OutputFile {
  /// Puts `text` in the place of the file; a folder that is not there yet is made.
  static func write(_ text: String, to path: String) throws {
    let folder = self.folder(of: path)
    if !folder.isEmpty { mkdir(folder, 0o755) }
    let draft = path + ".part"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(path, errno) }
    let error = Descriptor.writeAll(descriptor, Array(text.utf8))
    Descriptor.close(descriptor)
    if error != 0 || rename(draft, path) != 0 {
      let failure = failure(path, error != 0 ? error : errno)
      unlink(draft)
      throw failure
    }
  }

  /// Without the last slash; empty for the current folder.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  private static func failure(_ path: String, _ error: Int32) -> any Error {
    Output.message(Printable.escape("cannot write \(path): \(String(cString: strerror(error)))"))
    return ExitReason.cannotRun.thrown
  }
}
