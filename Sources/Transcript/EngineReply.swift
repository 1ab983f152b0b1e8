package import JSONRPC

/// What a mutation of query-engine-v2 is answered with.
package struct EngineAcknowledgement: Equatable, Sendable {
  package var revision: Int?
  package var snapshotID: String?

  init(_ result: JSONView) {
    let found = result.members("revision", "snapshotId")
    revision = found[0]?.integer
    snapshotID = found[1]?.string
  }
}

/// What an `engine_query` is answered with: a result, an error inside of the result, or an error.
package struct EngineReply: Equatable, Sendable {
  package var requestID: RequestID?
  /// Nil when it is null or not there.
  package var snapshotIDUsed: String?
  /// How many members of that name there are.
  package var snapshotIDCount = 0
  package var feature: String?
  package var revision: Int?
  package var payload: JSONView?
  /// What the feature's result says beside the payload, too.
  package var result: JSONView?
  /// Of an error that is the answer.
  package var errorCode: String?
  package var metrics: JSONView?
  /// Why the query was cancelled.
  package var reason: String?

  /// The revision that was read.
  package var revisionUsed: Int? { snapshotIDUsed.flatMap(SnapshotName.revision) }

  init(result view: JSONView) {
    for (key, value) in view.members {
      switch key {
      case "requestId": requestID = value.requestID
      case "snapshotIdUsed":
        snapshotIDUsed = value.string
        snapshotIDCount += 1
      case "result": result = value
      case "error": errorCode = value["code"]?.string
      case "metrics": metrics = value
      default: break
      }
    }
    guard let result else { return }
    let found = result.members("feature", "revision", "payload")
    feature = found[0]?.string
    revision = found[1]?.integer
    payload = found[2]
  }

  init(error view: JSONView) {
    let found = view["data"]?.members("requestId", "reason", "metrics")
    requestID = found?[0]?.requestID
    reason = found?[1]?.string
    metrics = found?[2]
  }
}

/// The telemetry of one query (query-engine-v2, "Metrics"). What is missing or of another type is nil.
package struct EngineMetrics: Equatable, Sendable {
  package var requestID: RequestID?
  package var snapshotRequested: String?
  package var snapshotIDUsed: String?
  /// Whether the member is there; it is null when no snapshot was read.
  package var hasSnapshotIDUsed: Bool
  /// Microseconds.
  package var duration: Int64?
  package var queueWait: Int64?
  package var cancelToStop: Int64?
  package var isCancelled: Bool?
  package var isCacheHit: Bool?
  package var hasRecomputed: Bool
  package var requestClass: String?

  package init(_ view: JSONView) {
    let found = view.members(
      "requestId", "snapshotRequested", "snapshotIdUsed", "durationMs", "queueWaitMs", "cancelToStopMs", "cancelled",
      "cacheHit", "recomputed", "class")
    requestID = found[0]?.requestID
    snapshotRequested = found[1]?.string
    snapshotIDUsed = found[2]?.string
    hasSnapshotIDUsed = found[2].map { $0.isString || $0.isNull } ?? false
    duration = found[3]?.microseconds
    queueWait = found[4]?.microseconds
    cancelToStop = found[5]?.microseconds
    isCancelled = found[6]?.bool
    isCacheHit = found[7]?.bool
    hasRecomputed = found[8]?.isObject ?? false
    requestClass = found[9]?.string
  }
}

extension JSONView {
  package var bool: Bool? {
    switch bytes[range.lowerBound] {
    case UInt8(ascii: "t"): true
    case UInt8(ascii: "f"): false
    default: nil
    }
  }

  /// A number of milliseconds; nil when this is no number, or a negative one.
  fileprivate var microseconds: Int64? {
    guard !isString, range.count <= 32, let number = Double(String(decoding: raw, as: UTF8.self)),
      (0..<1e12).contains(number)
    else { return nil }
    return Int64((number * 1000).rounded())
  }
}
