package import JSONRPC
package import Simulation

/// What decides how a simulated run goes, beside the recording itself. The header of a failure's recording holds it, so that the file alone
/// makes the same run again.
package struct RunOptions: Sendable, Equatable {
  package var scheduler: SchedulerKind
  package var seed: UInt64
  /// Whether the client's pauses are drawn from the seed.
  package var variesPace: Bool
  package var faults: [String: [FaultRule]]
  /// Bounds of a stress suite, by name; microseconds, or numbers.
  package var limits: [String: Int64]
  /// The client does what its protocol forbids.
  package var isClientIllegal: Bool
  /// Properties that are checked by playing another session beside this one, by name.
  package var oracles: [String]
  /// The fault that was planted in the engine.
  package var planted: String?
  /// What failed, when this is of a failure.
  package var violation: String?

  /// As it was recorded, and what became ready first runs first.
  package init() {
    scheduler = .firstInFirstOut
    seed = 0
    variesPace = false
    faults = [:]
    limits = [:]
    isClientIllegal = false
    oracles = []
  }

  /// One of the ways to run a session, by number; `length` is about how many steps a run has.
  package init(seed: UInt64, length: Int) {
    self.init()
    let kinds = Portfolio.schedulers(length: length)
    scheduler = kinds[Int(seed % UInt64(kinds.count))]
    self.seed = seed
    variesPace = true
  }

  package var checks: RunChecks {
    var checks = RunChecks()
    (checks.limits, checks.isClientIllegal) = (limits, isClientIllegal)
    return checks
  }

  package var simulation: SimulationOptions {
    SimulationOptions(scheduler: scheduler, seed: seed, longestDelay: Self.longestDelay, faults: faults)
  }

  /// How long a task may be kept from running by a machine that is busy: no longer than diagnostics are put off, and far less than
  /// anybody's time-out.
  private static let longestDelay = Duration.milliseconds(50)

  // MARK: In a recording's header

  private static let clock = "virtual"

  package var json: JSONValue { json(isGenerated: false) }

  /// As the value of a header's `run`; `isGenerated` tells whether a generator wrote the session.
  package func json(isGenerated: Bool) -> JSONValue {
    var members = isGenerated ? [JSONMember("generated", .bool(true))] : []
    members += [
      JSONMember("clock", .string(Self.clock)), JSONMember("scheduler", .string(scheduler.text)),
      JSONMember("seed", .string(String(seed))), JSONMember("pace", variesPace ? "varied" : "recorded"),
    ]
    if !faults.isEmpty {
      members.append(JSONMember("faults", .array(FaultText.words(faults).map { .string($0) })))
    }
    if isClientIllegal { members.append(JSONMember("client", "illegal")) }
    if !limits.isEmpty {
      let sorted = limits.sorted { $0.key < $1.key }
      members.append(JSONMember("limits", .object(sorted.map { JSONMember($0.key, .number(String($0.value))) })))
    }
    if !oracles.isEmpty { members.append(JSONMember("oracles", .array(oracles.map { .string($0) }))) }
    if let planted { members.append(JSONMember("planted", .string(planted))) }
    if let violation { members.append(JSONMember("violation", .string(violation))) }
    return .object(members)
  }

  /// Nil when the value is no run of ours.
  ///
  /// - Throws: what is wrong with it; headers come from strangers.
  package init?(_ json: JSONValue?) throws(RunOptionsError) {
    guard let json, json["clock"]?.string == Self.clock else { return nil }
    self.init()
    if let text = json["scheduler"]?.string {
      guard let kind = SchedulerKind(text: text) else { throw RunOptionsError("a scheduler that does not exist") }
      scheduler = kind
    }
    if let text = json["seed"]?.string {
      guard let number = UInt64(text) else { throw RunOptionsError("a seed that is no number") }
      seed = number
    }
    variesPace = json["pace"]?.string == "varied"
    for word in json["faults"]?.array ?? [] {
      guard let text = word.string, let (place, rule) = FaultText.parse(text) else {
        throw RunOptionsError("a fault that makes no sense")
      }
      faults[place, default: []].append(rule)
    }
    if case .object(let members)? = json["limits"] {
      for member in members {
        guard let limit = member.value.integer, limit >= 0 else { throw RunOptionsError("a limit that is no number") }
        limits[member.key] = Int64(limit)
      }
    }
    isClientIllegal = json["client"]?.string == "illegal"
    oracles = (json["oracles"]?.array ?? []).compactMap(\.string)
    planted = json["planted"]?.string
    violation = json["violation"]?.string
  }
}

package struct RunOptionsError: Error, CustomStringConvertible {
  package var description: String

  init(_ what: String) { description = "the header's run options name \(what)" }
}

/// Faults as they are written: `PLACE=fail`, `PLACE=stall:MILLISECONDS`, `PLACE=drop`, each with `@MILLIONTHS` behind it if it is not
/// always so.
package enum FaultText {
  package static let syntax = "place=fail|stall:MS|drop[@MILLIONTHS]"

  package static func parse(_ text: String) -> (place: String, rule: FaultRule)? {
    let sides = text.split(separator: "=", maxSplits: 1)
    guard sides.count == 2 else { return nil }
    let parts = sides[1].split(separator: "@", maxSplits: 1)
    var rate = 1_000_000
    if parts.count == 2 {
      guard let given = Int(parts[1]), (1...1_000_000).contains(given) else { return nil }
      rate = given
    }
    let words = parts[0].split(separator: ":")
    let fault: Fault
    switch (words.first, words.count) {
    case ("fail", 1): fault = .fail
    case ("drop", 1): fault = .drop
    case ("stall", 2):
      guard let milliseconds = Int64(words[1]), (0...3_600_000).contains(milliseconds) else { return nil }
      fault = .stall(.milliseconds(milliseconds))
    default: return nil
    }
    return (String(sides[0]), FaultRule(fault, rate: rate))
  }

  /// In the order of the places.
  package static func words(_ faults: [String: [FaultRule]]) -> [String] {
    faults.keys.sorted().flatMap { place in (faults[place] ?? []).map { "\(place)=" + text($0) } }
  }

  private static func text(_ rule: FaultRule) -> String {
    let fault =
      switch rule.fault {
      case .fail, .crash: "fail"
      case .drop: "drop"
      case .stall(let time):
        "stall:\(time.components.seconds * 1000 + time.components.attoseconds / 1_000_000_000_000_000)"
      }
    return rule.rate == 1_000_000 ? fault : "\(fault)@\(rule.rate)"
  }
}
