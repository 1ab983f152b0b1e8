import FoundationEssentials
import Glibc
import Recording

/// Why a workspace could not be made.
package struct WorkspaceError: Error, Sendable, CustomStringConvertible {
  package var description: String
  /// Whether the recording is to blame.
  package var isBadInput = false
}

/// The folder that a session is replayed in.
///
/// Either a temporary one with the files that the recording carries, in which documents are saved as they were in the
/// session; or a folder of the user's, which is never written to.
package struct ReplayWorkspace: Sendable {
  /// The folder that stands for the first recorded root.
  package let root: String
  /// Maps recorded paths to live ones.
  package let paths: PathMap
  /// The working directory of the server.
  package let directory: String
  /// Documents that were opened but not in the recording's files: created from their text.
  package private(set) var created: [String] = []
  package private(set) var savedCount = 0
  package private(set) var unpackedCount = 0
  package private(set) var problems: [Problem] = []
  /// Removed in the end; nil when the folder is the user's.
  private let temporary: String?
  private let folders: [SafeFolder]
  private let times: FileTimes

  // MARK: Making

  /// Uses a folder in place.
  package init(inPlace folder: String, for session: RecordedSession) throws(WorkspaceError) {
    guard let resolved = Self.resolve(folder), Self.isFolder(resolved) else {
      throw WorkspaceError(description: "--workspace \(folder): there is no such folder")
    }
    root = resolved
    temporary = nil
    folders = []
    times = FileTimes(session.header)
    let roots = RecordedRoots(session).paths
    paths = PathMap(roots.first.map { [($0, resolved)] } ?? [])
    directory = Self.directory(for: session, paths, root: resolved)
    let others = roots.dropFirst().filter { !$0.hasPrefix((roots.first ?? "") + "/") }
    if let other = others.first {
      problems.append(
        Problem(.workspace, .warning, "the session had more than one workspace folder; \(other) is used as it is"))
    }
  }

  /// Unpacks the recording's files into a new folder.
  package init(unpacking session: RecordedSession) throws(WorkspaceError) {
    let temporary = try Self.makeTemporaryFolder()
    self.temporary = temporary
    times = FileTimes(session.header)
    let roots = RecordedRoots(session).paths
    var pairs: [(from: String, to: String)] = []
    for (index, path) in roots.enumerated() {
      // Nested roots follow from those they are in. Names are kept: servers show them.
      if pairs.contains(where: { path.hasPrefix($0.from + "/") }) { continue }
      let name = path.split(separator: "/").last.map(String.init) ?? "workspace"
      pairs.append((path, index == 0 ? "\(temporary)/\(name)" : "\(temporary)/root-\(index)/\(name)"))
    }
    root = pairs.first?.to ?? "\(temporary)/workspace"
    paths = PathMap(pairs)
    folders = ([root] + pairs.dropFirst().map(\.to)).map(SafeFolder.init)
    directory = Self.directory(for: session, paths, root: root)
    do {
      try unpack(session)
    } catch {
      remove()
      throw error
    }
  }

  private static func makeTemporaryFolder() throws(WorkspaceError) -> String {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/reprise-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw WorkspaceError(
        description: "cannot make a folder in \(base): \(String(cString: strerror(errno))); set TMPDIR to another")
    }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // Servers resolve links; the paths that they answer with must be found again.
    return resolve(path) ?? path
  }

  private mutating func unpack(_ session: RecordedSession) throws(WorkspaceError) {
    for folder in folders {
      do {
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
      } catch {
        throw WorkspaceError(description: "cannot make the folder \(folder.path): \(error)")
      }
    }
    var omitted = 0
    for file in session.files {
      guard case .captured(let bytes, _) = file.content else {
        omitted += 1
        continue
      }
      try unpack(file, bytes)
    }
    if unpackedCount == 0 {
      problems.append(
        Problem(
          .workspace, .note,
          "the recording carries no files: the server finds opened documents only, unless "
            + "--workspace names a folder (or record with --capture workspace)"))
    }
    if omitted > 0 {
      problems.append(
        Problem(.workspace, .warning, "\(omitted) file(s) of the workspace were not captured; see 'reprise stats'"))
    }
  }

  private mutating func unpack(_ file: CapturedFile, _ bytes: [UInt8]) throws(WorkspaceError) {
    do throws(SafeFolder.Failure) {
      try folders[0].write(
        bytes, to: file.path, isExecutable: file.isExecutable, modified: times.beforeSession, replacing: false)
      unpackedCount += 1
    } catch {
      let name = PrintableText.escaped(file.path)
      switch error {
      case .badPath:
        throw WorkspaceError(
          description: "the recording has a file with the path '\(name)', which leads elsewhere", isBadInput: true)
      // The same file captured twice: what was there first is what the session started with.
      case .system(EEXIST): return
      case .system(let code):
        throw WorkspaceError(
          description: "cannot write \(root)/\(name): \(String(cString: strerror(code))); is there room?")
      }
    }
  }

  /// The server runs where it ran, as far as that place is part of the workspace.
  private static func directory(for session: RecordedSession, _ paths: PathMap, root: String) -> String {
    let mapped = paths.mapped(path: session.header.directory)
    return mapped != session.header.directory && isFolder(mapped) ? mapped : root
  }

  private static func resolve(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  // MARK: During the session

  package var isTemporary: Bool { temporary != nil }

  /// A document was opened: servers look for its file. Only in the temporary folder.
  package mutating func opened(uri: String, text: [UInt8]) {
    write(text, uri: uri, modified: times.beforeSession, replacing: false) { workspace, path in
      workspace.created.append(path)
    }
  }

  /// A document was saved, at a time in microseconds since the recording started. Only in the temporary folder.
  package mutating func saved(uri: String, text: [UInt8], at time: Int64) {
    write(text, uri: uri, modified: times.at(time), replacing: true) { workspace, _ in workspace.savedCount += 1 }
  }

  /// A file has changed on disk, at a time in microseconds since the recording started. Only in the temporary folder.
  package mutating func changed(_ change: FileChange, uri: String, at time: Int64) {
    switch change.outcome {
    case .written(let bytes, let isExecutable):
      write(bytes, uri: uri, isExecutable: isExecutable, modified: times.at(time), replacing: true) { _, _ in }
    case .removed:
      withFolder(of: uri) { folder, relative throws(SafeFolder.Failure) in try folder.remove(relative) }
    }
  }

  private mutating func write(
    _ text: [UInt8], uri: String, isExecutable: Bool = false, modified: timespec, replacing: Bool,
    then note: (inout ReplayWorkspace, String) -> Void
  ) {
    let written = withFolder(of: uri) { folder, relative throws(SafeFolder.Failure) in
      do throws(SafeFolder.Failure) {
        try folder.write(
          text, to: relative, isExecutable: isExecutable, modified: modified, replacing: replacing)
        return true
      } catch .system(EEXIST) where !replacing {
        return false
      }
    }
    if let written, written.result { note(&self, written.relative) }
  }

  /// Does something to the file that a URI stands for, if it is in one of our folders; notes why that failed.
  @discardableResult
  private mutating func withFolder<Result>(
    of uri: String, _ act: (SafeFolder, _ relative: String) throws(SafeFolder.Failure) -> Result
  ) -> (relative: String, result: Result)? {
    guard let path = PathEncoding.path(ofURI: uri) else { return nil }
    for folder in folders {
      guard let relative = folder.relative(path) else { continue }
      do throws(SafeFolder.Failure) {
        return (relative, try act(folder, relative))
      } catch {
        problems.append(Problem(.workspace, .warning, "cannot write \(path): \(error)"))
        return nil
      }
    }
    return nil
  }

  // MARK: The end

  /// Removes the temporary folder.
  package func remove() {
    guard let temporary else { return }
    try? FileManager.default.removeItem(atPath: temporary)
  }
}
