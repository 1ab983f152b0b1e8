import PikeAnalysis
import QueryEngine
import Synchronization

/// A disk in memory that counts what is done to it, and can be made to wait.
final class FakeFiles: FileAccess {
  struct Content {
    var text: String
    var stat: FileStat
  }

  private struct State {
    var files: [String: Content] = [:]
    var directories: Set<String> = []
    var lastInode: UInt64 = 0
    var log: [String] = []
    var isHeld = false
    var waiting: [CheckedContinuation<Void, Never>] = []
    var roots: [String] = []
  }

  private let state = Mutex(State())

  init(_ files: [String: String] = [:]) {
    for path in files.keys.sorted() { self[path] = files[path] }
  }

  subscript(path: String) -> String? {
    get { state.withLock { $0.files[path]?.text } }
    set {
      state.withLock { state in
        state.lastInode += 1
        guard let newValue else {
          state.files[path] = nil
          return
        }
        let stat = FileStat(
          size: newValue.utf8.count, modificationTime: Int64(state.lastInode), device: 1, inode: state.lastInode)
        state.files[path] = Content(text: newValue, stat: stat)
      }
    }
  }

  func makeDirectory(_ path: String) { state.withLock { _ = $0.directories.insert(path) } }

  /// What was done, as `read /path`.
  var log: [String] { state.withLock { $0.log } }
  var roots: [String] { state.withLock { $0.roots } }
  func count(_ entry: String) -> Int { log.count { $0 == entry } }

  /// From now on, everybody waits until ``release()``.
  func hold() { state.withLock { $0.isHeld = true } }

  func release() {
    let waiting = state.withLock { state in
      defer { state.waiting = [] }
      state.isHeld = false
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }

  private func note(_ entry: String) async {
    await withCheckedContinuation { continuation in
      let isHeld = state.withLock { state in
        state.log.append(entry)
        if state.isHeld { state.waiting.append(continuation) }
        return state.isHeld
      }
      if !isHeld { continuation.resume() }
    }
  }

  func stat(_ path: String) async -> FileStat? {
    await note("stat \(path)")
    return state.withLock { $0.files[path]?.stat }
  }

  func read(_ path: String) async -> (bytes: [UInt8], stat: FileStat)? {
    // What is there when the reading begins, as with a disk.
    let content = state.withLock { $0.files[path] }
    await note("read \(path)")
    return content.map { (Array($0.text.utf8), $0.stat) }
  }

  func list(_ directory: String) async -> DirectoryListing? {
    await note("list \(directory)")
    return state.withLock { state in
      let below = state.files.keys.sorted().filter { $0.hasPrefix(directory + "/") }
        .map { $0.dropFirst(directory.count + 1).split(separator: "/") }
      guard !below.isEmpty || state.directories.contains(directory) else { return nil }
      let files = below.filter { $0.count == 1 }.map { String($0[0]) }
      var directories: [String] = []
      for parts in below where parts.count > 1 && directories.last != String(parts[0]) {
        directories.append(String(parts[0]))
      }
      return DirectoryListing(files: files, directories: directories)
    }
  }

  func rootsChanged(_ roots: [String]) { state.withLock { $0.roots = roots } }
}
