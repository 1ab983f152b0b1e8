import PikeAnalysis
import PikeSyntax
import QueryEngine

/// Carries changes of documents to the engine, and keeps account of them.
struct DocumentMutations {
  let engine: any EngineInterface
  let documents: OpenDocuments

  func open(_ file: FileID, uri: String, version: Int, text: String) throws(InvalidParams) -> Acknowledgement {
    guard documents.opens(file, uri: uri) else { throw MutationFailure.alreadyOpen(file).invalidParams }
    do throws(MutationFailure) {
      let acknowledgement = try engine.openDocument(file, version: version, text: SourceText(text))
      documents.changed(file, version: version, at: acknowledgement.revision)
      return acknowledgement
    } catch {
      documents.closed(file)
      throw error.invalidParams
    }
  }

  func change(
    _ file: FileID, version: Int, _ changes: [DocumentChange], _ encoding: PositionEncoding
  ) throws(InvalidParams) -> Acknowledgement {
    documents.changes(file)
    do throws(MutationFailure) {
      let acknowledgement = try engine.changeDocument(file, version: version, changes: changes, encoding: encoding)
      documents.changed(file, version: version, at: acknowledgement.revision)
      return acknowledgement
    } catch {
      documents.changed(file, version: version, at: nil)
      throw error.invalidParams
    }
  }

  func close(_ file: FileID) throws(InvalidParams) -> Acknowledgement {
    do throws(MutationFailure) {
      let acknowledgement = try engine.closeDocument(file)
      documents.closed(file)
      return acknowledgement
    } catch {
      throw error.invalidParams
    }
  }

  func update(_ settings: EngineSettings) throws(InvalidParams) -> Acknowledgement {
    do throws(MutationFailure) { return try engine.updateSettings(settings) } catch { throw error.invalidParams }
  }

  func update(_ workspace: WorkspaceUpdate) throws(InvalidParams) -> Acknowledgement {
    do throws(MutationFailure) { return try engine.updateWorkspace(workspace) } catch { throw error.invalidParams }
  }
}
