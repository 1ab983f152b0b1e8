import JSONRPC
import Recording
package import Transcript

/// What a server minted can be handed back to it: a follow-up with unmodified data is answered rightly, or by a clear error.
///
/// That data is unmodified is known only of the last answers that minted some.
package struct StatelessFollowUp: Checker {
  package static let property = Property(
    id: "stateless-follow-up", purpose: "A follow-up with data that the server minted is answered, or refused clearly.",
    weight: .must)
  package static let interests: Interests = .answers

  private static let kept = 8
  private static let longestKept = 1 << 20

  /// The last answers that minted items.
  private var minted: [JSONView] = []

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .answered(let exchange) = observation.fact, exchange.request.from == .client,
      let answer = exchange.answer
    else { return }
    let name = exchange.query.map { $0.feature ?? "" } ?? exchange.request.method
    if Self.mints.contains(name) { keep(exchange.query == nil ? answer.result : answer.reply?.payload) }
    guard Self.followsUp.contains(name) else { return }
    guard let error = Self.error(in: answer) else {
      if name == Method.completionResolve { judgeLabel(exchange, at: observation.record, &report) }
      return
    }
    guard exchange.cancel == nil, isMinted(exchange) else { return }
    report.find(
      observation.record, expected: "an answer to \(exchange.subject), which hands back what the server made",
      came: error, weight: exchange.query == nil && Self.isSaidInWords(answer) ? .observation : nil)
  }

  private mutating func keep(_ result: JSONView?) {
    guard let result, !result.isNull, result.bytes.count <= Self.longestKept else { return }
    if minted.count == Self.kept { minted.removeFirst() }
    minted.append(result)
  }

  /// An error that tells the client nothing; given up, out of date and refused with a reason are clear.
  private static func error(in answer: Exchange.Answer) -> String? {
    if let code = answer.reply?.errorCode { return code == "INVALID_PARAMS" ? code : nil }
    guard let code = answer.outcome.code, !CancelledAnswers.givesUp(code), code != Outcome.requestFailed else {
      return nil
    }
    return answer.outcome.brief
  }

  /// By a code for what has no code of its own (LSP 3.17, "UnknownErrorCode"), and a message: LSP does not say for how long an item can be
  /// resolved, so that this may do.
  private static func isSaidInWords(_ answer: Exchange.Answer) -> Bool {
    guard case .failure(unknownErrorCode, let message) = answer.outcome else { return false }
    return !message.isEmpty
  }

  private static let unknownErrorCode = -32001

  private func judgeLabel(_ exchange: Exchange, at record: Int, _ report: inout Report) {
    guard let asked = exchange.params?["label"]?.string, let result = exchange.answer?.result, result.isObject
    else { return }
    let came = result["label"]?.string
    guard came != asked else { return }
    report.find(record, expected: "\(exchange.subject) to be about \(asked)", came: came ?? "nothing")
  }

  // MARK: Minted items

  private func isMinted(_ exchange: Exchange) -> Bool {
    guard let params = exchange.query == nil ? exchange.params : exchange.query?.params else { return false }
    let item = params["item"] ?? params
    let canonical = CanonicalHash()
    let proof = (item["data"], canonical.hash(item["data"] ?? item))
    for result in minted.reversed() {
      let items = result.isArray ? result.elements : result["items"]?.elements ?? []
      let isThere = items.contains { candidate in
        let part = proof.0 == nil ? candidate : candidate["data"]
        return part.map { canonical.hash($0) == proof.1 } ?? false
      }
      if isThere { return true }
    }
    return false
  }

  private static let mints: Set<String> = [
    Method.completion, Method.codeAction, Method.codeLens, Method.documentLink, Method.inlayHint,
    Method.workspaceSymbol, Method.prepareCallHierarchy, Method.prepareTypeHierarchy, "completion",
  ]
  private static let followsUp: Set<String> = [
    Method.completionResolve, Method.codeActionResolve, Method.codeLensResolve, Method.documentLinkResolve,
    Method.inlayHintResolve, Method.workspaceSymbolResolve, Method.incomingCalls, Method.outgoingCalls,
    Method.supertypes, Method.subtypes, "completion_resolve", "resolve",
  ]
}
