/// Collects what is wrong while a file is read, so that all of it is said at once.
package final class ProblemCollector {
  package private(set) var problems: [ReadingProblem] = []

  package init() {}

  package func add(_ problem: ReadingProblem) { problems.append(problem) }

  /// The value, unless anything was wrong.
  package func finish<Value>(_ value: Value?) throws(ReadingProblems) -> Value {
    guard problems.isEmpty, let value else { throw ReadingProblems(problems.sorted { $0.line < $1.line }) }
    return value
  }
}

/// Takes members out of an object, and notes what is missing, of the wrong kind, twice there or unknown.
package struct ObjectReader {
  package let place: String
  package let line: Int
  package let members: [LocatedValue.Member]
  private let collector: ProblemCollector

  /// Nil, and a problem noted, when it is no object.
  package init?(_ value: LocatedValue, place: String = "", into collector: ProblemCollector) {
    self.place = place
    self.collector = collector
    line = value.line
    guard case .object(let members) = value.content else {
      collector.add(
        ReadingProblem(
          line: value.line, place: place, what: "expected an object, found \(value.kind)", remedy: "write { … } there"))
      return nil
    }
    self.members = members
    var seen: Set<String> = []
    for member in members where !seen.insert(member.key).inserted {
      problem(member.key, "is there twice", "keep one of the two", line: member.line)
    }
  }

  // MARK: Members

  package func value(_ key: String) -> LocatedValue? {
    guard let value = members.first(where: { $0.key == key })?.value else { return nil }
    if case .null = value.content { return nil }
    return value
  }

  /// A member that must be there; `remedy` says what to write.
  package func required<Value>(_ key: String, _ remedy: String, _ read: (ObjectReader, String) -> Value?) -> Value? {
    guard value(key) != nil else {
      problem(key, "is missing", remedy)
      return nil
    }
    return read(self, key)
  }

  package func string(_ key: String) -> String? {
    guard let value = value(key) else { return nil }
    if case .string(let text) = value.content { return text }
    wrong(key, value, "a string")
    return nil
  }

  /// A number, which must be in the range.
  package func number(_ key: String, in range: ClosedRange<Double> = 0...Double.greatestFiniteMagnitude) -> Double? {
    guard let value = value(key) else { return nil }
    guard case .number(let raw) = value.content, let number = Double(raw) else {
      wrong(key, value, "a number")
      return nil
    }
    guard range.contains(number) else {
      problem(
        key, "\(raw) is out of range", "write a number from \(range.lowerBound) to \(range.upperBound)",
        line: value.line)
      return nil
    }
    return number
  }

  /// A whole number, zero or more.
  package func integer(_ key: String) -> Int? {
    guard let value = value(key) else { return nil }
    if case .number(let raw) = value.content, let number = Int(raw), number >= 0 { return number }
    wrong(key, value, "a whole number, zero or more")
    return nil
  }

  package func bool(_ key: String) -> Bool? {
    guard let value = value(key) else { return nil }
    if case .bool(let flag) = value.content { return flag }
    wrong(key, value, "true or false")
    return nil
  }

  package func object(_ key: String) -> ObjectReader? {
    value(key).flatMap { ObjectReader($0, place: name(key), into: collector) }
  }

  /// Elements with their places.
  package func array(_ key: String) -> [(place: String, value: LocatedValue)]? {
    guard let value = value(key) else { return nil }
    guard case .array(let elements) = value.content else {
      wrong(key, value, "an array")
      return nil
    }
    return elements.enumerated().map { ("\(name(key))[\($0.offset)]", $0.element) }
  }

  /// An array of objects; those that are none are noted and left out.
  package func objects(_ key: String) -> [ObjectReader]? {
    array(key)?.compactMap { ObjectReader($0.value, place: $0.place, into: collector) }
  }

  package func strings(_ key: String) -> [String]? {
    array(key)?.compactMap { element in
      if case .string(let text) = element.value.content { return text }
      report(element, "a string")
      return nil
    }
  }

  package func numbers(_ key: String) -> [Double]? {
    array(key)?.compactMap { element in
      if case .number(let raw) = element.value.content, let number = Double(raw), number.isFinite { return number }
      report(element, "a number")
      return nil
    }
  }

  /// A day such as 2027-03-31.
  package func day(_ key: String) -> CalendarDay? {
    guard let text = string(key) else { return nil }
    guard let day = CalendarDay(text) else {
      problem(key, "\"\(text)\" is no day", "write it as 2027-03-31")
      return nil
    }
    return day
  }

  /// One of the cases of an enumeration.
  package func choice<Choice: RawRepresentable & CaseIterable>(_ key: String) -> Choice?
  where Choice.RawValue == String {
    guard let text = string(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    problem(key, "\"\(text)\" is unknown", "write one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
    return nil
  }

  // MARK: Problems

  package func problem(_ key: String, _ what: String, _ remedy: String, line: Int? = nil) {
    let line = line ?? members.first { $0.key == key }?.line ?? self.line
    collector.add(ReadingProblem(line: line, place: key.isEmpty ? place : name(key), what: what, remedy: remedy))
  }

  /// Notes members that nobody knows: a limit with a slip in its name must not be no limit.
  package func allow(_ known: [String]) {
    for member in members where !known.contains(member.key) {
      let nearest = known.min { EditDistance.between($0, member.key) < EditDistance.between($1, member.key) }
      let isNear = nearest.map { EditDistance.between($0, member.key) <= max(2, member.key.count / 3) } ?? false
      let remedy = isNear ? "did you mean \(nearest ?? "")?" : "known are \(known.joined(separator: ", "))"
      problem(member.key, "is unknown", remedy, line: member.line)
    }
  }

  private func name(_ key: String) -> String { place.isEmpty ? key : "\(place).\(key)" }

  private func wrong(_ key: String, _ value: LocatedValue, _ expected: String) {
    problem(key, "expected \(expected), found \(value.kind)", "write \(expected)", line: value.line)
  }

  private func report(_ element: (place: String, value: LocatedValue), _ expected: String) {
    collector.add(
      ReadingProblem(
        line: element.value.line, place: element.place, what: "expected \(expected), found \(element.value.kind)",
        remedy: "write \(expected)"))
  }
}

/// How many letters must be put in, left out or changed (Levenshtein 1966).
enum EditDistance {
  static func between(_ one: String, _ other: String) -> Int {
    let other = Array(other)
    var row = Array(0...other.count)
    for (index, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for place in other.indices {
        let changed = diagonal + (letter == other[place] ? 0 : 1)
        diagonal = row[place + 1]
        row[place + 1] = min(changed, row[place] + 1, row[place + 1] + 1)
      }
    }
    return row[other.count]
  }
}
