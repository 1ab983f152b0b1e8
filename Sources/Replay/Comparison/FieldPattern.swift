/// A place within a JSON value: keys joined by dots; `*` stands for every element of an array or member of an object.
package struct FieldPattern: Sendable, Equatable, CustomStringConvertible {
  package let description: String
  let steps: [String]

  package init(_ text: String) {
    description = text
    steps = text.isEmpty ? [] : text.split(separator: ".").map(String.init)
  }
}

/// How a field is compared.
package enum FieldRule: Sendable, Equatable {
  /// Not at all: servers may choose the value freely.
  case ignored
  /// With each run of two or more digits taken as one mark: servers put process ids and counters there.
  case withoutNumbers
  /// As a set in which values may be repeated: the protocol leaves the order free.
  case anyOrder
}

/// One row of the table of what servers may vary.
package struct ComparisonRule: Sendable {
  package var methods: [String]
  package var pattern: FieldPattern
  package var rule: FieldRule
  /// Why a difference there is none: shown in the documentation.
  package var reason: String

  package init(_ methods: [String], _ pattern: String, _ rule: FieldRule, reason: String) {
    self.methods = methods
    self.pattern = FieldPattern(pattern)
    self.rule = rule
    self.reason = reason
  }
}

/// The rules that still apply at a place, while a walk goes down into a value.
struct ActiveRules {
  private var rest: [(steps: ArraySlice<String>, rule: FieldRule)]

  init(_ rules: [ComparisonRule]) { rest = rules.map { ($0.pattern.steps[...], $0.rule) } }

  private init(rest: [(steps: ArraySlice<String>, rule: FieldRule)]) { self.rest = rest }

  static let none = ActiveRules(rest: [])

  /// The rules below the member or element called `key`.
  func descending(_ key: String) -> ActiveRules {
    guard !rest.isEmpty else { return self }
    return ActiveRules(
      rest: rest.compactMap { entry in
        guard let head = entry.steps.first, head == key || head == "*" else { return nil }
        return (entry.steps.dropFirst(), entry.rule)
      })
  }

  /// Whether `rule` applies exactly here.
  func has(_ rule: FieldRule) -> Bool { rest.contains { $0.steps.isEmpty && $0.rule == rule } }
}
