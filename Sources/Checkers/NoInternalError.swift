import JSONRPC
import Recording
package import Transcript

/// No request ends in an internal error, and none that is legal in one about its parameters.
package struct NoInternalError: Checker {
  package static let property = Property(
    id: "no-internal-error", purpose: "No request ends in an internal error, and no legal one is called illegal.",
    weight: .must)
  package static let interests: Interests = .answers

  private static let internalError = -32603
  private static let invalidParams = -32602

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .answered(let exchange) = observation.fact, exchange.request.from == .client,
      let answer = exchange.answer
    else { return }
    if answer.outcome == .result {
      // An error of query-engine-v2 that sits inside of the result.
      guard answer.reply?.errorCode == "INVALID_PARAMS", Self.isLegal(exchange, session) else { return }
      return report.find(
        observation.record, expected: "an answer to \(exchange.subject), which is legal", came: "INVALID_PARAMS")
    }
    switch answer.outcome.code {
    case Self.internalError:
      report.find(
        observation.record, expected: "an answer to \(exchange.subject), or a clear error", came: answer.outcome.brief)
    case Self.invalidParams where Self.isLegal(exchange, session):
      report.find(
        observation.record, expected: "an answer to \(exchange.subject), which is legal", came: answer.outcome.brief)
    default: break
    }
  }

  // MARK: Legal requests

  /// Whether a request is known to be legal: one about an open document, with a position in it where one is needed.
  private static func isLegal(_ exchange: Exchange, _ session: Session) -> Bool {
    guard !session.hasGap else { return false }
    if let query = exchange.query {
      guard query.snapshot == .latest, !query.isDuplicate, query.requestID != nil, let feature = query.feature,
        let needsPosition = features[feature], let uri = query.document
      else { return false }
      return isOpen(uri, before: exchange, needsPosition ? query.params?["position"] : nil, needsPosition, session)
    }
    guard let needsPosition = methods[exchange.request.method],
      let found = exchange.params?.members("textDocument", "position"), let uri = found[0]?["uri"]?.string
    else { return false }
    return isOpen(uri, before: exchange, found[1], needsPosition, session)
  }

  private static func isOpen(
    _ uri: String, before exchange: Exchange, _ position: JSONView?, _ needsPosition: Bool, _ session: Session
  ) -> Bool {
    guard let document = session.conversation.document(uri), !document.isDoubtful,
      document.changedAt < exchange.request.record
    else { return false }
    guard needsPosition else { return true }
    guard let position = position.flatMap(Position.init) else { return false }
    return document.text.offset(of: position, in: exchange.positionEncoding(in: session)).issue == nil
  }

  /// Whether they need a position.
  private static let methods: [String: Bool] = [
    Method.hover: true, Method.completion: true, Method.definition: true, Method.references: true,
    Method.documentHighlight: true, Method.signatureHelp: true, Method.documentSymbol: false,
    Method.foldingRange: false, Method.semanticTokensFull: false, Method.documentLink: false,
    Method.documentDiagnostic: false,
  ]
  private static let features: [String: Bool] = [
    "hover": true, "completion": true, "definition": true, "references": true, "document_highlight": true,
    "signature_help": true, "document_symbols": false, "folding_ranges": false, "semantic_tokens": false,
    "diagnostics": false,
  ]
}
