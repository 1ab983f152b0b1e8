package import JSONRPC
import Measurement

extension Comparison {
  /// As the file has it: `docs/performance-gate.md` describes the members.
  package var json: JSONValue {
    .compact([
      ("schemaVersion", .number(FileVersion.comparison)), ("kind", "comparison"), ("created", .string(created)),
      ("tool", .string(tool)), ("base", base.json), ("target", target.json), ("environment", environment.json),
      // A string, since not all readers of JSON keep 64 bits of a number.
      ("seed", .string(String(seed))), ("rounds", .array(rounds.map(\.json))),
    ])
  }
}

extension Comparison.Revision {
  fileprivate var json: JSONValue {
    .compact([
      ("name", .string(name)), ("commit", commit.map { .string($0) } ?? .null),
      ("command", .array(command.map { .string($0) })), ("corpus", .string(corpus)),
      ("paths", .array(paths.map { .string($0) })),
    ])
  }
}

extension MeasuredEnvironment {
  var json: JSONValue {
    [
      "machine": .string(machine), "cores": .number(cores), "warmup": .number(warmup),
      "minimumTimeMs": .number(minimumTimeMs),
      "variables": .object(variables.map { JSONMember($0.name, .string($0.value)) }),
    ]
  }
}

extension Comparison.Round {
  fileprivate var json: JSONValue {
    [
      "steal": .array(machine.steal.map { .number($0) }), "load": .array(machine.load.map { .number($0) }),
      "series": .array(series.map(\.json)),
    ]
  }
}

extension Series {
  fileprivate var json: JSONValue {
    .compact([
      ("kind", .string(kind.rawValue)), ("name", .string(name)), ("batch", .number(batch)),
      ("answers", ["base": .string(answers.base), "target": .string(answers.target)]),
      ("restarts", .array(restarts.map(\.json))), ("counters", .array(counters.map(\.json))),
      (
        "peakMemory",
        peakMemory.map { ["base": .number($0.base), "target": .number($0.target)] } ?? .null
      ),
    ])
  }
}

extension Series.Restart {
  fileprivate var json: JSONValue {
    .compact([
      // A letter a pair.
      ("first", .string(String(first.map { $0 == .base ? "b" : "t" }))), ("wall", Self.json(wall)),
      ("cpu", cpu.map(Self.json) ?? .null),
    ])
  }

  private static func json(_ samples: PairedSamples) -> JSONValue {
    ["base": .array(samples.base.map { .number($0) }), "target": .array(samples.target.map { .number($0) })]
  }
}

extension Series.Counter {
  fileprivate var json: JSONValue {
    [
      "name": .string(name), "base": .array(base.map { .number($0) }), "target": .array(target.map { .number($0) }),
    ]
  }
}
