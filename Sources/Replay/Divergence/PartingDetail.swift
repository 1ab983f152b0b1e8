import JSONRPC
import Recording
import Transcript

/// What exactly differs at a parting, worked out from the messages themselves.
package struct PartingDetail: Sendable {
  /// At most this many places are shown.
  package static let limit = 5

  package var differences: [JSONDifference]

  /// `first` and `second` give a record's body in each conversation, with the folders made neutral.
  package init(
    _ parting: OutlineComparison.Parting, first: (Int) -> [UInt8]?, second: (Int) -> [UInt8]?
  ) {
    var comparison = AnswerComparison()
    comparison.limit = Self.limit
    switch parting.kind {
    case .onlyInFirst, .onlyInSecond: differences = []
    case .parameters:
      differences = Self.parameters(
        parting.first.flatMap(first), parting.second.flatMap(second), method: parting.method)
    case .answer:
      differences = Self.answers(parting, comparison, first: first, second: second)
    case .diagnostics:
      let old = Self.params(parting.first.flatMap(first)) ?? .null
      let new = Self.params(parting.second.flatMap(second)) ?? .null
      let finding = comparison.compareValues(method: parting.method, recorded: old, replayed: new, path: "params")
      differences = if case .different(let found) = finding { found } else { [] }
    }
  }

  /// The records whose bodies are needed: in the first conversation and in the second.
  package static func records(_ parting: OutlineComparison.Parting) -> (first: [Int], second: [Int]) {
    func all(_ record: Int?, _ answer: ConversationOutline.Answer?) -> [Int] {
      (record.map { [$0] } ?? []) + (answer.map { $0.parts + [$0.record] } ?? [])
    }
    return (all(parting.first, parting.firstAnswer), all(parting.second, parting.secondAnswer))
  }

  private static func params(_ body: [UInt8]?) -> JSONValue? {
    guard let body, let envelope = try? Envelope(scanning: body), let params = envelope.params else { return nil }
    return try? JSONValue(parsing: body[params])
  }

  private static func parameters(_ first: [UInt8]?, _ second: [UInt8]?, method: String) -> [JSONDifference] {
    let rules = ParameterRules.rules(for: method)
    var differ = JSONDiffer(limit: limit)
    differ.compare(
      CanonicalJSON.canonical(params(first) ?? .null, rules), CanonicalJSON.canonical(params(second) ?? .null, rules),
      at: "params", rules)
    return differ.differences
  }

  private static func answers(
    _ parting: OutlineComparison.Parting, _ comparison: AnswerComparison, first: (Int) -> [UInt8]?,
    second: (Int) -> [UInt8]?
  ) -> [JSONDifference] {
    func content(_ answer: ConversationOutline.Answer?, _ body: (Int) -> [UInt8]?) -> AnswerContent? {
      guard let answer, let bytes = body(answer.record) else { return nil }
      return AnswerContent(body: bytes, parts: answer.parts.compactMap { params(body($0))?["value"] })
    }
    guard let old = content(parting.firstAnswer, first), let new = content(parting.secondAnswer, second) else {
      return []
    }
    let finding = comparison.compare(method: parting.method, recorded: old, replayed: new)
    return if case .different(let found) = finding { found } else { [] }
  }
}
