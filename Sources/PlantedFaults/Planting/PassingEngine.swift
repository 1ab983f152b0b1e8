internal import IncrementalQueries
internal import PikeAnalysis
internal import PikeSyntax
internal import QueryEngine

/// Passes all on to an engine; faults between engine and adapter override what they break.
class PassingEngine: EngineInterface, @unchecked Sendable {
  // Unchecked because a class that is inherited from cannot be checked; those who inherit keep what changes in a mutex.

  let engine: any EngineInterface

  init(_ engine: any EngineInterface) { self.engine = engine }

  func openDocument(_ file: FileID, version: Int, text: SourceText) throws(MutationFailure) -> Acknowledgement {
    try engine.openDocument(file, version: version, text: text)
  }

  func changeDocument(
    _ file: FileID, version: Int, changes: [DocumentChange], encoding: PositionEncoding
  ) throws(MutationFailure) -> Acknowledgement {
    try engine.changeDocument(file, version: version, changes: changes, encoding: encoding)
  }

  func closeDocument(_ file: FileID) throws(MutationFailure) -> Acknowledgement { try engine.closeDocument(file) }

  func updateSettings(_ settings: EngineSettings) throws(MutationFailure) -> Acknowledgement {
    try engine.updateSettings(settings)
  }

  func updateWorkspace(_ update: WorkspaceUpdate) throws(MutationFailure) -> Acknowledgement {
    try engine.updateWorkspace(update)
  }

  func submit(_ request: EngineRequest, completion: @escaping @Sendable (EngineResponse) -> Void) {
    engine.submit(request, completion: completion)
  }

  @discardableResult func cancel(_ id: String) -> Bool { engine.cancel(id) }

  func setPublisher(encoding: PositionEncoding, _ publisher: (@Sendable (DiagnosticsPublication) -> Void)?) {
    engine.setPublisher(encoding: encoding, publisher)
  }

  func document(_ file: FileID) -> (version: Int, source: SourceFile)? { engine.document(file) }

  func dispose() { engine.dispose() }
}
