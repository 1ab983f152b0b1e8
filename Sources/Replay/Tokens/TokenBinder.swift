import JSONRPC
import Recording
import Transcript

/// Puts live values where the client hands back what the server minted (trap 12 of replaying).
struct TokenBinder {
  private let script: Script
  private let items: ItemTokens
  private let live: PathMap
  private var resultIDs: ResultIDs
  /// Live progress tokens by the record of the recorded request that created them.
  private var progressTokens: [Int: [UInt8]] = [:]

  init(_ script: Script, paths: PathMap) {
    self.script = script
    live = paths.inverted
    resultIDs = ResultIDs(script)
    items = ItemTokens(
      script: script, matching: ItemMatching(recordedPaths: paths.canonical, livePaths: paths.inverted))
  }

  mutating func answered(_ record: Int, result: JSONView?) { resultIDs.minted(by: record, in: result, live: live) }

  mutating func created(progressToken: JSONView?, recordedAs record: Int) {
    if let progressToken { progressTokens[record] = Array(progressToken.raw) }
  }

  /// Puts the live tokens into a step's patch.
  func bind(
    _ step: Script.Step, _ outcome: ReplayOutcome, into patch: inout MessagePatch
  ) -> TokenCount {
    var count = resultIDs.bind(step.message, into: &patch)
    count += bindProgress(step, into: &patch)
    let sources = step.edges.filter { $0.kind == .token }.compactMap { source($0.record, outcome) }
    count += items.bind(step.message, sources: sources, into: &patch)
    for edge in step.edges where edge.kind == .publish { count += bindPublish(step, edge, outcome, into: &patch) }
    return count
  }

  private func source(_ record: Int, _ outcome: ReplayOutcome) -> ItemTokens.Source? {
    guard case .answer(let request)? = script.causes[record], let recorded = script.transcript.message(record),
      let old = recorded.result, let method = recorded.method, let body = outcome.exchanges[request]?.answer,
      let result = (try? Envelope(scanning: body))?.result
    else { return nil }
    return ItemTokens.Source(method: method, recorded: old, live: JSONView(body, result))
  }

  private func bindPublish(
    _ step: Script.Step, _ edge: CausalEdge, _ outcome: ReplayOutcome, into patch: inout MessagePatch
  ) -> TokenCount {
    guard case .publish(let document, _, _)? = script.causes[edge.record],
      let recorded = script.transcript.message(edge.record)?.params?["diagnostics"],
      let publish = outcome.publishes[document]
    else { return TokenCount() }
    let diagnostics = JSONView(publish.diagnostics, 0..<publish.diagnostics.count)
    return items.bindDiagnostics(of: step.message, recorded: recorded, live: diagnostics, into: &patch)
  }

  private func bindProgress(_ step: Script.Step, into patch: inout MessagePatch) -> TokenCount {
    var count = TokenCount()
    guard step.message.method == Method.workDoneProgressCancel, let token = step.message.params?["token"] else {
      return count
    }
    let created = step.edges.first { $0.kind == .token }?.record
    // A token of the client's own has no edge, and stays.
    guard let created else { return count }
    if let live = progressTokens[created] { patch.replace(token, with: live) }
    count.add(isBound: progressTokens[created] != nil)
    return count
  }
}
