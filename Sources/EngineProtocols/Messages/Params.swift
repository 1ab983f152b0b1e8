import JSONRPC

/// The members of an object among a message's parameters, with the way to it, so that a failure says where it is.
struct Params {
  /// Where it stands; written out only for a message.
  private indirect enum Place {
    case named(String)
    case member(of: Place, String)
    case element(of: Place, String, Int)

    var text: String {
      switch self {
      case .named(let name): name
      case .member(let outer, let key): "\(outer.text).\(key)"
      case .element(let outer, let key, let index): "\(outer.text).\(key)[\(index)]"
      }
    }
  }

  let value: JSONValue
  private let place: Place

  var path: String { place.text }

  /// - Throws: when it is no object.
  init(_ value: JSONValue?, path: String = "params") throws(InvalidParams) {
    try self.init(value, at: .named(path))
  }

  private init(_ value: JSONValue?, at place: Place) throws(InvalidParams) {
    guard let value, case .object = value else { throw Self.wrong(place.text, "an object", value) }
    self.value = value
    self.place = place
  }

  subscript(key: String) -> JSONValue? {
    guard let member = value[key], !member.isNull else { return nil }
    return member
  }

  /// Whether the member is there, if only as null.
  func has(_ key: String) -> Bool { value[key] != nil }

  // MARK: What must be there

  func string(_ key: String) throws(InvalidParams) -> String {
    guard let string = try optionalString(key) else { throw wrong(key, "a string") }
    return string
  }

  func integer(_ key: String, in range: ClosedRange<Int>) throws(InvalidParams) -> Int {
    guard let integer = try optionalInteger(key, in: range) else { throw wrong(key, Self.text(range)) }
    return integer
  }

  func object(_ key: String) throws(InvalidParams) -> Params {
    try Params(value[key], at: .member(of: place, key))
  }

  /// The objects in an array.
  func objects(_ key: String) throws(InvalidParams) -> [Params] {
    guard let elements = self[key]?.array else { throw wrong(key, "an array") }
    var result: [Params] = []
    result.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      result.append(try Params(element, at: .element(of: place, key, index)))
    }
    return result
  }

  // MARK: What may be there

  func optionalString(_ key: String) throws(InvalidParams) -> String? {
    guard let member = self[key] else { return nil }
    guard let string = member.string else { throw wrong(key, "a string") }
    return string
  }

  func optionalBool(_ key: String) throws(InvalidParams) -> Bool? {
    guard let member = self[key] else { return nil }
    guard let bool = member.bool else { throw wrong(key, "true or false") }
    return bool
  }

  func optionalInteger(_ key: String, in range: ClosedRange<Int>) throws(InvalidParams) -> Int? {
    guard let member = self[key] else { return nil }
    guard let integer = member.wholeNumber, range.contains(integer) else { throw wrong(key, Self.text(range)) }
    return integer
  }

  func optionalObject(_ key: String) throws(InvalidParams) -> Params? { self[key] == nil ? nil : try object(key) }

  func optionalObjects(_ key: String) throws(InvalidParams) -> [Params] { self[key] == nil ? [] : try objects(key) }

  func optionalStrings(_ key: String) throws(InvalidParams) -> [String]? {
    guard let member = self[key] else { return nil }
    guard let elements = member.array else { throw wrong(key, "an array of strings") }
    let strings = elements.compactMap(\.string)
    guard strings.count == elements.count else { throw wrong(key, "an array of strings") }
    return strings
  }

  // MARK: Messages

  func name(_ key: String) -> String { "\(path).\(key)" }

  func wrong(_ key: String, _ expected: String) -> InvalidParams { Self.wrong(name(key), expected, value[key]) }

  private static func wrong(_ name: String, _ expected: String, _ found: JSONValue?) -> InvalidParams {
    InvalidParams("\(name): expected \(expected), found \(found.map(kind) ?? "nothing")")
  }

  private static func text(_ range: ClosedRange<Int>) -> String {
    "an integer from \(range.lowerBound) to \(range.upperBound)"
  }

  private static func kind(_ value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .number(let raw): raw.utf8.count <= 40 ? raw : "a number of \(raw.utf8.count) digits"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

extension JSONValue {
  /// A number without a fraction, however it is written: `3`, `3.0`, `3e0`.
  var wholeNumber: Int? {
    guard case .number(let raw) = self else { return nil }
    if let integer = Int(raw) { return integer }
    // Up to here, each whole number has a double of its own.
    guard let double = Double(raw), abs(double) <= 9_007_199_254_740_992 else { return nil }
    return Int(exactly: double)
  }
}
