package import JSONRPC
import PerformanceGates

/// What an agent says first: a program that knows paths and times them itself. Both ways a JSON text a line.
package struct AgentGreeting: Sendable, Equatable {
  /// Of this protocol. A later one may be spoken only by agents that say so.
  package static let protocolVersion = 1

  package var version: String
  /// The hash of the corpus that it was given.
  package var corpus: String
  package var paths: [String]
  /// Whether it understands ``AgentRequest/bind(processor:)``.
  package var canBind: Bool

  package init(version: String, corpus: String, paths: [String], canBind: Bool) {
    self.version = version
    self.corpus = corpus
    self.paths = paths
    self.canBind = canBind
  }

  package var json: JSONValue {
    [
      "agent": .number(Self.protocolVersion), "version": .string(version), "corpus": .string(corpus),
      "paths": .array(paths.map { .string($0) }), "bind": .bool(canBind),
    ]
  }

  package init?(_ json: JSONValue) {
    guard json["agent"]?.integer == Self.protocolVersion, let version = json["version"]?.string,
      let corpus = json["corpus"]?.string, let paths = json["paths"]?.array?.compactMap(\.string)
    else { return nil }
    self.init(version: version, corpus: corpus, paths: paths, canBind: json["bind"]?.bool ?? false)
  }
}

/// What an agent is asked for.
package enum AgentRequest: Sendable, Equatable {
  /// Bring a path to life: warm it up with so many operations, and count what they do.
  case start(path: String, operations: Int)
  /// Time so many operations together.
  case sample(path: String, operations: Int)
  /// Stay on this processor from now on.
  case bind(processor: Int)

  package var json: JSONValue {
    switch self {
    case .start(let path, let operations): ["start": .string(path), "operations": .number(operations)]
    case .sample(let path, let operations): ["sample": .string(path), "operations": .number(operations)]
    case .bind(let processor): ["bind": .number(processor)]
    }
  }

  package init?(_ json: JSONValue) {
    if let processor = json["bind"]?.integer, processor >= 0 {
      self = .bind(processor: processor)
      return
    }
    guard let operations = json["operations"]?.integer, operations > 0 else { return nil }
    if let path = json["start"]?.string {
      self = .start(path: path, operations: operations)
    } else if let path = json["sample"]?.string {
      self = .sample(path: path, operations: operations)
    } else {
      return nil
    }
  }
}

/// How a path came to life.
package struct AgentStart: Sendable, Equatable {
  package var counters: [Counter]
  /// The hash of what the counted operations answered.
  package var answers: String
  /// Bytes, while it came to life and was counted.
  package var peakMemory: Int
  /// What one operation takes, roughly.
  package var nanoseconds: Int

  package struct Counter: Sendable, Equatable {
    package var name: String
    package var value: Int

    package init(name: String, value: Int) {
      self.name = name
      self.value = value
    }
  }

  package init(counters: [Counter], answers: String, peakMemory: Int, nanoseconds: Int) {
    self.counters = counters
    self.answers = answers
    self.peakMemory = peakMemory
    self.nanoseconds = nanoseconds
  }

  package var json: JSONValue {
    [
      "counters": .object(counters.map { JSONMember($0.name, .number($0.value)) }), "answers": .string(answers),
      "peakMemory": .number(peakMemory), "nanoseconds": .number(nanoseconds),
    ]
  }

  package init?(_ json: JSONValue) {
    guard let members = json["counters"]?.object, let answers = json["answers"]?.string,
      let peakMemory = json["peakMemory"]?.integer, let nanoseconds = json["nanoseconds"]?.integer
    else { return nil }
    self.init(
      counters: members.compactMap { member in member.value.integer.map { Counter(name: member.key, value: $0) } },
      answers: answers, peakMemory: peakMemory, nanoseconds: nanoseconds)
  }
}

/// What some operations took together. Nanoseconds.
package struct AgentSample: Sendable, Equatable {
  package var wall: Int
  package var cpu: Int

  package init(wall: Int, cpu: Int) {
    self.wall = wall
    self.cpu = cpu
  }

  package var json: JSONValue { ["wall": .number(wall), "cpu": .number(cpu)] }

  package init?(_ json: JSONValue) {
    guard let wall = json["wall"]?.integer, let cpu = json["cpu"]?.integer else { return nil }
    self.init(wall: wall, cpu: cpu)
  }
}
