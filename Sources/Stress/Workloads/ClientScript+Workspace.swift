package import JSONRPC
import Recording

/// What has become of a file on disk, by its path. Its text is what ``ClientScript/write(_:text:)`` has said.
package enum DiskChange: Sendable, Equatable {
  case created(String)
  case changed(String)
  case deleted(String)

  package var path: String {
    switch self {
    case .created(let path), .changed(let path), .deleted(let path): path
    }
  }

  /// LSP 3.17, "FileChangeType".
  fileprivate var type: Int {
    switch self {
    case .created: 1
    case .changed: 2
    case .deleted: 3
    }
  }
}

// The disk, the settings, the folders.
extension ClientScript {
  // MARK: Sending

  /// A notification in LSP, a mutation in query-engine-v2; nothing where the protocol has no such thing.
  @discardableResult
  mutating func tell(
    _ method: String, _ params: JSONValue, orMutate mutation: String? = nil, _ other: JSONValue = .null
  ) -> RequestHandle? {
    handshake()
    switch framing {
    case .contentLength: write(method, id: nil) { $0.value(params) }
    case .lines: return mutation.map { mutate($0, other) }
    }
    return nil
  }

  /// A mutation of query-engine-v2.
  @discardableResult
  mutating func mutate(_ method: String, _ params: JSONValue) -> RequestHandle {
    let handle = RequestHandle(id: makeID(), method: method)
    write(method, id: handle.id) { $0.value(params) }
    mutations.append(handle)
    return handle
  }

  // MARK: Settings

  /// All settings are these now. In LSP, those of Pike stand in a section of their own.
  package mutating func changeConfiguration(_ settings: JSONValue) {
    let section: JSONValue = workspace.language == .pike ? ["pike": settings] : settings
    tell("workspace/didChangeConfiguration", ["settings": section], orMutate: "engine_update_config", settings)
  }

  // MARK: Files on disk

  /// Writes a file behind the server's back; ``changeWatchedFiles(_:)`` tells of it.
  package mutating func write(_ path: String, text: [UInt8], places: [SamplePlace] = []) {
    let languageID = disk[path]?.languageID ?? workspace.language.rawValue
    put(SampleFile(path: path, languageID: languageID, text: text, places: places))
  }

  /// Tells the server what has happened on the disk. Files that are deleted here are gone from it.
  package mutating func changeWatchedFiles(_ changes: [DiskChange]) {
    for case .deleted(let path) in changes {
      disk.removeValue(forKey: path)
      diskPaths.removeAll { $0 == path }
    }
    // In query-engine-v2, what is added stands before what is removed, and that before what is changed.
    let ordered =
      framing == .contentLength ? changes : [1, 3, 2].flatMap { type in changes.filter { $0.type == type } }
    let events = ordered.map { change -> JSONValue in
      ["uri": .string(uri(change.path)), "type": .number(String(change.type))]
    }
    func paths(_ type: Int) -> JSONValue { .array(ordered.filter { $0.type == type }.map { .string(uri($0.path)) }) }
    tell(
      "workspace/didChangeWatchedFiles", ["changes": .array(events)], orMutate: "engine_update_workspace",
      ["added": paths(1), "removed": paths(3), "changed": paths(2)])
    for change in ordered {
      if let file = disk[change.path], change != .deleted(change.path) {
        let content = CapturedFile.Content.captured(file.text, sha256: ContentHash.sha256(file.text))
        append(.file(CapturedFile(path: change.path, content: content, change: diskChangeCount)))
      }
      diskChangeCount += 1
    }
  }

  // MARK: Folders

  /// Paths are relative to the root; the empty one is the root.
  package mutating func changeWorkspaceFolders(added: [String] = [], removed: [String] = []) {
    func path(_ folder: String) -> String { folder.isEmpty ? workspace.root : "\(workspace.root)/\(folder)" }
    func folders(_ paths: [String]) -> JSONValue {
      .array(
        paths.map { ["uri": .string(FileURI.uri(ofPath: path($0))), "name": .string($0.isEmpty ? "project" : $0)] })
    }
    tell(
      "workspace/didChangeWorkspaceFolders", ["event": ["added": folders(added), "removed": folders(removed)]],
      orMutate: "engine_update_workspace",
      [
        "addedRoots": .array(added.map { .string(path($0)) }),
        "removedRoots": .array(removed.map { .string(path($0)) }),
      ])
  }
}
