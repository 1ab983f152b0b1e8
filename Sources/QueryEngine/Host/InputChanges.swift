import IncrementalQueries
import PikeAnalysis

/// What becomes one revision.
struct InputChanges {
  /// The revision in the making.
  let revision: Revision
  private(set) var isEmpty = true
  private var sources: [(file: FileID, source: SourceFile?, durability: Durability)] = []
  private var directories: [(path: String, listing: DirectoryListing?, durability: Durability)] = []
  private var project: ProjectModel?
  private var workspaceFiles: [FileID]?

  init(revision: Revision) { self.revision = revision }

  mutating func set(_ file: FileID, _ source: SourceFile?, _ durability: Durability) {
    sources.append((file, source, durability))
    isEmpty = false
  }

  mutating func set(_ directory: String, _ listing: DirectoryListing?, _ durability: Durability) {
    directories.append((directory, listing, durability))
    isEmpty = false
  }

  mutating func set(_ project: ProjectModel) {
    self.project = project
    isEmpty = false
  }

  mutating func setWorkspaceFiles(of host: HostState) {
    workspaceFiles = host.workspaceFilesInput
    isEmpty = false
  }

  func write(to batch: inout Batch) {
    for change in sources { batch.set(SourceInput.self, change.file, change.source, durability: change.durability) }
    for change in directories {
      batch.set(DirectoryInput.self, change.path, change.listing, durability: change.durability)
    }
    if let project { batch.set(ProjectInput.self, .whole, project, durability: .high) }
    if let workspaceFiles { batch.set(WorkspaceFilesInput.self, .whole, workspaceFiles, durability: .medium) }
  }
}
