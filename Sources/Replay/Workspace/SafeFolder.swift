import Glibc
import ProcessControl

/// Writes files below a folder and nowhere else: names come from recordings, which are not trusted, and a server may put
/// links into the folder while we write.
struct SafeFolder: Sendable {
  enum Failure: Error, Equatable {
    case badPath
    case system(Int32)
  }

  let path: String

  /// The parts of a relative path; nil when it is absolute or has parts that lead elsewhere.
  static func parts(of path: String) -> [String]? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let isGood = parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." && !$0.utf8.contains(0) }
    return isGood ? parts : nil
  }

  /// The path relative to this folder; nil when it is not below it.
  func relative(_ absolute: String) -> String? {
    guard absolute.hasPrefix(path + "/") else { return nil }
    let rest = String(absolute.dropFirst(path.count + 1))
    return Self.parts(of: rest) == nil ? nil : rest
  }

  /// Writes a file, making the folders on its way. Unless it is `replacing`, a file that is there already is an error
  /// (`EEXIST`).
  func write(
    _ bytes: [UInt8], to relative: String, isExecutable: Bool = false, modified: timespec? = nil, replacing: Bool
  ) throws(Failure) {
    guard let parts = Self.parts(of: relative), let name = parts.last else { throw .badPath }
    let folder = try openFolder(parts.dropLast())
    defer { close(folder) }
    let flags = O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | (replacing ? O_TRUNC : O_EXCL)
    let file = openat(folder, name, flags, isExecutable ? 0o755 : 0o644)
    guard file >= 0 else { throw .system(errno) }
    defer { close(file) }
    let result = Descriptor.writeAll(file, bytes)
    if result != 0 { throw .system(result) }
    guard let modified else { return }
    let times = [modified, modified]
    if futimens(file, times) != 0 { throw .system(errno) }
  }

  /// Removes a file; one that is not there is gone already.
  func remove(_ relative: String) throws(Failure) {
    guard let parts = Self.parts(of: relative), let name = parts.last else { throw .badPath }
    let folder = try openFolder(parts.dropLast())
    defer { close(folder) }
    if unlinkat(folder, name, 0) != 0, errno != ENOENT { throw .system(errno) }
  }

  private func openFolder(_ parts: ArraySlice<String>) throws(Failure) -> Int32 {
    var folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw .system(errno) }
    for part in parts {
      mkdirat(folder, part, 0o755)
      let next = openat(folder, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      let error = errno
      close(folder)
      guard next >= 0 else { throw .system(error) }
      folder = next
    }
    return folder
  }
}
