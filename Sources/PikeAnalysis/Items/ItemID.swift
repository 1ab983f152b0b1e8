/// Which declaration, whatever stands around it: the file and the names that lead to it. The file itself, as a class, has no names.
///
/// (Unlike an index, this stays the same when something is declared before it.)
package struct ItemID: Hashable, Sendable, CustomStringConvertible {
  private final class Storage: Sendable {
    let file: FileID
    let path: [String]
    let hash: Int

    init(_ file: FileID, _ path: [String]) {
      self.file = file
      self.path = path
      var hasher = Hasher()
      hasher.combine(file)
      hasher.combine(path)
      hash = hasher.finalize()
    }
  }

  private let storage: Storage

  /// The path has each name, from the second of the same name among the same members on with `#2` and so on behind it.
  package init(_ file: FileID, _ path: [String]) { storage = Storage(file, path) }

  package var file: FileID { storage.file }
  package var path: [String] { storage.path }
  package var isFile: Bool { storage.path.isEmpty }
  /// The class or file around it; a file's is nil.
  package var parent: ItemID? { isFile ? nil : ItemID(file, Array(path.dropLast())) }
  package func member(_ step: String) -> ItemID { ItemID(file, path + [step]) }

  package var description: String { isFile ? file.path : "\(file.path):\(path.joined(separator: "."))" }

  package static func == (left: ItemID, right: ItemID) -> Bool {
    left.storage === right.storage
      || left.storage.hash == right.storage.hash && left.storage.file == right.storage.file
        && left.storage.path == right.storage.path
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(storage.hash) }
}
