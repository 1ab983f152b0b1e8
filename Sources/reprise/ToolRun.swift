import Glibc
import ProcessControl

/// A program that is run to its end for what it prints, such as git.
struct ToolRun {
  var status: ExitStatus
  var output: [UInt8]
  var errors: String

  var isSuccess: Bool { status == .exit(0) }

  init(_ command: String, _ arguments: [String], directory: String? = nil) throws(SpawnError) {
    let child = try ChildProcess.spawn(command: command, arguments: arguments, directory: directory)
    Descriptor.close(child.standardInput)
    var texts = [child.standardOutput: [UInt8](), child.standardError: []]
    var open = [child.standardOutput, child.standardError]
    while !open.isEmpty {
      // Both at once: a program that waits for one of them to be read would never close the other.
      var entries = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      poll(&entries, nfds_t(entries.count), -1)
      for entry in entries where entry.revents != 0 {
        if let bytes = Self.read(entry.fd) {
          texts[entry.fd]? += bytes
        } else {
          open.removeAll { $0 == entry.fd }
          Descriptor.close(entry.fd)
        }
      }
    }
    status = child.wait()
    output = texts[child.standardOutput] ?? []
    errors = String(decoding: texts[child.standardError] ?? [], as: UTF8.self)
  }

  /// Nil at the end.
  private static func read(_ descriptor: Int32) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    guard case .bytes(let count) = buffer.withUnsafeMutableBytes({ Descriptor.read(descriptor, into: $0) }) else {
      return nil
    }
    return Array(buffer.prefix(count))
  }
}
