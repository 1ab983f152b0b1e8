import IncrementalQueries
import JSONRPC
import PikeAnalysis
import QueryEngine

extension QueryMetrics {
  /// Of a request that never came to the engine.
  static func none(_ selection: SnapshotSelection) -> QueryMetrics {
    QueryMetrics(
      requestClass: .interactive, snapshotRequested: selection, duration: .zero, queueWait: .zero, cancelToStop: nil,
      isCancelled: false, isShared: false, isCacheHit: false, queries: [], work: WorkAmounts())
  }

  /// `requested` is the id of the snapshot as the client named it.
  func write(requestID: JSONValue, requested: String, used: Revision?, isCancelled: Bool, to json: inout JSONWriter) {
    json.object { json in
      json.member("requestId", requestID)
      json.member("snapshotRequested", requested)
      json.member("snapshotIdUsed", used.map { JSONValue.string(SnapshotID.text($0)) } ?? .null)
      json.member("durationMs") { $0.raw(duration.milliseconds.utf8) }
      json.member("queueWaitMs") { $0.raw(queueWait.milliseconds.utf8) }
      json.member("cancelled", isCancelled)
      if let cancelToStop { json.member("cancelToStopMs") { $0.raw(cancelToStop.milliseconds.utf8) } }
      json.member("cacheHit", isCacheHit)
      json.member("shared", isShared)
      json.member("class", requestClass.name)
      json.member("recomputed", writeQueries)
      json.member("work", writeWork)
    }
  }

  /// By query, what was done: all of it, so that what is missing was not.
  private func writeQueries(to json: inout JSONWriter) {
    json.object { json in
      for (name, counts) in queries where counts != QueryCounts() {
        json.key(named: name)
        json.object { json in
          json.member("executed", counts.executed)
          json.member("validated", counts.validated)
          json.member("reused", counts.reused)
          json.member("backdated", counts.backdated)
        }
      }
    }
  }

  private func writeWork(to json: inout JSONWriter) {
    json.object { json in
      for (name, kind) in WorkKind.analysis where work[kind] != 0 {
        json.key(named: name)
        json.integer(work[kind])
      }
    }
  }
}

extension RequestClass {
  var name: String {
    switch self {
    case .typing: "typing"
    case .interactive: "interactive"
    case .background: "background"
    }
  }

  init?(name: String) {
    guard let requestClass = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = requestClass
  }
}

extension Duration {
  /// With three digits behind the point.
  var milliseconds: String {
    let microseconds = components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    let (whole, rest) = max(0, microseconds).quotientAndRemainder(dividingBy: 1000)
    return "\(whole).\(rest < 100 ? "0" : "")\(rest < 10 ? "0" : "")\(rest)"
  }
}

/// The names of snapshots: `snp-` and the revision.
enum SnapshotID {
  private static let prefix = "snp-"

  static func text(_ revision: Revision) -> String { prefix + String(revision.number) }

  /// Nil for what was never given out.
  static func revision(_ text: String) -> Revision? {
    guard text.utf8.starts(with: prefix.utf8), let number = UInt64(text.dropFirst(prefix.utf8.count)), number > 0 else {
      return nil
    }
    let revision = Revision(number)
    return self.text(revision) == text ? revision : nil
  }
}
