internal import IncrementalQueries
package import PikeAnalysis
package import PikeSyntax

/// The engine as whoever speaks a protocol sees it. All calls are thread safe; mutations and submissions count in the order in which they
/// are made.
package protocol EngineInterface: Sendable {
  // Mutations take effect at once: whatever is submitted afterwards sees them.
  func openDocument(_ file: FileID, version: Int, text: SourceText) throws(MutationFailure) -> Acknowledgement
  func changeDocument(
    _ file: FileID, version: Int, changes: [DocumentChange], encoding: PositionEncoding
  ) throws(MutationFailure) -> Acknowledgement
  func closeDocument(_ file: FileID) throws(MutationFailure) -> Acknowledgement
  func updateSettings(_ settings: EngineSettings) throws(MutationFailure) -> Acknowledgement
  func updateWorkspace(_ update: WorkspaceUpdate) throws(MutationFailure) -> Acknowledgement

  /// Answers exactly once, by `completion`, which may be called before this returns or on any thread.
  func submit(_ request: EngineRequest, completion: @escaping @Sendable (EngineResponse) -> Void)
  /// False when no such request is open.
  @discardableResult func cancel(_ id: String) -> Bool

  /// Told of diagnostics of open documents, debounced; never for a version that is not the newest, never after a document is closed
  /// (but once, empty) nor after the engine is disposed of.
  func setPublisher(encoding: PositionEncoding, _ publisher: (@Sendable (DiagnosticsPublication) -> Void)?)

  /// The version and text of an open document at the newest revision.
  func document(_ file: FileID) -> (version: Int, source: SourceFile)?

  /// Cancels what is open, answers it, and refuses what comes.
  func dispose()
}
