package import JSONRPC

/// What an `engine_query` asks (query-engine-v2).
package struct EngineQuery: Equatable, Sendable {
  package enum Snapshot: Equatable, Sendable {
    case latest
    /// The id as the client wrote it.
    case fixed(String)
    /// Neither.
    case malformed
  }

  /// The name by which the client cancels it; nil when it gave none that is legal.
  package var requestID: RequestID?
  package var feature: String?
  package var snapshot: Snapshot
  /// The class that the client asked for.
  package var requestClass: String?
  /// The document that it is about, as a URI or a path.
  package var document: String?
  package var params: JSONView?
  /// Another query of this name was open when it came.
  package var isDuplicate = false

  init(_ params: JSONView?) {
    let found = params?.members("requestId", "feature", "snapshot", "class", "queryParams")
    requestID = found?[0]?.requestID
    feature = found?[1]?.string
    snapshot = Snapshot(found?[2])
    requestClass = found?[3]?.string
    self.params = found?[4]
    let names = found?[4]?.members("uri", "filename")
    document = names?[0]?.string ?? names?[1]?.string
  }
}

extension EngineQuery.Snapshot {
  fileprivate init(_ view: JSONView?) {
    guard let view, !view.isNull else {
      self = .latest
      return
    }
    let found = view.members("mode", "snapshotId")
    switch (found[0]?.string, found[1]?.string) {
    case ("latest", _): self = .latest
    case ("fixed", let id?): self = .fixed(id)
    default: self = .malformed
    }
  }

  /// As metrics name it.
  package var name: String? {
    switch self {
    case .latest: "latest"
    case .fixed(let id): id
    case .malformed: nil
    }
  }
}

/// The names of snapshots: `snp-` and the revision.
package enum SnapshotName {
  /// Nil for what is no such name.
  package static func revision(_ name: String) -> Int? {
    guard name.utf8.starts(with: "snp-".utf8), let revision = Int(name.dropFirst(4)), revision > 0 else { return nil }
    return self.name(revision) == name ? revision : nil
  }

  package static func name(_ revision: Int) -> String { "snp-\(revision)" }
}
