package import JSONRPC

/// The two protocols whose conversations are judged.
package enum ProtocolKind: String, Sendable, CaseIterable {
  case languageServer = "lsp"
  case queryEngine = "query-engine-v2"

  /// What is spoken in a recording: one with LSP's framing is taken for LSP.
  package init(_ framing: Framing) { self = framing == .contentLength ? .languageServer : .queryEngine }
}

/// What a checker promises to find.
package struct Property: Equatable, Sendable {
  package var id: String
  /// One sentence.
  package var purpose: String
  /// The weight of an ordinary finding, by protocol; some are only worth an observation. Nil where the property says nothing.
  package var languageServer: Weight?
  package var queryEngine: Weight?

  /// A property with the same weight in all protocols.
  package init(id: String, purpose: String, weight: Weight) {
    self.init(id: id, purpose: purpose, languageServer: weight, queryEngine: weight)
  }

  package init(id: String, purpose: String, languageServer: Weight? = nil, queryEngine: Weight? = nil) {
    self.id = id
    self.purpose = purpose
    self.languageServer = languageServer
    self.queryEngine = queryEngine
  }

  /// Nil where the property says nothing.
  package func weight(in kind: ProtocolKind) -> Weight? {
    switch kind {
    case .languageServer: languageServer
    case .queryEngine: queryEngine
    }
  }
}

/// How much a finding weighs.
package enum Weight: String, Sendable {
  /// The protocol, or plain sense, demands it: the recording fails.
  case must
  /// Worth knowing, but legal.
  case observation
}

/// One place where a property does not hold.
package struct Finding: Equatable, Sendable {
  package var checker: String
  package var weight: Weight
  package var record: Int
  package var expected: String
  package var came: String

  package init(checker: String, weight: Weight, record: Int, expected: String, came: String) {
    self.checker = checker
    self.weight = weight
    self.record = record
    self.expected = expected
    self.came = came
  }
}
