import IncrementalQueries
import PikeAnalysis
import Synchronization

/// How the client spells the URIs of its open documents, and which version they had at which revision.
final class OpenDocuments: Sendable {
  private struct Document {
    var uri: String
    /// Ascending; the last ones.
    var versions: [(revision: Revision, version: Int)]
    /// A change is under way, whose revision is not known yet.
    var isChanging = false

    /// More than the engine keeps snapshots.
    private static let remembered = 128

    mutating func changed(_ version: Int, at revision: Revision?) {
      isChanging = false
      guard let revision else { return }
      versions.append((revision, version))
      if versions.count > Self.remembered { versions.removeFirst(versions.count - Self.remembered) }
    }
  }

  private let documents = Mutex<[FileID: Document]>([:])

  // MARK: Changes

  /// Before the engine is told, so that what it says of the document while it is told has the right name.
  ///
  /// - Returns: false when it is open.
  func opens(_ file: FileID, uri: String) -> Bool {
    documents.withLock { documents in
      guard documents[file] == nil else { return false }
      documents[file] = Document(uri: uri, versions: [], isChanging: true)
      return true
    }
  }

  func changes(_ file: FileID) { documents.withLock { $0[file]?.isChanging = true } }

  /// The engine has taken what was announced; nil if it has not.
  func changed(_ file: FileID, version: Int, at revision: Revision?) {
    documents.withLock { documents in
      guard let index = documents.index(forKey: file) else { return }
      documents.values[index].changed(version, at: revision)
    }
  }

  func closed(_ file: FileID) { _ = documents.withLock { $0.removeValue(forKey: file) } }

  // MARK: Questions

  func uri(of file: FileID) -> String { documents.withLock { $0[file]?.uri } ?? DocumentURI.uri(of: file) }

  /// The version that the document had at a revision; nil if it was not open, or that cannot be told.
  func version(of file: FileID, at revision: Revision?) -> Int? {
    documents.withLock { documents in
      guard let document = documents[file], let revision, let last = document.versions.last else { return nil }
      if document.isChanging, revision > last.revision { return nil }
      return document.versions.last { $0.revision <= revision }?.version
    }
  }
}
