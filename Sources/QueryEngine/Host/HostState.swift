import IncrementalQueries
import PikeAnalysis
import PikeSyntax

/// A buffer of the editor.
struct OpenDocument {
  var version: Int
  var source: SourceFile
}

/// What is known of a closed file, or of an open one's state on disk. Unless the file is open, the newest snapshot says the same.
struct DiskRecord {
  /// Nil when there was nothing to be read.
  var stat: FileStat?
  var source: SourceFile?
  /// It may be otherwise now, whatever the stat says.
  var isStale = false
}

/// What the engine knows of the world outside of the database.
struct HostState {
  var documents: [FileID: OpenDocument] = [:]
  /// When a document was opened, changed or closed last.
  var lastChange: [FileID: Revision] = [:]
  var settings = EngineSettings()
  var workspaceRoots: [String] = []
  var library: PikeLibrary?
  var disk: [FileID: DiskRecord] = [:]
  var directories: [String: DirectoryListing?] = [:]
  /// The Pike files under the workspace roots, sorted.
  var workspaceFiles: [FileID] = []
  var isWorkspaceTruncated = false

  /// What was touched and not looked at yet, in order.
  var touched: [String] = []
  var isRefreshing = false
  /// What was touched while it was being loaded, so that what was loaded may be old.
  var touchedInFlight: Set<SharedLoads.Key> = []
  /// Searches and crawls that are not the newest are void.
  var searchNumber = 0
  var crawlNumber = 0
  var hasSearched = false

  var project: ProjectModel {
    let base = workspaceRoots.first
    let modules = settings.modulePaths.compactMap { FilePath.absolute($0, in: base) }
    let includes = settings.includePaths.compactMap { FilePath.absolute($0, in: base) }
    return ProjectModel(
      workspaceRoots: workspaceRoots, modulePaths: modules + (library.map { [$0.modulePath] } ?? []),
      includePaths: includes + (library.map { [$0.includePath] } ?? []), libraryRoots: library.map { [$0.root] } ?? [],
      defines: settings.defines)
  }

  /// Files of the workspace and open documents.
  var workspaceFilesInput: [FileID] {
    let outside = documents.keys.filter { !isKnownInWorkspace($0) }
    return outside.isEmpty ? workspaceFiles : (workspaceFiles + outside).sorted()
  }

  func isKnownInWorkspace(_ file: FileID) -> Bool {
    var (low, high) = (0, workspaceFiles.count)
    while low < high {
      let middle = (low + high) / 2
      if workspaceFiles[middle] < file { low = middle + 1 } else { high = middle }
    }
    return low < workspaceFiles.count && workspaceFiles[low] == file
  }
}

extension ProjectModel {
  /// All that may be read.
  var readableRoots: [String] { workspaceRoots + modulePaths + includePaths + libraryRoots }

  func mayRead(_ path: String) -> Bool {
    FilePath.isNormal(path) && readableRoots.contains { FilePath.isInside(path, $0) }
  }

  func durability(of path: String) -> Durability {
    libraryRoots.contains { FilePath.isInside(path, $0) } ? .high : .medium
  }
}
