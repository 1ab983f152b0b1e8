import JSONRPC
import Recording

/// Where data came from that a server minted and a client hands back: result ids, `data` of resolvable items, items of
/// hierarchies, commands, tokens of progress.
struct MintedTokens: Sendable {
  private var resultIDs = RecentRecords<String>(capacity: 4096)
  private var progressTokens = RecentRecords<RequestID>(capacity: 4096)
  private var answers: [String: RecentAnswers] = [:]

  // MARK: From the server

  mutating func received(_ message: Message) {
    switch message.role {
    case .answer(_, let request?):
      guard let result = message.result else { return }
      if Self.mintsResultIDs.contains(request.method) { noteResultIDs(in: result, record: message.record) }
      if Self.mintsItems.contains(request.method), !result.isNull {
        answers[request.method, default: RecentAnswers()].insert(message)
      }
    case .request(let request) where request.method == Method.workDoneProgressCreate:
      if let token = message.params?["token"]?.requestID { progressTokens.insert(token, record: message.record) }
    case .notification(Method.progress):
      // Parts of workspace diagnostics have result ids; work-done progress has none.
      if let value = message.params?["value"], value["kind"] == nil {
        noteResultIDs(in: value, record: message.record)
      }
    default: break
    }
  }

  /// A result has its id at the top; diagnostics also have those of other documents.
  private mutating func noteResultIDs(in result: JSONView, record: Int) {
    let found = result.members("resultId", "items", "relatedDocuments")
    let reports = (found[1]?.elements ?? []) + (found[2]?.members.map(\.value) ?? [])
    let ids = [found[0]?.string] + reports.map { $0["resultId"]?.string }
    for id in ids.compactMap({ $0 }) { resultIDs.insert(id, record: record) }
  }

  // MARK: From the client

  /// The records of the messages that minted what this message hands back.
  func sources(of message: Message) -> [Int] {
    switch message.role {
    case .request(let request):
      guard let params = message.params else { return [] }
      if let methods = Self.handsBackItems[request.method] { return item(in: params, of: methods).map { [$0] } ?? [] }
      if Self.handsBackResultIDs.contains(request.method) { return resultIDs(handedBackIn: params) }
      return []
    case .notification(Method.workDoneProgressCancel):
      guard let token = message.params?["token"]?.requestID, let record = progressTokens[token] else { return [] }
      return [record]
    default: return []
    }
  }

  private func resultIDs(handedBackIn params: JSONView) -> [Int] {
    let found = params.members("previousResultId", "previousResultIds")
    let ids = [found[0]?.string] + (found[1]?.elements.map { $0["value"]?.string } ?? [])
    return ids.compactMap { $0.flatMap { resultIDs[$0] } }
  }

  /// The answer that holds the item's data, byte for byte; clients may write it in another way, and then the latest
  /// answer of a method that makes such items counts.
  private func item(in params: JSONView, of methods: [String]) -> Int? {
    let candidates = methods.compactMap { answers[$0] }.flatMap(\.answers).sorted { $0.record > $1.record }
    let found = params.members("data", "item", "command")
    if let proof = found[0] ?? found[1]?["data"] ?? found[1] ?? found[2] {
      for candidate in candidates where candidate.body.map({ $0.holds(proof.raw) }) == true {
        return candidate.record
      }
    }
    return candidates.first?.record
  }

  // MARK: Methods

  private static let handsBackItems: [String: [String]] = [
    Method.completionResolve: [Method.completion],
    Method.codeActionResolve: [Method.codeAction],
    Method.codeLensResolve: [Method.codeLens],
    Method.documentLinkResolve: [Method.documentLink],
    Method.inlayHintResolve: [Method.inlayHint],
    Method.workspaceSymbolResolve: [Method.workspaceSymbol],
    Method.incomingCalls: [Method.prepareCallHierarchy, Method.incomingCalls, Method.outgoingCalls],
    Method.outgoingCalls: [Method.prepareCallHierarchy, Method.incomingCalls, Method.outgoingCalls],
    Method.supertypes: [Method.prepareTypeHierarchy, Method.supertypes, Method.subtypes],
    Method.subtypes: [Method.prepareTypeHierarchy, Method.supertypes, Method.subtypes],
    Method.executeCommand: [
      Method.codeAction, Method.codeActionResolve, Method.codeLens, Method.codeLensResolve, Method.completion,
      Method.completionResolve, Method.inlayHint,
    ],
  ]
  private static let mintsItems = Set(handsBackItems.values.joined())
  private static let handsBackResultIDs: Set = [
    Method.semanticTokensDelta, Method.documentDiagnostic, Method.workspaceDiagnostic,
  ]
  private static let mintsResultIDs: Set = [
    Method.semanticTokensFull, Method.semanticTokensDelta, Method.documentDiagnostic, Method.workspaceDiagnostic,
  ]
}

/// The record of each key's last appearance, for a bounded number of keys.
private struct RecentRecords<Key: Hashable & Sendable>: Sendable {
  private let capacity: Int
  private var records: [Key: Int] = [:]
  private var order: [Key] = []
  private var oldest = 0

  init(capacity: Int) { self.capacity = capacity }

  subscript(key: Key) -> Int? { records[key] }

  mutating func insert(_ key: Key, record: Int) {
    guard records.updateValue(record, forKey: key) == nil else { return }
    if order.count < capacity {
      order.append(key)
    } else {
      records[order[oldest]] = nil
      order[oldest] = key
      oldest = (oldest + 1) % capacity
    }
  }
}

/// A method's latest answers, with the bodies of those that are not too long.
private struct RecentAnswers: Sendable {
  private static let capacity = 4
  private static let maximumBody = 1 << 20

  private(set) var answers: [(record: Int, body: [UInt8]?)] = []

  mutating func insert(_ message: Message) {
    if answers.count == Self.capacity { answers.removeFirst() }
    answers.append((message.record, message.body.count <= Self.maximumBody ? message.body : nil))
  }
}

extension [UInt8] {
  /// Whether `needle` stands somewhere in these bytes.
  fileprivate func holds(_ needle: ArraySlice<UInt8>) -> Bool {
    withUnsafeBufferPointer { hay in
      needle.withUnsafeBufferPointer { needle in
        guard let first = needle.first, needle.count <= hay.count else { return needle.isEmpty }
        for start in 0...(hay.count - needle.count) where hay[start] == first {
          if hay[start..<(start + needle.count)].elementsEqual(needle) { return true }
        }
        return false
      }
    }
  }
}
