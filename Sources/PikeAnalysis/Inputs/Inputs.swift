internal import IncrementalQueries

/// The text of a file; nil when there is none to be read.
package enum SourceInput: Input {
  package static let name = "source"
  package typealias Key = FileID
  package typealias Value = SourceFile?
}

/// What a directory holds, by absolute path without a slash at the end; nil when there is none to be read.
package enum DirectoryInput: Input {
  package static let name = "directory"
  package typealias Key = String
  package typealias Value = DirectoryListing?
}

/// Where things are. Has one key.
package enum ProjectInput: Input {
  package static let name = "project"
  package typealias Key = Whole
  package typealias Value = ProjectModel
}

/// The Pike files of the workspace, in the order of their paths, open documents outside of it included. Has one key.
package enum WorkspaceFilesInput: Input {
  package static let name = "workspaceFiles"
  package typealias Key = Whole
  package typealias Value = [FileID]
}

/// The key of what there is one of.
package enum Whole: Hashable, Sendable { case whole }

/// Names, without the path, in the order of their bytes.
package struct DirectoryListing: Sendable, Equatable {
  package var files: [String]
  package var directories: [String]

  package init(files: [String], directories: [String]) {
    self.files = files.sorted()
    self.directories = directories.sorted()
  }
}

/// Where the workspace and the installed library are, and what is defined before a file begins.
package struct ProjectModel: Sendable, Equatable {
  /// Absolute paths without a slash at the end.
  package var workspaceRoots: [String]
  /// Where modules are looked for: the workspace's own first, then the library's (`…/lib/modules`).
  package var modulePaths: [String]
  /// Where `#include <…>` is looked for.
  package var includePaths: [String]
  /// Of the installed library; what lies in them is read only and seldom changes.
  package var libraryRoots: [String]
  /// `NAME` or `NAME=VALUE`, as on pike's command line behind `-D`.
  package var defines: [String]

  package init(
    workspaceRoots: [String] = [], modulePaths: [String] = [], includePaths: [String] = [],
    libraryRoots: [String] = [], defines: [String] = []
  ) {
    self.workspaceRoots = workspaceRoots
    self.modulePaths = modulePaths
    self.includePaths = includePaths
    self.libraryRoots = libraryRoots
    self.defines = defines
  }
}
