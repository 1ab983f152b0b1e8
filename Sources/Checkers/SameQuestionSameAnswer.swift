import JSONRPC
import Recording
package import Transcript

/// Identical requests at one state of all that the client has told get the same answer.
///
/// Both must have been sent when the server had answered something behind the last change. A server that has not promised
/// more is held to it only for what needs no index, with all progress over, and without the order of the answer's parts.
package struct SameQuestionSameAnswer: Checker {
  package static let property = Property(
    id: "same-question-same-answer", purpose: "The same question about the same state gets the same answer.",
    languageServer: .must)
  package static let interests: Interests = [.messages, .answers, .progress]

  private static let capacity = 256
  private static let longestKept = 1 << 18

  private struct Known: Sendable {
    var result: JSONView
    var record: Int
    var isSettled: Bool
  }

  /// The last message that may have changed an answer.
  private var lastChange = -1
  /// The first answer to a request behind it.
  private var settledAt: Int?
  private var hasEndedProgress = false
  private var known = RecentValues<UInt64, Known>(capacity: Self.capacity)

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    switch observation.fact {
    case .message(let message): if Self.changes(message) { changed(at: observation.record) }
    case .progress(let event):
      if event.stage == .end { hasEndedProgress = true }
      if event.stage == .begin || event.stage == .end { changed(at: observation.record) }
    case .answered(let exchange) where exchange.request.from == .client:
      judge(exchange, at: observation.record, session, &report)
      if settledAt == nil, exchange.request.record > lastChange { settledAt = observation.record }
    default: break
    }
  }

  private mutating func changed(at record: Int) {
    lastChange = record
    settledAt = nil
    known.removeAll()
  }

  /// What a client tells may change answers, and so may what a server asks.
  private static func changes(_ message: Message) -> Bool {
    switch (message.from, message.role) {
    case (.client, .notification(let method)): !harmless.contains(method)
    case (.client, .answer), (.server, .request): true
    case (.client, .request(let request)): request.method == Method.executeCommand
    default: false
    }
  }

  private static let harmless: Set = [Method.cancelRequest, Method.setTrace, Method.workDoneProgressCancel]

  // MARK: Answers

  private mutating func judge(_ exchange: Exchange, at record: Int, _ session: Session, _ report: inout Report) {
    guard let settledAt, exchange.request.record > settledAt, exchange.request.record > lastChange,
      exchange.cancel == nil, exchange.partialResults.isEmpty, !session.hasGap,
      Self.reads.contains(exchange.request.method), let params = exchange.params,
      let result = exchange.answer?.result, result.range.count <= Self.longestKept
    else { return }
    let name = exchange.request.method.utf8.reduce(0) { CanonicalHash.mix($0, UInt64($1)) }
    let question = CanonicalHash.mix(name, CanonicalHash(passesOver: ["workDoneToken"]).hash(params))
    let isSettled = hasEndedProgress && !session.conversation.hasRunningProgress
    guard let earlier = known[question] else {
      return known.insert(Known(result: result, record: record, isSettled: isSettled), at: question)
    }
    guard earlier.result != result else { return }
    let isPromised = session.limits.promises.contains(.oneState)
    let canonical = CanonicalHash(isOrdered: isPromised, passesOver: ["data", "resultId"])
    guard canonical.hash(earlier.result) != canonical.hash(result) else { return }
    let needsNoIndex = Self.needNoIndex.contains(exchange.request.method)
    report.find(
      record, expected: "the answer of record \(earlier.record) to \(exchange.subject) again", came: "another one",
      weight: isPromised || (isSettled && earlier.isSettled && needsNoIndex) ? .must : .observation)
  }

  private static let needNoIndex: Set = [
    Method.hover, Method.documentHighlight, Method.documentSymbol, Method.foldingRange, Method.signatureHelp,
    Method.documentLink, Method.selectionRange,
  ]
  private static let reads = needNoIndex.union([
    Method.completion, Method.completionResolve, Method.definition, Method.declaration, Method.typeDefinition,
    Method.implementation, Method.references, Method.workspaceSymbol, Method.semanticTokensFull,
    Method.semanticTokensRange, Method.inlayHint, Method.codeLens, Method.prepareRename, Method.rename,
  ])
}
