package import JSONRPC

/// Where a campaign stands, for one that was ended and goes on later: by suite, which sessions were played and what was found.
package struct CampaignState: Sendable, Equatable {
  /// Of this file's format.
  private static let schemaVersion = 1

  /// One suite's.
  package struct Entry: Sendable, Equatable {
    /// The first session that may not have been played to its end.
    package var next = 0
    package var sessions = 0
    package var runs = 0
    package var failures: [Failure] = []

    package init() {}
  }

  package struct Failure: Sendable, Equatable {
    package var signature: String
    package var count: Int
    package var artefact: String?
  }

  package var seed: UInt64
  package var shard: String?
  package private(set) var suites: [String: Entry] = [:]

  package init(seed: UInt64, shard: String?) {
    self.seed = seed
    self.shard = shard
  }

  package subscript(suite: String) -> Entry { suites[suite] ?? Entry() }

  /// What a campaign came to so far that began at `entry`. Sessions that are being played are played again by whoever goes on: they
  /// are among the last `unfinished`, of all shards.
  package mutating func record(_ result: StressResult, since entry: Entry, unfinished: Int) {
    var now = entry
    now.next = max(entry.next, result.next - unfinished)
    now.sessions += result.sessions
    now.runs += result.runs
    for failure in result.failures {
      if let place = now.failures.firstIndex(where: { $0.signature == failure.signature }) {
        now.failures[place].count += failure.count
      } else {
        now.failures.append(Failure(signature: failure.signature, count: failure.count, artefact: failure.artefact))
      }
    }
    suites[result.suite] = now
  }

  // MARK: JSON

  package var json: JSONValue {
    [
      "schemaVersion": .number(String(Self.schemaVersion)), "seed": .string(String(seed)),
      "shard": shard.map { .string($0) } ?? .null,
      "suites": .object(suites.sorted { $0.key < $1.key }.map { JSONMember($0.key, $0.value.json) }),
    ]
  }

  /// Nil when it is something else.
  package init?(_ json: JSONValue) {
    guard json["schemaVersion"]?.integer == Self.schemaVersion, let seed = json["seed"]?.string.flatMap(UInt64.init),
      let members = json["suites"]?.object
    else { return nil }
    self.init(seed: seed, shard: json["shard"]?.string)
    for member in members {
      guard let entry = Entry(member.value) else { return nil }
      suites[member.key] = entry
    }
  }
}

extension CampaignState.Entry {
  /// Far beyond any campaign; what is added to it stays a number.
  private static let most = 1_000_000_000_000

  fileprivate var json: JSONValue {
    [
      "next": .number(String(next)), "sessions": .number(String(sessions)), "runs": .number(String(runs)),
      "failures": .array(
        failures.map { failure in
          [
            "signature": .string(failure.signature), "count": .number(String(failure.count)),
            "artefact": failure.artefact.map { .string($0) } ?? .null,
          ]
        }),
    ]
  }

  fileprivate init?(_ json: JSONValue) {
    guard let next = json["next"]?.integer, let sessions = json["sessions"]?.integer, let runs = json["runs"]?.integer,
      let failures = json["failures"]?.array,
      [next, sessions, runs].allSatisfy((0...Self.most).contains)
    else { return nil }
    (self.next, self.sessions, self.runs) = (next, sessions, runs)
    for failure in failures {
      guard let signature = failure["signature"]?.string, let count = failure["count"]?.integer,
        (1...Self.most).contains(count)
      else {
        return nil
      }
      self.failures.append(.init(signature: signature, count: count, artefact: failure["artefact"]?.string))
    }
  }
}
