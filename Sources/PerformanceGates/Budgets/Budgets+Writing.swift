package import JSONRPC

extension Budgets {
  /// As the file has it.
  package var json: JSONValue {
    .compact([
      ("schemaVersion", .number(FileVersion.budgets)), ("expires", .string(expires.description)),
      ("corpus", .string(corpus)),
      (
        "evidence",
        .compact([
          ("measured", .string(evidence.measured.description)), ("commit", .string(evidence.commit)),
          ("artefact", .string(evidence.artefact)), ("note", evidence.note.map { .string($0) } ?? .null),
        ])
      ),
      ("defaults", .object(defaults.members)),
      ("paths", .object(paths.map { JSONMember($0.name, $0.json) })),
    ])
  }
}

extension Limits {
  fileprivate var members: [JSONMember] {
    zip(Self.members, [medianPercent, floorMs, floorBelowMs, p95CPUPercent, p95WallMs]).compactMap { name, value in
      value.map { JSONMember(name, .number($0)) }
    }
  }
}

extension PathBudget {
  fileprivate var json: JSONValue {
    var members = isCritical ? [JSONMember("critical", true)] : []
    members += limits.members
    if !counters.isEmpty {
      members.append(JSONMember("counters", .object(counters.map { JSONMember($0.counter, $0.json) })))
    }
    return .object(members)
  }
}

extension CounterAllowance {
  fileprivate var json: JSONValue {
    .object([
      limit.map { JSONMember("limit", .number($0)) } ?? JSONMember("removed", true),
      JSONMember("reason", .string(reason)),
    ])
  }
}
