import JSONRPC
import Transcript

/// Binds result ids: what the server called an answer in the recording to what it calls the same answer now.
struct ResultIDs {
  /// What an id belongs to; ids of different families or documents may be equal by chance.
  private struct Scope: Hashable {
    var family: String
    var document: String
    /// LSP 3.17, "Document Diagnostics": a server may have several providers, told apart by name.
    var identifier: String?
  }

  private struct Key: Hashable {
    var scope: Scope
    var value: String
  }

  private struct Mint {
    var scope: Scope
    var value: String
    var raw: [UInt8]
  }

  private let script: Script
  private var bound: [Key: [UInt8]] = [:]
  private var latest: [Scope: [UInt8]] = [:]
  /// By request: the recorded ids of each scope that have no live one yet, in order.
  private var waiting: [Int: [Scope: ArraySlice<String>]] = [:]

  init(_ script: Script) { self.script = script }

  private static func family(_ method: String) -> String? {
    switch method {
    case Method.semanticTokensFull, Method.semanticTokensDelta: "tokens"
    case Method.documentDiagnostic, Method.workspaceDiagnostic: "diagnostics"
    default: nil
    }
  }

  // MARK: Minting

  /// Takes a live answer (or a part of one) to the client's request at `record`.
  mutating func minted(by record: Int, in value: JSONView?, live: PathMap) {
    guard let value, let request = script.transcript.message(record), let method = request.method,
      let family = Self.family(method)
    else { return }
    if waiting[record] == nil { waiting[record] = recordedIDs(of: record, request, family: family) }
    for mint in Self.mints(in: value, of: request, family: family, uri: { live.mapped(uri: $0) }) {
      latest[mint.scope] = mint.raw
      if let recorded = waiting[record]?[mint.scope]?.popFirst() {
        bound[Key(scope: mint.scope, value: recorded)] = mint.raw
      }
    }
  }

  private func recordedIDs(of record: Int, _ request: Message, family: String) -> [Scope: ArraySlice<String>] {
    guard let exchange = script.exchanges[record] else { return [:] }
    let parts = exchange.partialResults.map { script.transcript.message($0)?.params?["value"] }
    let answer = exchange.answer.flatMap { script.transcript.message($0.record)?.result }
    var ids: [Scope: ArraySlice<String>] = [:]
    for value in (parts + [answer]).compactMap({ $0 }) {
      for mint in Self.mints(in: value, of: request, family: family, uri: { $0 }) {
        ids[mint.scope, default: []].append(mint.value)
      }
    }
    return ids
  }

  private static func mints(
    in value: JSONView, of request: Message, family: String, uri: (String) -> String
  ) -> [Mint] {
    let found = value.members("resultId", "items", "relatedDocuments")
    let asked = request.params?.members("textDocument", "identifier")
    let own = asked?[0]?["uri"]?.string ?? ""
    var result: [Mint] = []
    func add(_ id: JSONView?, _ document: String) {
      guard let id, let text = id.string else { return }
      let scope = Scope(family: family, document: DocumentURI.key(document), identifier: asked?[1]?.string)
      result.append(Mint(scope: scope, value: text, raw: Array(id.raw)))
    }
    add(found[0], own)
    for item in found[1]?.elements ?? [] {
      if let document = item["uri"]?.string { add(item["resultId"], uri(document)) }
    }
    for (document, report) in found[2]?.members ?? [] { add(report["resultId"], uri(document)) }
    return result
  }

  // MARK: Handing back

  /// Puts live ids into a request that hands back recorded ones.
  func bind(_ message: Message, into patch: inout MessagePatch) -> TokenCount {
    var count = TokenCount()
    guard let method = message.method, let params = message.params else { return count }
    let family = method == Method.semanticTokensDelta ? "tokens" : Self.family(method)
    guard let family else { return count }
    let found = params.members("previousResultId", "previousResultIds", "identifier", "textDocument")
    let own = found[3]?["uri"]?.string ?? ""
    var handed: [(document: String, id: JSONView?)] = [(own, found[0])]
    for element in found[1]?.elements ?? [] { handed.append((element["uri"]?.string ?? "", element["value"])) }
    for (document, id) in handed {
      guard let id, let text = id.string else { continue }
      let scope = Scope(family: family, document: DocumentURI.key(document), identifier: found[2]?.string)
      let live = bound[Key(scope: scope, value: text)] ?? latest[scope]
      if let live { patch.replace(id, with: live) }
      count.add(isBound: live != nil)
    }
    return count
  }
}

/// How many tokens were re-bound, and how many were sent as recorded.
struct TokenCount: Equatable {
  var bound = 0
  var unbound = 0

  mutating func add(isBound: Bool) {
    if isBound { bound += 1 } else { unbound += 1 }
  }

  static func += (left: inout TokenCount, right: TokenCount) {
    left.bound += right.bound
    left.unbound += right.unbound
  }
}
