import JSONRPC

/// One step into a JSON value.
enum JSONKey: Hashable, Sendable {
  case member(String)
  case element(Int)

  var json: JSONValue {
    switch self {
    case .member(let name): .string(name)
    case .element(let index): .number(String(index))
    }
  }
}

extension JSONValue {
  subscript(path: [JSONKey]) -> JSONValue? {
    var value = self
    for key in path {
      let next: JSONValue? =
        switch key {
        case .member(let name): value[name]
        case .element(let index): value[index]
        }
      guard let next else { return nil }
      value = next
    }
    return value
  }

  /// Puts a value in the place of the one at the end of a path; nil takes it out. Where the path leads nowhere, nothing changes.
  mutating func replace(at path: ArraySlice<JSONKey>, with new: JSONValue?) {
    guard let key = path.first else { return }
    let rest = path.dropFirst()
    switch (self, key) {
    case (.object(var members), .member(let name)):
      guard let index = members.firstIndex(where: { $0.key == name }) else { return }
      if !rest.isEmpty {
        members[index].value.replace(at: rest, with: new)
      } else if let new {
        members[index].value = new
      } else {
        members.remove(at: index)
      }
      self = .object(members)
    case (.array(var elements), .element(let index)):
      guard elements.indices.contains(index) else { return }
      if !rest.isEmpty {
        elements[index].replace(at: rest, with: new)
      } else if let new {
        elements[index] = new
      } else {
        elements.remove(at: index)
      }
      self = .array(elements)
    default: return
    }
  }

  mutating func replace(at path: [JSONKey], with new: JSONValue?) { replace(at: path[...], with: new) }

  /// Sets a member of an object, at its end if it is new.
  mutating func set(_ name: String, _ value: JSONValue?) {
    guard case .object(var members) = self else { return }
    if let index = members.firstIndex(where: { $0.key == name }) {
      if let value { members[index].value = value } else { members.remove(at: index) }
    } else if let value {
      members.append(JSONMember(name, value))
    }
    self = .object(members)
  }

  static func integer(_ value: some BinaryInteger) -> JSONValue { .number(String(value)) }

  /// An id as a request has it.
  var requestID: RequestID? {
    switch self {
    case .string(let value): .string(value)
    case .number(let raw): Int64(raw).map { .integer($0) } ?? .other(raw)
    default: nil
    }
  }
}

extension RequestID {
  var json: JSONValue {
    switch self {
    case .integer(let value): .number(String(value))
    case .string(let value): .string(value)
    case .other(let raw): .number(raw)
    }
  }
}
