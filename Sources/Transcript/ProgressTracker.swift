import JSONRPC
import Recording

/// Follows progress tokens: who made them, and whether they are running.
///
/// Source: LSP 3.17, "Work Done Progress" and "Partial Result Progress".
struct ProgressTracker: Sendable {
  private struct Token: Sendable {
    var request: Request?
    var isPartialResult: Bool
    var isRunning = false
  }

  private static let manyTokens = 8192

  private var tokens: [RequestID: Token] = [:]
  /// The tokens that die with a request's answer, by the request's record.
  private var tokensByRequest: [Int: [RequestID]] = [:]

  /// Tokens that were begun and not ended, in an order that does not depend on hashing.
  var running: [RequestID] {
    tokens.filter(\.value.isRunning).map(\.key).sorted { $0.description < $1.description }
  }

  var hasRunning: Bool { tokens.contains(where: \.value.isRunning) }

  /// Takes note of the tokens that a request brings.
  mutating func begin(_ request: Request, params: JSONView?) {
    guard let params else { return }
    let found = params.members("workDoneToken", "partialResultToken", "token")
    for (token, isPartialResult) in [(found[0]?.requestID, false), (found[1]?.requestID, true)] {
      guard let token else { continue }
      tokens[token] = Token(request: request, isPartialResult: isPartialResult)
      tokensByRequest[request.record, default: []].append(token)
    }
    if request.method == Method.workDoneProgressCreate, let token = found[2]?.requestID {
      tokens[token] = Token(request: request, isPartialResult: false)
    }
  }

  /// A request's tokens live no longer than it does, unless what they announced is still running.
  mutating func end(_ request: Request) {
    guard let made = tokensByRequest.removeValue(forKey: request.record) else { return }
    for token in made where tokens[token]?.request == request && tokens[token]?.isRunning == false {
      tokens[token] = nil
    }
  }

  /// Takes a `$/progress`; nil when it has no token.
  mutating func progress(_ params: JSONView?) -> ProgressEvent? {
    let found = params?.members("token", "value")
    guard let token = found?[0]?.requestID else { return nil }
    let known = tokens[token]
    let wasRunning = known?.isRunning ?? false
    var event = ProgressEvent(token: token, stage: .partialResult, request: known?.request, wasRunning: wasRunning)
    if known?.isPartialResult == true { return event }
    event.stage = found?[1]?["kind"]?.string.flatMap(ProgressEvent.Stage.init(rawValue:)) ?? .partialResult
    switch event.stage {
    case .begin, .report:
      tokens[token, default: Token(request: nil, isPartialResult: false)].isRunning = true
    case .end:
      // A token that a server created may begin again (clangd indexes again and again under one); it is forgotten
      // only where tokens are many.
      tokens[token]?.isRunning = false
      if tokens.count > Self.manyTokens || known?.request?.from != .server { tokens[token] = nil }
    case .partialResult: break
    }
    return event
  }
}
