import Glibc
import Recording
import Synchronization

/// The files of a recorded session, in memory, where they were when it was recorded. There are no others, and nothing of this machine's
/// disk can be seen through it.
package final class VirtualFiles: Sendable {
  package struct File: Sendable, Equatable {
    package var bytes: [UInt8]
    /// Nanoseconds since 1970.
    package var modified: Int64
    /// Unlike that of any other file.
    package var number: UInt64
  }

  package struct Listing: Sendable, Equatable {
    /// Names, sorted.
    package var files: [String]
    package var directories: [String]
  }

  private struct State {
    var files: [String: File] = [:]
    /// What lies in each directory, by its path.
    var directories: [String: (files: Set<String>, directories: Set<String>)] = [:]
    var lastNumber: UInt64 = 0
  }

  private let state: Mutex<State>
  private let times: FileTimes

  /// - Throws: what is wrong with the recording's files.
  package init(_ session: RecordedSession) throws(WorkspaceError) {
    times = FileTimes(session.header)
    var state = State()
    let root = RecordedRoots(session).paths.first ?? session.header.directory
    Self.makeDirectory(root, &state)
    for file in session.files {
      guard case .captured(let bytes, _) = file.content else { continue }
      guard SafeFolder.parts(of: file.path) != nil, file.path.utf8.count <= Self.longestPath else {
        let name = PrintableText.escaped(String(file.path.prefix(100)))
        throw WorkspaceError(
          description: "the recording has a file with the path '\(name)', which leads elsewhere or is too long",
          isBadInput: true)
      }
      let path = "\(root)/\(file.path)"
      // The same file captured twice: what was there first is what the session started with.
      if state.files[path] == nil { Self.write(bytes, path, times.beforeSession, &state) }
    }
    self.state = Mutex(state)
  }

  /// In bytes, as on a disk.
  private static let longestPath = 4096

  private init(_ state: sending State, _ times: FileTimes) {
    self.state = Mutex(state)
    self.times = times
  }

  /// Files that are equal now, and that change by themselves.
  package func copy() -> VirtualFiles {
    let (files, directories, last) = state.withLock { ($0.files, $0.directories, $0.lastNumber) }
    return VirtualFiles(State(files: files, directories: directories, lastNumber: last), times)
  }

  package var count: Int { state.withLock { $0.files.count } }

  // MARK: Reading

  package func file(_ path: String) -> File? { state.withLock { $0.files[path] } }

  package func list(_ directory: String) -> Listing? {
    state.withLock { state in
      state.directories[directory].map { Listing(files: $0.files.sorted(), directories: $0.directories.sorted()) }
    }
  }

  // MARK: The client's side

  /// A document was opened: its file is there.
  func opened(uri: String, text: [UInt8]) {
    guard let path = Self.path(uri) else { return }
    state.withLock { state in
      if state.files[path] == nil { Self.write(text, path, times.beforeSession, &state) }
    }
  }

  /// A document was saved, at a time in microseconds since the recording started.
  func saved(uri: String, text: [UInt8], at time: Int64) {
    guard let path = Self.path(uri) else { return }
    state.withLock { Self.write(text, path, times.at(time), &$0) }
  }

  /// A file was changed by somebody else, who told of it at that time.
  func changed(_ change: FileChange, uri: String, at time: Int64) {
    guard let path = Self.path(uri) else { return }
    switch change.outcome {
    case .written(let bytes, _): state.withLock { Self.write(bytes, path, times.at(time), &$0) }
    case .removed: state.withLock { Self.remove(path, &$0) }
    }
  }

  private static func remove(_ path: String, _ state: inout State) {
    guard state.files.removeValue(forKey: path) != nil, let slash = path.lastIndex(of: "/") else { return }
    state.directories[String(path[..<slash])]?.files.remove(String(path[path.index(after: slash)...]))
  }

  private static func path(_ uri: String) -> String? {
    guard let path = PathEncoding.path(ofURI: uri), path.hasPrefix("/"), path.utf8.count <= longestPath,
      SafeFolder.parts(of: String(path.dropFirst())) != nil
    else { return nil }
    return path
  }

  private static func write(_ bytes: [UInt8], _ path: String, _ modified: timespec, _ state: inout State) {
    // What is a directory stays one.
    guard state.directories[path] == nil, let slash = path.lastIndex(of: "/") else { return }
    let nanoseconds = Int64(modified.tv_sec) * 1_000_000_000 + Int64(modified.tv_nsec)
    if state.files[path] == nil {
      let parent = String(path[..<slash])
      makeDirectory(parent, &state)
      state.directories[parent]?.files.insert(String(path[path.index(after: slash)...]))
      state.lastNumber += 1
      state.files[path] = File(bytes: bytes, modified: nanoseconds, number: state.lastNumber)
    } else {
      state.files[path]?.bytes = bytes
      state.files[path]?.modified = nanoseconds
    }
  }

  private static func makeDirectory(_ path: String, _ state: inout State) {
    guard state.directories[path] == nil, state.files[path] == nil else { return }
    state.directories[path] = ([], [])
    guard let slash = path.lastIndex(of: "/"), path != "/" else { return }
    let parent = slash == path.startIndex ? "/" : String(path[..<slash])
    makeDirectory(parent, &state)
    state.directories[parent]?.directories.insert(String(path[path.index(after: slash)...]))
  }
}
