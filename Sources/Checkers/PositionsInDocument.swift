import JSONRPC
import Recording
package import Transcript

/// Ranges in answers and diagnostics lie within the text that they are about: they start before they end, lines are there,
/// columns are within their lines and not inside a character, in the unit that was agreed on.
///
/// Only what is about a known text is judged: where no edit was under way, and the version is the current one.
package struct PositionsInDocument: Checker {
  package static let property = Property(
    id: "positions-in-document", purpose: "Ranges in answers and diagnostics lie within the text that they are about.",
    weight: .must)
  package static let interests: Interests = [.answers, .diagnostics]

  /// The items of a completion all have the range of the word that is typed.
  private static let maximumOfCompletion = 32
  private static let maximum = 1024

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    switch observation.fact {
    case .answered(let exchange): judge(exchange, at: observation.record, session, &report)
    case .diagnostics(let publish): judge(publish, session, &report)
    default: break
    }
  }

  // MARK: Answers

  private func judge(_ exchange: Exchange, at record: Int, _ session: Session, _ report: inout Report) {
    guard exchange.request.from == .client, let answer = exchange.answer, answer.outcome == .result else { return }
    let isQuery = exchange.query != nil
    let name = isQuery ? exchange.query?.feature ?? "" : exchange.request.method
    guard Self.withRanges.contains(name), let view = isQuery ? answer.reply?.payload : answer.result, !view.isNull
    else { return }
    let isCompletion = name == Method.completion || name == "completion"
    let ranges = RangeWalk.ranges(in: view, maximum: isCompletion ? Self.maximumOfCompletion : Self.maximum)
    guard !ranges.isEmpty else { return }
    let own = exchange.document
    let encoding = exchange.positionEncoding(in: session)
    let ownKey = own.map(DocumentURI.key)
    let problem = firstProblem(ranges, in: view.bytes, own: own, encoding, session) { uri in
      exchange.text(of: uri, isOwn: DocumentURI.key(uri) == ownKey, in: session)
    }
    if let (problem, uri) = problem {
      report.find(
        record, expected: "\(problem.expected) in the answer to \(exchange.subject)",
        came: "\(problem.came) of \(uri ?? "no document")", weight: problem.weight)
    }
  }

  // MARK: Diagnostics

  private func judge(_ publish: PublishedDiagnostics, _ session: Session, _ report: inout Report) {
    guard publish.count > 0 else { return }
    let view = JSONView(publish.diagnostics, 0..<publish.diagnostics.count)
    let ranges = RangeWalk.ranges(in: view, maximum: Self.maximum)
    let ownKey = DocumentURI.key(publish.uri)
    let own = session.conversation.document(publish.uri)
    let problem = firstProblem(
      ranges, in: view.bytes, own: publish.uri, session.conversation.positionEncoding, session
    ) { uri in
      guard !session.hasGap, let document = session.conversation.document(uri), !document.isDoubtful,
        let version = publish.version, version == publish.documentVersion, let own
      else { return nil }
      if DocumentURI.key(uri) == ownKey { return .exact(document) }
      // Of another document, what was sent before the version that was looked at had been read, too.
      guard document.changedAt < own.changedAt else { return nil }
      return session.limits.promises.contains(.oneState) ? .exact(document) : .likely(document)
    }
    if let (problem, uri) = problem {
      report.find(
        publish.record, expected: "\(problem.expected) in the diagnostics of \(publish.uri)",
        came: "\(problem.came) of \(uri ?? "no document")", weight: problem.weight)
    }
  }

  // MARK: Ranges

  /// The first problem of all ranges; one that is only worth an observation when there is no other.
  private func firstProblem(
    _ ranges: [FoundRange], in bytes: [UInt8], own: String?, _ encoding: PositionEncoding, _ session: Session,
    text: (String) -> TextKnowledge?
  ) -> (RangeProblem, String?)? {
    let isStrict = session.kind == .queryEngine || session.limits.promises.contains(.exactPositions)
    var last: (key: ArraySlice<UInt8>?, uri: String?, text: TextKnowledge?)?
    var lesser: (RangeProblem, String?)?
    for found in ranges {
      let key = found.uri.map { bytes[$0] }
      if last == nil || last?.key != key {
        let uri = found.uri.map { JSONView(bytes, $0).string } ?? own
        last = (key, uri, uri.flatMap(text))
      }
      if let problem = RangeProblem(found.range) { return (problem, last?.uri) }
      guard let (document, isExact) = last?.text?.parts,
        var problem = RangeProblem(found.range, in: document.text, encoding, isStrict: isStrict)
      else { continue }
      if !isExact { problem.weight = .observation }
      if problem.weight == .must { return (problem, last?.uri) }
      lesser = lesser ?? (problem, last?.uri)
    }
    return lesser
  }

  private static let withRanges: Set<String> = [
    Method.completion, Method.hover, Method.definition, Method.declaration, Method.typeDefinition,
    Method.implementation, Method.references, Method.documentHighlight, Method.documentSymbol, Method.codeAction,
    Method.codeLens, Method.documentLink, Method.rename, Method.prepareRename, Method.foldingRange,
    Method.selectionRange, Method.inlayHint, Method.linkedEditingRange, Method.formatting, Method.rangeFormatting,
    Method.onTypeFormatting, Method.documentColor, Method.documentDiagnostic, Method.workspaceSymbol,
    Method.prepareCallHierarchy, Method.prepareTypeHierarchy,
    "completion", "hover", "definition", "references", "document_highlight", "document_symbols",
    "workspace_symbols", "folding_ranges", "prepare_rename", "rename", "diagnostics", "workspace_diagnostics",
  ]
}

extension TextKnowledge {
  fileprivate var parts: (document: OpenDocument, isExact: Bool) {
    switch self {
    case .exact(let document): (document, true)
    case .likely(let document): (document, false)
    }
  }
}
