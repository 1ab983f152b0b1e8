package import IncrementalQueries
package import PikeAnalysis
package import PikeSyntax

/// What every mutation is answered with: the revision that it made.
package struct Acknowledgement: Sendable, Equatable {
  package var revision: Revision

  package init(revision: Revision) { self.revision = revision }
}

/// A mutation that was refused; nothing has changed.
package enum MutationFailure: Error, Sendable, Equatable {
  case notOpen(FileID)
  case alreadyOpen(FileID)
  /// Versions only go up.
  case staleVersion(FileID, have: Int, got: Int)
  /// A range that ends before it begins.
  case reversedRange(FileID, ReversedRange)
  case tooLarge(FileID, bytes: Int, limit: Int)
  case disposed

  package struct ReversedRange: Sendable, Equatable {
    package var start: TextPosition
    package var end: TextPosition

    package init(start: TextPosition, end: TextPosition) {
      self.start = start
      self.end = end
    }
  }
}

/// One change of a document; changes are applied one after the other.
package enum DocumentChange: Sendable {
  case full(SourceText)
  /// Replaces what stands between two positions; a column beyond its line's end means the end.
  case ranged(start: TextPosition, end: TextPosition, text: [UInt8])
}

/// What a client may set.
package struct EngineSettings: Sendable, Equatable {
  /// Of the installed Pike; nil to look for it at the usual places.
  package var libraryPath: String?
  package var modulePaths: [String] = []
  package var includePaths: [String] = []
  package var defines: [String] = []
  /// How long after an edit diagnostics are pushed.
  package var diagnosticsDelay: Duration = .milliseconds(20)
  /// Codes of diagnostics that are not wanted.
  package var disabledDiagnostics: [String] = []

  package init() {}
}

/// What happened to the workspace. Paths are absolute.
package struct WorkspaceUpdate: Sendable {
  package var addedRoots: [String] = []
  package var removedRoots: [String] = []
  /// Files that were created, changed or deleted on disk.
  package var touchedFiles: [String] = []

  package init(addedRoots: [String] = [], removedRoots: [String] = [], touchedFiles: [String] = []) {
    self.addedRoots = addedRoots
    self.removedRoots = removedRoots
    self.touchedFiles = touchedFiles
  }
}

/// Diagnostics that nobody asked for, of the newest state of a document that is open.
package struct DiagnosticsPublication: Sendable {
  package var file: FileID
  /// Of the document; nil when it was closed, and the diagnostics are empty.
  package var version: Int?
  package var revision: Revision
  package var diagnostics: [Diagnostic]

  package init(file: FileID, version: Int?, revision: Revision, diagnostics: [Diagnostic]) {
    self.file = file
    self.version = version
    self.revision = revision
    self.diagnostics = diagnostics
  }
}
