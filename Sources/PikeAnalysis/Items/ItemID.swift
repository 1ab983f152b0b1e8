/// Which declaration, whatever stands around it: the file and the names that lead to it. The file itself, as a class, has no names.
///
/// (Unlike an index, this stays the same when something is declared before it.)
package struct ItemID: Hashable, Sendable, CustomStringConvertible {
  private final class Storage: Sendable {
    let file: FileID
    let path: [String]
    let hash: Int
    /// The class or file around it; nil of a file.
    let parent: ItemID?

    init(_ file: FileID) {
      self.file = file
      path = []
      parent = nil
      var hasher = Hasher()
      hasher.combine(file)
      hash = hasher.finalize()
    }

    init(_ parent: ItemID, _ step: String) {
      file = parent.file
      path = parent.path + CollectionOfOne(step)
      self.parent = parent
      var hasher = Hasher()
      hasher.combine(parent.storage.hash)
      hasher.combine(step)
      hash = hasher.finalize()
    }
  }

  private let storage: Storage

  private init(_ storage: Storage) { self.storage = storage }

  /// The path has each name, from the second of the same name among the same members on with `#2` and so on behind it.
  package init(_ file: FileID, _ path: [String]) {
    self = path.reduce(ItemID(Storage(file))) { $0.member($1) }
  }

  package var file: FileID { storage.file }
  package var path: [String] { storage.path }
  package var isFile: Bool { storage.parent == nil }
  /// The class or file around it; a file's is nil.
  package var parent: ItemID? { storage.parent }
  package func member(_ step: String) -> ItemID { ItemID(Storage(self, step)) }

  package var description: String { isFile ? file.path : "\(file.path):\(path.joined(separator: "."))" }

  package static func == (left: ItemID, right: ItemID) -> Bool {
    left.storage === right.storage
      || left.storage.hash == right.storage.hash && left.storage.file == right.storage.file
        && left.storage.path == right.storage.path
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(storage.hash) }

  /// The hash is one already; to hash it again would cost more than all else of a look-up.
  package func _rawHashValue(seed: Int) -> Int { storage.hash ^ seed }
}
