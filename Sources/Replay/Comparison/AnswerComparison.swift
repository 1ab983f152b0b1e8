package import JSONRPC

/// Holds answers against each other, method by method.
package struct AnswerComparison: Sendable {
  /// What of two answers was found.
  package enum Finding: Sendable, Equatable {
    case same
    /// They differ, and both are right.
    case excused(Excuse)
    case different([JSONDifference])
  }

  /// Why two answers that differ are both right.
  package enum Excuse: String, Sendable, CaseIterable {
    /// The client gave the request up: a server may answer as if nothing had happened, or with an error (LSP 3.17,
    /// "Cancellation Support").
    case cancelled
    /// The text changed between the request and its answer: a server may give up with ContentModified, RequestCancelled or
    /// ServerCancelled, or answer. Which one is a matter of time.
    case overtaken
  }

  /// What happened around a request, in the recording or in the replay.
  package struct Circumstances: Sendable, Equatable {
    package var isCancelled: Bool
    package var isOvertaken: Bool

    package init(isCancelled: Bool = false, isOvertaken: Bool = false) {
      self.isCancelled = isCancelled
      self.isOvertaken = isOvertaken
    }
  }

  /// How many places a difference shows at most.
  package var limit = 5

  package init() {}

  package func compare(
    method: String, recorded: AnswerContent, replayed: AnswerContent, _ circumstances: Circumstances = Circumstances()
  ) -> Finding {
    switch (recorded, replayed) {
    case (.result(let old), .result(let new)):
      return compareValues(method: method, recorded: old, replayed: new, path: "result")
    case (.failure(let oldCode, let oldMessage), .failure(let newCode, let newMessage)):
      if oldCode == newCode, oldMessage == newMessage || Self.isGivenUp(recorded) { return .same }
      if let excuse = Self.excuse(recorded, replayed, circumstances) { return .excused(excuse) }
      return .different(Self.differences(.init(oldCode, oldMessage), .init(newCode, newMessage)))
    default:
      if let excuse = Self.excuse(recorded, replayed, circumstances) { return .excused(excuse) }
      let difference = JSONDifference(path: "answer", recorded: Self.shown(recorded), replayed: Self.shown(replayed))
      return .different([difference])
    }
  }

  /// Compares values under the rules of `method`.
  package func compareValues(
    method: String, recorded: JSONValue, replayed: JSONValue, path: String
  ) -> Finding {
    let rules = Self.rules(for: method)
    let old = Self.canonical(recorded, method: method)
    let new = Self.canonical(replayed, method: method)
    if old == new { return .same }
    var differ = JSONDiffer(limit: limit)
    differ.compare(old, new, at: path, rules)
    return .different(differ.differences)
  }

  /// The form in which results of `method` that count as the same are equal.
  static func canonical(_ result: JSONValue, method: String) -> JSONValue {
    CanonicalJSON.canonical(result, rules(for: method))
  }

  private static func rules(for method: String) -> ActiveRules { rulesByMethod[method] ?? .none }

  private static let rulesByMethod: [String: ActiveRules] = {
    var grouped: [String: [ComparisonRule]] = [:]
    for rule in VaryingFields.table + FreeOrder.table {
      for method in rule.methods { grouped[method, default: []].append(rule) }
    }
    return grouped.mapValues { ActiveRules($0) }
  }()

  /// An answer that says that the request was given up: RequestCancelled, ContentModified, ServerCancelled.
  package static func isGivenUp(_ answer: AnswerContent) -> Bool {
    guard case .failure(let code?, _) = answer else { return false }
    return (-32802...(-32800)).contains(code)
  }

  private static func excuse(
    _ recorded: AnswerContent, _ replayed: AnswerContent, _ circumstances: Circumstances
  ) -> Excuse? {
    if case .unreadable = replayed { return nil }
    if circumstances.isCancelled { return .cancelled }
    return circumstances.isOvertaken && (isGivenUp(recorded) || isGivenUp(replayed)) ? .overtaken : nil
  }

  // MARK: Showing

  private struct Failure {
    var code: JSONValue
    var message: String

    init(_ code: Int?, _ message: String) {
      self.code = code.map { .number(String($0)) } ?? .null
      self.message = message
    }
  }

  private static func differences(_ old: Failure, _ new: Failure) -> [JSONDifference] {
    var result: [JSONDifference] = []
    if old.code != new.code {
      result.append(JSONDifference(path: "error.code", recorded: old.code, replayed: new.code))
    }
    if old.message != new.message {
      result.append(
        JSONDifference(path: "error.message", recorded: .string(old.message), replayed: .string(new.message)))
    }
    return result
  }

  private static func shown(_ answer: AnswerContent) -> JSONValue {
    switch answer {
    case .result(let value): ["result": value]
    case .failure(let code, let message):
      ["error": ["code": code.map { .number(String($0)) } ?? .null, "message": .string(message)]]
    case .unreadable(let reason): ["unreadable": .string(reason)]
    }
  }
}
