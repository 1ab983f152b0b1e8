import Glibc

/// Whether somebody wants an end.
enum Interruption {
  static func hasCome(_ descriptor: Int32?) -> Bool {
    guard let descriptor else { return false }
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, 0) > 0
  }
}
