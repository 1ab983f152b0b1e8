import JSONRPC
import Recording
import Transcript

/// The requests that the server made in the recording, with what the client answered. A live request finds its answer here
/// by method and params, not by position: servers ask in another order, and more or less often.
struct ServerRequestBook {
  struct Entry {
    var request: Request
    var fingerprint: [UInt8]
    /// The client's answer; nil when there was none.
    var reply: Message?
    var frame: Script.FrameEdges
    var isUsed = false

    /// How long the client took to answer.
    var thinkTime: Int64 { reply.map { max($0.time - request.time, 0) } ?? 0 }
  }

  private(set) var entries: [Entry] = []
  private var byMethod: [String: [Int]] = [:]

  init(_ script: Script, paths: PathMap) {
    var replies: [Int: Script.Step] = [:]
    for step in script.steps {
      if case .reply(let request) = step.role, replies[request.record] == nil { replies[request.record] = step }
    }
    let canonical = paths.canonical
    for message in script.transcript.messages where message.from == .server {
      guard case .request(let request) = message.role else { continue }
      let reply = replies[request.record]
      byMethod[request.method, default: []].append(entries.count)
      entries.append(
        Entry(
          request: request, fingerprint: Self.fingerprint(method: request.method, params: message.params, canonical),
          reply: reply?.message, frame: reply?.frame ?? Script.FrameEdges()))
    }
  }

  /// What makes a request the same one as another: its params, but for the ids that the server makes up.
  static func fingerprint(method: String, params: JSONView?, _ paths: PathMap) -> [UInt8] {
    guard let params, let value = try? JSONValue(parsing: paths.rewritten(params.raw)) else { return [] }
    return CanonicalJSON.canonical(value, ActiveRules(madeUpIDs.filter { $0.methods.contains(method) })).serialized()
  }

  private static let madeUpIDs = [
    ComparisonRule([Method.workDoneProgressCreate], "token", .ignored, reason: "made up by the server"),
    ComparisonRule([Method.registerCapability], "registrations.*.id", .ignored, reason: "made up by the server"),
    ComparisonRule([Method.unregisterCapability], "unregisterations.*.id", .ignored, reason: "made up by the server"),
  ]

  /// Finds the recorded request that a live one repeats: the same params first, then the same method; one that was not
  /// taken yet first. Takes it.
  mutating func take(method: String, fingerprint: [UInt8]) -> (index: Int, isExact: Bool)? {
    let candidates = byMethod[method] ?? []
    let same = candidates.filter { entries[$0].fingerprint == fingerprint }
    let isExact = !same.isEmpty
    let pool = isExact ? same : candidates
    guard let index = pool.first(where: { !entries[$0].isUsed }) ?? pool.last else { return nil }
    entries[index].isUsed = true
    return (index, isExact)
  }

  /// How often each method was called, in the order of first calls.
  var recordedCounts: [(method: String, count: Int)] {
    byMethod.map { ($0.key, $0.value) }.sorted { $0.1[0] < $1.1[0] }.map { ($0.0, $0.1.count) }
  }
}
