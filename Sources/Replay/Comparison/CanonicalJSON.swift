import JSONRPC

/// Brings JSON values into a form in which equal ones are equal: members sorted by key, numbers by value, ignored fields
/// gone, arrays of free order sorted.
enum CanonicalJSON {
  static func canonical(_ value: JSONValue, _ rules: ActiveRules = .none) -> JSONValue {
    switch value {
    case .null, .bool: value
    case .number(let raw): .number(canonicalNumber(raw))
    case .string(let text): rules.has(.withoutNumbers) ? .string(withoutNumbers(text)) : value
    case .array(let elements): canonicalArray(elements, rules)
    case .object(let members): canonicalObject(members, rules)
    }
  }

  private static func canonicalArray(_ elements: [JSONValue], _ rules: ActiveRules) -> JSONValue {
    let inner = rules.descending("*")
    let result = elements.map { canonical($0, inner) }
    guard rules.has(.anyOrder) else { return .array(result) }
    let keyed = result.map { (key: $0.serialized(), value: $0) }
    return .array(keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value))
  }

  private static func canonicalObject(_ members: [JSONMember], _ rules: ActiveRules) -> JSONValue {
    var result: [JSONMember] = []
    result.reserveCapacity(members.count)
    for member in members {
      let inner = rules.descending(member.key)
      if inner.has(.ignored) { continue }
      result.append(JSONMember(member.key, canonical(member.value, inner)))
    }
    // Few objects have many members, and most come in the same order each time.
    result.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return .object(withoutDuplicates(result))
  }

  /// Of duplicate keys the last one counts, as with most JSON parsers. (Swift's sort is stable.)
  private static func withoutDuplicates(_ sorted: [JSONMember]) -> [JSONMember] {
    guard zip(sorted, sorted.dropFirst()).contains(where: { $0.key == $1.key }) else { return sorted }
    var result: [JSONMember] = []
    for member in sorted {
      if result.last?.key == member.key { result.removeLast() }
      result.append(member)
    }
    return result
  }

  /// `1`, `1.0` and `10e-1` are one number. Integers beyond a double's reach stay as they are written.
  static func canonicalNumber(_ raw: String) -> String {
    if raw.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) { return raw }
    guard let value = Double(raw), value.isFinite else { return raw }
    if value == value.rounded(), abs(value) < 0x1p53 { return String(Int64(value)) }
    let isInteger = !raw.utf8.contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }
    return isInteger ? raw : value.description
  }

  /// Each run of two or more digits becomes `#`.
  static func withoutNumbers(_ text: String) -> String {
    var result = ""
    var digits = ""
    for character in text {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else {
        result += digits.count > 1 ? "#" : digits
        digits = ""
        result.append(character)
      }
    }
    return result + (digits.count > 1 ? "#" : digits)
  }
}
