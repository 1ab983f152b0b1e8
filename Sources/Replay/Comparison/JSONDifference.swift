package import JSONRPC

/// One place where two values differ.
package struct JSONDifference: Equatable, Sendable {
  /// Such as `result.items[label="foo"].detail`.
  package var path: String
  /// Nil: nothing stands there.
  package var recorded: JSONValue?
  package var replayed: JSONValue?

  package init(path: String, recorded: JSONValue?, replayed: JSONValue?) {
    self.path = path
    self.recorded = recorded
    self.replayed = replayed
  }
}

/// Walks two canonical values side by side.
struct JSONDiffer {
  private(set) var differences: [JSONDifference] = []
  /// How many places are shown; the walk ends there.
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  mutating func compare(_ recorded: JSONValue, _ replayed: JSONValue, at path: String, _ rules: ActiveRules) {
    guard differences.count < limit, recorded != replayed else { return }
    switch (recorded, replayed) {
    case (.object(let old), .object(let new)): compareObjects(old, new, at: path, rules)
    case (.array(let old), .array(let new)):
      if rules.has(.anyOrder) {
        compareSets(old, new, at: path, rules)
      } else {
        compareLists(old, new, at: path, rules)
      }
    default: add(path, recorded, replayed)
    }
  }

  private mutating func add(_ path: String, _ recorded: JSONValue?, _ replayed: JSONValue?) {
    guard differences.count < limit else { return }
    differences.append(JSONDifference(path: path, recorded: recorded, replayed: replayed))
  }

  private mutating func compareObjects(
    _ recorded: [JSONMember], _ replayed: [JSONMember], at path: String, _ rules: ActiveRules
  ) {
    for member in recorded {
      let place = "\(path).\(member.key)"
      if let other = replayed.first(where: { $0.key == member.key }) {
        compare(member.value, other.value, at: place, rules.descending(member.key))
      } else {
        add(place, member.value, nil)
      }
    }
    for member in replayed where !recorded.contains(where: { $0.key == member.key }) {
      add("\(path).\(member.key)", nil, member.value)
    }
  }

  private mutating func compareLists(
    _ recorded: [JSONValue], _ replayed: [JSONValue], at path: String, _ rules: ActiveRules
  ) {
    let inner = rules.descending("*")
    for index in 0..<max(recorded.count, replayed.count) where differences.count < limit {
      let place = "\(path)[\(index)]"
      if index < recorded.count, index < replayed.count {
        compare(recorded[index], replayed[index], at: place, inner)
      } else {
        add(place, index < recorded.count ? recorded[index] : nil, index < replayed.count ? replayed[index] : nil)
      }
    }
  }

  /// Both are sorted. Elements that both have are set aside; of the rest, those that seem to be the same thing are compared.
  private mutating func compareSets(
    _ recorded: [JSONValue], _ replayed: [JSONValue], at path: String, _ rules: ActiveRules
  ) {
    var (old, new) = Self.remainders(recorded, replayed)
    let inner = rules.descending("*")
    while let element = old.first, differences.count < limit {
      old.removeFirst()
      let identity = ElementIdentity(element)
      if let index = new.firstIndex(where: { identity != nil && ElementIdentity($0) == identity })
        ?? (old.isEmpty && new.count == 1 ? 0 : nil)
      {
        compare(element, new.remove(at: index), at: "\(path)[\(identity?.description ?? "*")]", inner)
      } else {
        add("\(path)[\(identity?.description ?? "*")]", element, nil)
      }
    }
    for element in new { add("\(path)[\(ElementIdentity(element)?.description ?? "*")]", nil, element) }
  }

  /// What only one of two sorted arrays has. They are walked together: a large answer must not cost quadratic time.
  private static func remainders(_ recorded: [JSONValue], _ replayed: [JSONValue]) -> ([JSONValue], [JSONValue]) {
    let keys = (recorded.map { $0.serialized() }, replayed.map { $0.serialized() })
    var (old, new) = ([JSONValue](), [JSONValue]())
    var (left, right) = (0, 0)
    while left < recorded.count || right < replayed.count {
      if left < recorded.count, right < replayed.count, keys.0[left] == keys.1[right] {
        left += 1
        right += 1
      } else if right == replayed.count
        || left < recorded.count && keys.0[left].lexicographicallyPrecedes(keys.1[right])
      {
        old.append(recorded[left])
        left += 1
      } else {
        new.append(replayed[right])
        right += 1
      }
    }
    return (old, new)
  }
}

/// By what a person would recognise an element of a set.
private struct ElementIdentity: Equatable, CustomStringConvertible {
  var description: String

  init?(_ element: JSONValue) {
    for key in ["label", "name", "title", "uri", "targetUri", "message"] {
      if let text = element[key]?.string {
        description = "\(key)=\(String(decoding: JSONValue.string(text).serialized(), as: UTF8.self))"
        return
      }
    }
    for key in ["from", "to", "textDocument"] {
      if let inner = element[key], let identity = ElementIdentity(inner) {
        description = "\(key).\(identity.description)"
        return
      }
    }
    return nil
  }
}
