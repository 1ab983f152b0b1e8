import JSONRPC
import Recording

/// A server message that a client message depended on.
package struct CausalEdge: Hashable, Sendable {
  package enum Kind: String, Sendable {
    /// Nothing goes before the answer to `initialize`.
    case initialize
    /// An answer that the client received since its previous message.
    case answer
    /// The client answers this request, or does what this request made it do.
    case serverRequest
    /// The message hands back data that the server minted here.
    case token
    /// A code action's diagnostics came with this publish.
    case publish
    /// `exit` waits for the answer to `shutdown`.
    case shutdown
  }

  package var kind: Kind
  /// The record of the server's message.
  package var record: Int
}

/// Works out which client message waited for what, message by message.
///
/// Edges of the kind ``CausalEdge/Kind/answer`` are reduced to what the order of the client's own messages does not
/// imply already: together with "client messages go out in their order", the edges say that an answer that was
/// received before a message is received before it again. All other edges hold for their message alone.
package struct CausalEdges: Sendable {
  private var initializeAnswer: Int?
  private var shutdownAnswer: Int?
  private var answersSinceClientMessage: [Int] = []
  private var publishes: [String: Int] = [:]
  private var effects = ServerRequestEffects()
  private var tokens = MintedTokens()

  package init() {}

  /// Takes all observations of one record, and returns the edges of the client message among them.
  package mutating func consume(_ observations: [Observation]) -> [CausalEdge] {
    guard case .message(let message)? = observations.first?.fact else { return [] }
    guard message.from == .server else { return edges(to: message) }
    received(message)
    for case .diagnostics(let published) in observations.map(\.fact) {
      publishes[DocumentURI.key(published.uri)] = message.record
    }
    return []
  }

  private mutating func received(_ message: Message) {
    tokens.received(message)
    switch message.role {
    case .answer(_, let request?):
      answersSinceClientMessage.append(message.record)
      if request.method == Method.initialize { initializeAnswer = message.record }
      if request.method == Method.shutdown { shutdownAnswer = message.record }
    case .request(let request): effects.received(request, message)
    default: break
    }
  }

  private mutating func edges(to message: Message) -> [CausalEdge] {
    var edges: [CausalEdge] = []
    func add(_ kind: CausalEdge.Kind, _ record: Int?) {
      guard let record, !edges.contains(CausalEdge(kind: kind, record: record)) else { return }
      edges.append(CausalEdge(kind: kind, record: record))
    }
    add(.initialize, initializeAnswer)
    for record in answersSinceClientMessage { add(.answer, record) }
    answersSinceClientMessage.removeAll(keepingCapacity: true)
    if case .answer(_, let request?) = message.role { add(.serverRequest, request.record) }
    for record in effects.causes(of: message) { add(.serverRequest, record) }
    for record in tokens.sources(of: message) { add(.token, record) }
    if message.method == Method.codeAction { add(.publish, publish(carriedBy: message)) }
    if message.method == Method.exit { add(.shutdown, shutdownAnswer) }
    return edges
  }

  /// The last publish for the document whose diagnostics a code action request carries.
  private func publish(carriedBy message: Message) -> Int? {
    let found = message.params?.members("textDocument", "context")
    guard let uri = found?[0]?["uri"]?.string, let carried = found?[1]?["diagnostics"], carried.elementCount > 0
    else { return nil }
    return publishes[DocumentURI.key(uri)]
  }
}
