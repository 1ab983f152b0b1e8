import Glibc
import Recording

/// Puts a compacted recording in the place of the finished one.
enum DiskCompaction {
  /// Larger files are left as they are: the editor waits for the recorder to exit.
  private static let largest = 1 << 20

  /// The new file takes the old one's name in one step, so that there is a whole recording at any moment.
  static func compact(path: String, mode: mode_t) {
    var information = stat()
    guard stat(path, &information) == 0, information.st_size <= largest,
      let bytes = try? Compaction.compacted(path: path), bytes.count < Int(information.st_size)
    else { return }
    let temporary = "\(path).\(getpid()).compacting"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode & 0o777)
    guard descriptor >= 0 else { return }
    let isWritten = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == bytes.count
    close(descriptor)
    if !isWritten || rename(temporary, path) != 0 { unlink(temporary) }
  }
}
