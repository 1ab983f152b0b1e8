internal import JSONRPC

/// Of query-engine-v2 alone.
enum QueryEngineFaults {
  static let all = [
    PlantedFault(
      "wrong-snapshot-id",
      "An answer names the snapshot that is the newest when it is given, not the one that it is about.",
      .adapter, suite: "protocol", property: "snapshot-named", in: [.queryEngine]
    ) { Plant(wire: SnapshotOfTheMoment()) },
    PlantedFault(
      "telemetry-field-missing", "Metrics of an answer out of the cache lack the time in the queue.",
      .adapter, suite: "protocol", property: "telemetry-complete", in: [.queryEngine]
    ) { Plant(wire: MissingMetric()) },
    PlantedFault(
      "dies-of-unknown-snapshot", "The loop ends when a snapshot is asked for that is not there.",
      .adapter, suite: "illegal-input", property: "stays-alive", in: [.queryEngine]
    ) { Plant(wire: EndingLoop()) },
    PlantedFault(
      "any-major-accepted", "A client that speaks another major version is served.",
      .adapter, suite: "protocol", property: "handshake", in: [.queryEngine]
    ) { Plant(wire: AnyMajor()) },
  ]
}

private struct SnapshotOfTheMoment: WireFault {
  private var newest: JSONValue?

  mutating func server(_ message: WireMessage) -> [WireMessage] {
    if let acknowledged = message.json["result"]?["snapshotId"] { newest = acknowledged }
    guard let newest, message.json["result"]?["result"] != nil else { return [message] }
    return [message.setting("result", "snapshotIdUsed", to: newest)]
  }
}

private struct MissingMetric: WireFault {
  mutating func server(_ message: WireMessage) -> [WireMessage] {
    guard message.json["result"]?["metrics"]?["cacheHit"]?.bool == true else { return [message] }
    return [message.setting("result", "metrics", "queueWaitMs", to: nil)]
  }
}

private struct EndingLoop: WireFault {
  private var isOver = false

  mutating func client(_ message: WireMessage) -> [WireAction] { isOver ? [.exit(1)] : [.pass(message)] }

  mutating func server(_ message: WireMessage) -> [WireMessage] {
    if message.json["result"]?["error"]?["code"]?.string == "SNAPSHOT_NOT_FOUND" { isOver = true }
    return [message]
  }
}

private struct AnyMajor: WireFault {
  mutating func client(_ message: WireMessage) -> [WireAction] {
    guard message.method == "get_protocol_info" else { return [.pass(message)] }
    return [.pass(message.setting("params", "major", to: 2).setting("params", "version", to: "2.0.0"))]
  }
}
