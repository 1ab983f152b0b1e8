import Glibc

/// Where a reader gets its bytes from.
protocol ByteSource: AnyObject, Sendable {
  /// The size in bytes, when it is known.
  var size: Int? { get }
  /// At most `count` bytes from `offset`; fewer only at the end.
  func read(at offset: Int, count: Int) throws(RecordingError) -> [UInt8]
}

/// Bytes in memory.
final class MemorySource: ByteSource {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var size: Int? { bytes.count }

  func read(at offset: Int, count: Int) -> [UInt8] {
    guard offset >= 0, offset < bytes.count else { return [] }
    return Array(bytes[offset..<min(bytes.count, offset + count)])
  }
}

/// A regular file, read at given places; it may grow meanwhile.
final class FileSource: ByteSource {
  private let descriptor: Int32
  private let path: String
  let size: Int?

  init(path: String) throws(RecordingError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw RecordingError(.cannotOpen(String(cString: strerror(errno))), path: path)
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw RecordingError(.cannotOpen("not a regular file"), path: path)
    }
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  func read(at offset: Int, count: Int) throws(RecordingError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = pread(descriptor, buffer.baseAddress! + filled, count - filled, offset + filled)
        if got == 0 { return }
        if got < 0 {
          if errno == EINTR { continue }
          failure = errno
          return
        }
        filled += got
      }
    }
    guard failure == 0 else {
      throw RecordingError(.cannotRead(String(cString: strerror(failure))), path: path, offset: offset)
    }
    return bytes
  }
}
