import Glibc
import ProcessControl

/// Reads a file of the workspace whole, within bounds and without following links.
enum FileContents {
  enum Outcome: Equatable, Sendable {
    case read([UInt8], isExecutable: Bool)
    case left(reason: String)
    /// It is the recording itself.
    case ourOwn
  }

  static func read(_ path: String, limit: Int, leavingOut own: CreatedPath.Identity?) -> Outcome {
    // Not blocking: the path may have become a pipe in the meantime.
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return .left(reason: "it cannot be read: \(String(cString: strerror(errno)))") }
    defer { close(descriptor) }
    var information = stat()
    fstat(descriptor, &information)
    guard information.st_mode & S_IFMT == S_IFREG else { return .left(reason: "neither a file nor a directory") }
    let identity = CreatedPath.Identity(device: UInt(information.st_dev), inode: UInt(information.st_ino))
    if identity == own { return .ourOwn }
    guard information.st_size <= limit else { return .left(reason: tooLarge(information.st_size, limit: limit)) }
    guard let bytes = contents(of: descriptor, limit: limit) else {
      return .left(reason: "it cannot be read: \(String(cString: strerror(errno)))")
    }
    guard bytes.count <= limit else { return .left(reason: tooLarge(bytes.count, limit: limit)) }
    return .read(bytes, isExecutable: information.st_mode & S_IXUSR != 0)
  }

  /// A small text file, such as `.gitignore`; nil when there is none.
  static func small(_ path: String) -> [UInt8]? {
    guard case .read(let bytes, _) = read(path, limit: 1 << 20, leavingOut: nil) else { return nil }
    return bytes
  }

  private static func tooLarge(_ size: Int, limit: Int) -> String {
    "larger than the limit of \(limit) bytes for a file: \(size) bytes (--max-file-bytes)"
  }

  /// At most one byte more than `limit`; nil when reading failed.
  private static func contents(of descriptor: Int32, limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while bytes.count <= limit {
      switch buffer.withUnsafeMutableBytes({ Descriptor.read(descriptor, into: $0) }) {
      case .bytes(let count): bytes += buffer[..<count]
      case .end: return bytes
      default: return nil
      }
    }
    return bytes
  }
}
