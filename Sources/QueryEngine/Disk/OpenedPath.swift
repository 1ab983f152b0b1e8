import Glibc
import PikeAnalysis

/// An open descriptor, closed when it goes.
final class OpenedPath {
  private let descriptor: Int32
  private let status: Glibc.stat

  /// The place that the path leads to, without opening what is there.
  convenience init?(_ path: String) { self.init(path, flags: Self.asPlace | O_CLOEXEC) }

  /// `O_PATH`, which the header hides behind a feature macro; the same on all architectures that Swift runs on.
  private static let asPlace: Int32 = 0o10000000

  /// What stands at the place, for reading.
  convenience init?(reading place: OpenedPath) {
    self.init(place.ownName, flags: O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
  }

  private init?(_ path: String, flags: Int32) {
    let descriptor = open(path, flags)
    guard descriptor >= 0 else { return nil }
    var status = Glibc.stat()
    guard fstat(descriptor, &status) == 0 else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    self.status = status
  }

  deinit { close(descriptor) }

  private var ownName: String { "/proc/self/fd/\(descriptor)" }

  /// Its path when all links are followed.
  var realPath: String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
      guard let base = buffer.baseAddress else { return nil }
      let count = readlink(ownName, base, buffer.count)
      guard count > 0, count < buffer.count else { return nil }
      return String(decoding: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count]), as: UTF8.self)
    }
  }

  private var type: UInt32 { status.st_mode & S_IFMT }
  var isRegularFile: Bool { type == S_IFREG }
  var isDirectory: Bool { type == S_IFDIR }
  var size: Int { Int(status.st_size) }

  var stat: FileStat {
    FileStat(
      size: size, modificationTime: Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec),
      device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
  }

  /// Nil for what is no regular file.
  var fileStat: FileStat? { isRegularFile ? stat : nil }

  /// All of it; nil when it cannot be read or has grown beyond the limit.
  func bytes(limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    // One more than there should be, so that the end is seen with the same call.
    var capacity = min(size, limit) + 1
    while true {
      var count = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, initialised in
        count = Self.read(descriptor, buffer)
        initialised = max(count, 0)
      }
      guard count >= 0 else { return nil }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard bytes.count <= limit else { return nil }
      if count < capacity { return bytes }
      capacity = 1 << 16
    }
  }

  /// Reads until the buffer is full or the file ends; negative when it fails.
  private static func read(_ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var done = 0
    while done < buffer.count {
      let count = Glibc.read(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        return -1
      }
      done += count
    }
    return done
  }

  /// What the directory holds. Entries that are links are what they lead to, if `follow` finds that.
  func entries(limit: Int, follow: (String) -> OpenedPath?) -> DirectoryListing? {
    guard let directory = opendir(ownName) else { return nil }
    defer { closedir(directory) }
    var (files, directories): ([String], [String]) = ([], [])
    while files.count + directories.count < limit, let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(entry.pointee.d_reclen)) {
          String(validatingCString: $0)
        }
      }
      // A name that is not UTF-8 cannot be asked for.
      guard let name, name != ".", name != ".." else { continue }
      switch Int32(entry.pointee.d_type) {
      case Int32(DT_REG): files.append(name)
      case Int32(DT_DIR): directories.append(name)
      case Int32(DT_LNK), Int32(DT_UNKNOWN):
        guard let target = follow(name) else { continue }
        if target.isRegularFile { files.append(name) } else if target.isDirectory { directories.append(name) }
      default: continue
      }
    }
    return DirectoryListing(files: files, directories: directories)
  }
}
