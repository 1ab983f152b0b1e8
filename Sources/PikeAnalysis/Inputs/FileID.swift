/// Which file: its absolute, normalised path; of a document that is no file, its URI.
package struct FileID: Hashable, Comparable, Sendable, CustomStringConvertible {
  // A class, so that the many keys that hold it share the path and its hash.
  private final class Storage: Sendable {
    let path: String
    let hash: Int

    init(_ path: String) {
      self.path = path
      hash = path.hashValue
    }
  }

  private let storage: Storage

  package init(_ path: String) { storage = Storage(path) }

  package var path: String { storage.path }
  package var description: String { storage.path }

  /// The last part of the path.
  package var name: Substring {
    storage.path[(storage.path.lastIndex(of: "/").map(storage.path.index(after:)) ?? storage.path.startIndex)...]
  }

  /// The path of the directory that it stands in, without a slash at the end; empty for one without a slash.
  package var directory: String { storage.path.lastIndex(of: "/").map { String(storage.path[..<$0]) } ?? "" }

  package static func == (left: FileID, right: FileID) -> Bool {
    left.storage === right.storage || left.storage.hash == right.storage.hash && left.storage.path == right.storage.path
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(storage.hash) }

  /// The hash is one already; to hash it again would cost more than all else of a look-up.
  package func _rawHashValue(seed: Int) -> Int { storage.hash ^ seed }

  package static func < (left: FileID, right: FileID) -> Bool { left.path < right.path }
}
