import Glibc

/// A recording on disk, created under the first free name.
struct DiskFile: RecordingFile {
  /// As asked for.
  private let path: String
  private let notices: Notices
  private var descriptor: Int32 = -1
  private var isRegular = true
  /// As created; the recorder leaves it out when it captures the workspace.
  let created: CreatedPath

  init(path: String, notices: Notices, created: CreatedPath) {
    self.path = path
    self.notices = notices
    self.created = created
  }

  mutating func open() throws(FileFailure) {
    guard descriptor < 0 else { return }
    for number in 1...OutputPath.attempts {
      let candidate = OutputPath.candidate(number, of: path)
      let flags = isSpecial(candidate) ? O_WRONLY | O_NONBLOCK : O_WRONLY | O_CREAT | O_EXCL
      descriptor = Glibc.open(candidate, flags | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return noteCreated(candidate) }
      guard errno == EEXIST else { throw failure() }
    }
    throw FileFailure(message: "\(OutputPath.attempts) recordings of that name exist")
  }

  mutating func write(_ bytes: [UInt8], at offset: Int) throws(FileFailure) {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { rest in
        isRegular
          ? pwrite(descriptor, rest.baseAddress, rest.count, offset + done)
          : Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if count > 0 {
        done += count
      } else if count < 0, errno != EINTR {
        throw failure()
      }
    }
  }

  mutating func truncate(to size: Int) throws(FileFailure) {
    guard isRegular, ftruncate(descriptor, size) != 0 else { return }
    throw failure()
  }

  mutating func compact() {
    guard isRegular, let path = created.path else { return }
    var information = stat()
    if fstat(descriptor, &information) == 0 { DiskCompaction.compact(path: path, mode: information.st_mode) }
  }

  private func failure() -> FileFailure { FileFailure(message: String(cString: strerror(errno))) }

  private mutating func noteCreated(_ candidate: String) {
    var information = stat()
    fstat(descriptor, &information)
    isRegular = information.st_mode & S_IFMT == S_IFREG
    // Opened so as not to wait for a reader of a pipe; writing may wait.
    if !isRegular { _ = fcntl(descriptor, F_SETFL, 0) }
    created.set(candidate, device: information.st_dev, inode: information.st_ino)
    if candidate != path { notices.say("\(path) exists; recording to \(candidate)") }
  }

  /// Devices and pipes are written to as they are: there is nothing in them to lose.
  private func isSpecial(_ path: String) -> Bool {
    var information = stat()
    guard stat(path, &information) == 0 else { return false }
    return information.st_mode & S_IFMT != S_IFREG && information.st_mode & S_IFMT != S_IFDIR
  }
}
