import IncrementalQueries
import JSONRPC
import PikeAnalysis
import PikeSyntax
import QueryEngine

extension LanguageServer {
  /// A question for the engine.
  func query(_ id: RequestID, _ method: String, _ message: IncomingMessage.Parameters) {
    let query: LanguageQuery
    do throws(InvalidParams) {
      guard !message.hasLoneSurrogate else { throw .loneSurrogate }
      guard let known = LanguageQuery.Method(rawValue: method) else {
        return fail(id, .methodNotFound, "no such method: \(method.shortened)")
      }
      query = try LanguageQuery(known, try Params(message.value))
    } catch {
      return fail(id, .invalidParams, error.message)
    }
    let name = id.description
    guard outbox.begin(name, id) else { return fail(id, .invalidRequest, "a request with this id is open") }
    let answer = LanguageAnswer(messages: messages, shapes: shapes, query: query)
    let request = EngineRequest(id: name, query: FeatureQuery(query.question, encoding: client.encoding))
    engine.submit(request) { [outbox] response in
      outbox.finish(response.id) { answer.text($0, response, isCancelled: $1) }
    }
  }
}

/// A request for something that the engine knows, read.
struct LanguageQuery: Sendable {
  enum Method: String, CaseIterable {
    case completion = "textDocument/completion"
    case resolveCompletion = "completionItem/resolve"
    case hover = "textDocument/hover"
    case signatureHelp = "textDocument/signatureHelp"
    case definition = "textDocument/definition"
    case declaration = "textDocument/declaration"
    case references = "textDocument/references"
    case documentHighlight = "textDocument/documentHighlight"
    case documentSymbol = "textDocument/documentSymbol"
    case workspaceSymbol = "workspace/symbol"
    case foldingRange = "textDocument/foldingRange"
    case semanticTokens = "textDocument/semanticTokens/full"
    case semanticTokensInRange = "textDocument/semanticTokens/range"
    case prepareRename = "textDocument/prepareRename"
    case rename = "textDocument/rename"
    case diagnostic = "textDocument/diagnostic"
    case workspaceDiagnostic = "workspace/diagnostic"
  }

  let method: Method
  let question: FeatureRequest
  /// The document that is asked about.
  private(set) var file: FileID?
  /// The item to be resolved, as the client sent it.
  private(set) var item = JSONValue.null
  /// Of the diagnostics that the client has, by URI.
  private(set) var previousResults: [(uri: String, resultID: String)] = []

  init(_ method: Method, _ params: Params) throws(InvalidParams) {
    self.method = method
    switch method {
    case .resolveCompletion:
      _ = try params.string("label")
      item = params.value
      question = .resolveCompletion(try CompletionItem.Origin(try params.optionalObject("data")) ?? .none)
    case .workspaceSymbol:
      question = .workspaceSymbols(query: try params.string("query"), limit: WorkspaceSymbolLimit.standard)
    case .workspaceDiagnostic:
      question = .workspaceDiagnostics
      for previous in try params.objects("previousResultIds") {
        previousResults.append((try previous.string("uri"), try previous.string("value")))
      }
    default:
      let document = try params.object("textDocument")
      let file = try document.file()
      self.file = file
      question = try Self.question(method, file, params)
      if method == .diagnostic, let previous = try params.optionalString("previousResultId") {
        previousResults.append((try document.string("uri"), previous))
      }
    }
  }

  private static func question(
    _ method: Method, _ file: FileID, _ params: Params
  ) throws(InvalidParams) -> FeatureRequest {
    switch method {
    case .documentSymbol: return .documentSymbols(file)
    case .foldingRange: return .foldingRanges(file)
    case .semanticTokens: return .semanticTokens(file, nil)
    case .semanticTokensInRange: return .semanticTokens(file, try params.range("range"))
    case .diagnostic: return .diagnostics(file)
    default: break
    }
    let position = try params.position("position")
    switch method {
    case .completion: return .completion(file, position)
    case .hover: return .hover(file, position)
    case .signatureHelp: return .signatureHelp(file, position)
    case .documentHighlight: return .documentHighlight(file, position)
    case .prepareRename: return .prepareRename(file, position)
    case .rename: return .rename(file, position, newName: try params.string("newName"))
    case .references:
      let flag = try params.object("context").optionalBool("includeDeclaration")
      return .references(file, position, includesDeclaration: flag ?? true)
    default: return .definition(file, position)
    }
  }
}
