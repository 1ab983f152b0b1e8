package import Recording

/// Where two conversations part.
package struct OutlineComparison: Sendable {
  /// One place where they do.
  package struct Parting: Sendable {
    package enum Kind: Sendable {
      /// The message stands only in one of them.
      case onlyInFirst, onlyInSecond
      /// The same method with other parameters.
      case parameters
      case answer
      case diagnostics(uri: String)
    }

    package var kind: Kind
    package var side: Party
    package var method: String
    /// The message's record in each conversation; nil: it is not there.
    package var first: Int?
    package var second: Int?
    /// Records of the answers, with the partial results before each.
    package var firstAnswer: ConversationOutline.Answer?
    package var secondAnswer: ConversationOutline.Answer?
  }

  package struct Counts: Sendable, Equatable {
    package var same = 0
    package var different = 0
    package var onlyInFirst = 0
    package var onlyInSecond = 0
    /// They differ and both are right: one was cancelled, or given up as the text changed.
    package var excused = 0
  }

  package private(set) var clientMessages = Counts()
  package private(set) var serverRequests = Counts()
  package private(set) var answers = Counts()
  package private(set) var diagnostics = Counts()
  /// The first places, in the order of the first conversation.
  package private(set) var partings: [Parting] = []

  package var isSame: Bool { partings.isEmpty }

  package init(_ first: ConversationOutline, _ second: ConversationOutline) {
    compare(first.client, second.client, side: .client)
    compare(first.server, second.server, side: .server)
    comparePublishes(first.finalPublishes, second.finalPublishes)
    let order: (Parting) -> Int = { $0.first ?? $0.second ?? 0 }
    partings.sort { order($0) < order($1) }
  }

  private mutating func compare(
    _ first: [ConversationOutline.Entry], _ second: [ConversationOutline.Entry], side: Party
  ) {
    var counts = Counts()
    for step in OutlineAlignment.steps(first, second) {
      switch step {
      case .same(let old, let new):
        counts.same += 1
        compareAnswers(old, new, side: side)
      case .changed(let old, let new):
        counts.different += 1
        partings.append(
          Parting(kind: .parameters, side: side, method: old.method, first: old.record, second: new.record))
      case .onlyInFirst(let entry):
        counts.onlyInFirst += 1
        partings.append(Parting(kind: .onlyInFirst, side: side, method: entry.method, first: entry.record))
      case .onlyInSecond(let entry):
        counts.onlyInSecond += 1
        partings.append(Parting(kind: .onlyInSecond, side: side, method: entry.method, second: entry.record))
      }
    }
    if side == .client { clientMessages = counts } else { serverRequests = counts }
  }

  private mutating func compareAnswers(
    _ old: ConversationOutline.Entry, _ new: ConversationOutline.Entry, side: Party
  ) {
    guard old.isRequest else { return }
    switch (old.answer, new.answer) {
    case (nil, nil): return
    case (let one?, let other?) where one.fingerprint == other.fingerprint:
      answers.same += 1
      return
    case (.some(let one), .some(let other)):
      if old.isCancelled || new.isCancelled || one.isGivenUp || other.isGivenUp {
        answers.excused += 1
        return
      }
      answers.different += 1
    case (.some, nil): answers.onlyInFirst += 1
    case (nil, .some): answers.onlyInSecond += 1
    }
    partings.append(
      Parting(
        kind: .answer, side: side, method: old.method, first: old.record, second: new.record, firstAnswer: old.answer,
        secondAnswer: new.answer))
  }

  private mutating func comparePublishes(
    _ first: [ConversationOutline.Publish], _ second: [ConversationOutline.Publish]
  ) {
    func part(_ uri: String, _ old: Int?, _ new: Int?) {
      partings.append(
        Parting(
          kind: .diagnostics(uri: uri), side: .server, method: "textDocument/publishDiagnostics", first: old,
          second: new))
    }
    var rest = Dictionary(second.map { ($0.uri, $0) }, uniquingKeysWith: { $1 })
    for publish in first {
      switch rest.removeValue(forKey: publish.uri) {
      case let other? where other.fingerprint == publish.fingerprint: diagnostics.same += 1
      case let other?:
        diagnostics.different += 1
        part(publish.uri, publish.record, other.record)
      case nil:
        diagnostics.onlyInFirst += 1
        part(publish.uri, publish.record, nil)
      }
    }
    for publish in second where rest[publish.uri] != nil {
      diagnostics.onlyInSecond += 1
      part(publish.uri, nil, publish.record)
    }
  }
}
