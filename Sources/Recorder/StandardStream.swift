import Glibc

/// Closing of descriptors that may be standard ones.
enum StandardStream {
  /// Closes a descriptor. A standard one gets `/dev/null` in its place: otherwise the next file to be opened would become
  /// our standard input or output.
  static func close(_ descriptor: Int32) {
    guard descriptor <= STDERR_FILENO else {
      _ = Glibc.close(descriptor)
      return
    }
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    guard null >= 0 else { return }
    dup2(null, descriptor)
    _ = Glibc.close(null)
  }
}

/// Paths relative to where we run.
enum WorkingDirectory {
  static var path: String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }

  /// An absolute path without `.`, `..` and links where the file exists; otherwise `path` below the working directory.
  static func absolute(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path.hasPrefix("/") ? path : "\(Self.path)/\(path)" }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static func isDirectory(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }
}
