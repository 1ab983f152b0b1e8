import PikeAnalysis
import QueryEngine
import Synchronization

/// A disk in memory.
final class Disk: FileAccess {
  private struct State {
    var files: [String: (text: String, stat: FileStat)] = [:]
    var lastTime: Int64 = 0
  }

  private let state = Mutex(State())

  init(_ files: [String: String]) {
    for path in files.keys.sorted() { self[path] = files[path] }
  }

  /// By path. A file keeps its inode when it is written again.
  subscript(path: String) -> String? {
    get { state.withLock { $0.files[path]?.text } }
    set {
      state.withLock { state in
        state.lastTime += 1
        let inode = state.files[path]?.stat.inode ?? UInt64(state.lastTime)
        state.files[path] = newValue.map { text in
          (text, FileStat(size: text.utf8.count, modificationTime: state.lastTime, device: 1, inode: inode))
        }
      }
    }
  }

  func stat(_ path: String) async -> FileStat? { state.withLock { $0.files[path]?.stat } }

  func read(_ path: String) async -> (bytes: [UInt8], stat: FileStat)? {
    state.withLock { state in state.files[path].map { (Array($0.text.utf8), $0.stat) } }
  }

  func list(_ directory: String) async -> DirectoryListing? {
    state.withLock { state in
      let inside = state.files.keys.filter { $0.hasPrefix(directory + "/") }.map { $0.dropFirst(directory.count + 1) }
      guard !inside.isEmpty else { return nil }
      return DirectoryListing(files: inside.filter { !$0.contains("/") }.map(String.init), directories: [])
    }
  }
}
