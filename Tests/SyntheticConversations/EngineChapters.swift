package import JSONRPC
import Recording

/// What sessions of query-engine-v2 consist of.
extension ConversationBuilder {
  /// A query that was sent, to be answered or cancelled.
  package struct SentQuery {
    package var sent: Sent
    package var name: String
    package var feature: String
    /// As metrics name what was asked for.
    package var requested: String

    package init(sent: Sent, name: String, feature: String, requested: String = "latest") {
      (self.sent, self.name, self.feature, self.requested) = (sent, name, feature, requested)
    }

    package var record: Int { sent.record }
  }

  /// A conversation that has shaken hands.
  package static func engineBegun() -> ConversationBuilder {
    var builder = ConversationBuilder()
    builder.exchange("get_protocol_info", result: protocolInfo())
    return builder
  }

  /// What the handshake is answered with.
  package static func protocolInfo(name: String = "query-engine-v2", major: Int = 2) -> JSONValue {
    [
      "protocol": .string(name), "version": .string("\(major).0.0"), "major": .number(String(major)), "minor": 0,
      "build_id": "1", "capabilities": ["snapshot": true, "cancellation": true, "analyze": true],
    ]
  }

  /// The end of the input ends the session.
  package mutating func endOfInput() {
    append(.close(from: .client))
    append(.close(from: .server))
    append(.end(End(status: .exit(0), messages: PerParty())))
  }

  // MARK: Mutations

  package mutating func acknowledge(_ sent: Sent, _ revision: Int) {
    answer(sent, ["revision": .number(String(revision)), "snapshotId": .string("snp-\(revision)")])
  }

  @discardableResult
  package mutating func engineOpen(_ uri: String, _ text: String, version: Int = 1) -> Sent {
    request(
      "engine_open_document",
      ["uri": .string(uri), "languageId": "pike", "version": .number(String(version)), "text": .string(text)])
  }

  @discardableResult
  package mutating func engineChange(_ uri: String, version: Int, _ changes: JSONValue) -> Sent {
    request(
      "engine_change_document",
      ["uri": .string(uri), "version": .number(String(version)), "changes": changes])
  }

  @discardableResult
  package mutating func engineClose(_ uri: String) -> Sent {
    request("engine_close_document", ["uri": .string(uri)])
  }

  // MARK: Queries

  /// `snapshot` is nil for the latest one.
  @discardableResult
  package mutating func query(
    _ feature: String, _ name: String, _ params: JSONValue = ["uri": "file:///u"], snapshot: String? = nil
  ) -> SentQuery {
    let selection: JSONValue =
      snapshot.map { ["mode": "fixed", "snapshotId": .string($0)] } ?? ["mode": "latest"]
    let sent = request(
      "engine_query",
      [
        "feature": .string(feature), "requestId": .string(name), "snapshot": selection, "queryParams": params,
      ])
    return SentQuery(sent: sent, name: name, feature: feature, requested: snapshot ?? "latest")
  }

  @discardableResult
  package mutating func cancel(_ query: SentQuery) -> Sent {
    request("engine_cancel_request", ["requestId": .string(query.name)])
  }

  /// All metrics of an answer.
  package func metrics(_ query: SentQuery, used: Int?, isCancelled: Bool = false) -> JSONValue {
    [
      "requestId": .string(query.name), "snapshotRequested": .string(query.requested),
      "snapshotIdUsed": used.map { .string("snp-\($0)") } ?? nil, "durationMs": .number("1.500"),
      "queueWaitMs": .number("0.250"), "cancelled": .bool(isCancelled), "cacheHit": false, "recomputed": [:],
    ]
  }

  /// The usual answer. `metrics` takes the place of the usual ones.
  @discardableResult
  package mutating func reply(
    _ query: SentQuery, used: Int, _ payload: JSONValue = nil, metrics: JSONValue? = nil
  ) -> Int {
    let result: JSONValue = [
      "feature": .string(query.feature), "revision": .number(String(used)), "payload": payload,
    ]
    return answer(
      query.sent,
      [
        "requestId": .string(query.name), "snapshotIdUsed": .string("snp-\(used)"), "result": result,
        "metrics": metrics ?? self.metrics(query, used: used),
      ])
  }

  /// An error that is the answer.
  @discardableResult
  package mutating func reply(_ query: SentQuery, error: String) -> Int {
    let named: JSONValue = query.requested == "latest" ? nil : .string(query.requested)
    return answer(
      query.sent,
      [
        "requestId": .string(query.name), "snapshotIdUsed": named, "error": ["code": .string(error), "message": ""],
        "metrics": metrics(query, used: nil),
      ])
  }

  /// Error -32800.
  @discardableResult
  package mutating func replyCancelled(
    _ query: SentQuery, reason: String = "requested", metrics: JSONValue? = nil
  ) -> Int {
    let data: JSONValue = [
      "reason": .string(reason), "requestId": .string(query.name),
      "metrics": metrics ?? self.metrics(query, used: nil, isCancelled: true),
    ]
    let error: JSONValue = ["code": -32800, "message": "the query was cancelled", "data": data]
    return say([JSONMember("id", query.sent.id.json), JSONMember("error", error)], from: .server)
  }
}
