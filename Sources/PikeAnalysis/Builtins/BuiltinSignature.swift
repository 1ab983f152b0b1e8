/// One way of calling a function: what stands between the parentheses of `function(string, void|int : int)`.
package struct BuiltinSignature: Sendable, Hashable {
  /// The parameters' types, without the dots of the last if that is variadic.
  package let parameters: [String]
  /// How many of them a call must give.
  package let requiredCount: Int
  /// The last parameter stands for any number of arguments, none included.
  package let isVariadic: Bool
  package let result: String

  package var arity: BuiltinArity {
    BuiltinArity(minimum: requiredCount, maximum: isVariadic ? nil : parameters.count)
  }

  /// What calls all alternatives together admit; nil when one of them is not known to be a function's.
  static func arity(ofType type: String) -> BuiltinArity? {
    let alternatives = TypeText.split(type[...].utf8, at: UInt8(ascii: "|"))
    let signatures = alternatives.compactMap { BuiltinSignature(alternative: $0) }
    guard let first = signatures.first, signatures.count == alternatives.count else { return nil }
    return signatures.dropFirst().reduce(first.arity) { wide, signature in
      let one = signature.arity
      let maximum: Int? = if let left = wide.maximum, let right = one.maximum { max(left, right) } else { nil }
      return BuiltinArity(minimum: min(wide.minimum, one.minimum), maximum: maximum)
    }
  }

  /// Reads `function(A, B ... : R)`; nil for all else, `function` without parentheses included.
  init?(alternative: Substring.UTF8View) {
    let text = TypeText.trimmed(alternative)
    let opening = "function(".utf8
    guard text.starts(with: opening), text.last == UInt8(ascii: ")") else { return nil }
    let inside = text.dropFirst(opening.count).dropLast()
    let halves = TypeText.split(inside, at: UInt8(ascii: ":"))
    guard halves.count == 2 else { return nil }
    var parameters: [String] = []
    var requiredCount = 0
    var isVariadic = false
    for parameter in TypeText.split(halves[0], at: UInt8(ascii: ",")) {
      var type = TypeText.trimmed(parameter)
      if type.isEmpty { continue }
      isVariadic = type.suffix(3).elementsEqual("...".utf8)
      if isVariadic {
        type = TypeText.trimmed(type.dropLast(3))
      } else if !TypeText.split(type, at: UInt8(ascii: "|")).contains(where: TypeText.isVoid) {
        // An argument that may be void can be left out only if all after it can: the last required one decides.
        requiredCount = parameters.count + 1
      }
      parameters.append(String(Substring(type)))
    }
    self.parameters = parameters
    self.requiredCount = requiredCount
    self.isVariadic = isVariadic
    result = String(Substring(TypeText.trimmed(halves[1])))
  }
}

/// Pike type syntax as far as its brackets nest.
enum TypeText {
  /// The parts between marks that stand in no brackets.
  static func split(_ text: Substring.UTF8View, at mark: UInt8) -> [Substring.UTF8View] {
    var parts: [Substring.UTF8View] = []
    var start = text.startIndex
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case mark where depth == 0:
        parts.append(text[start..<index])
        start = text.index(after: index)
      default: break
      }
    }
    parts.append(text[start...])
    return parts
  }

  static func trimmed(_ text: Substring.UTF8View) -> Substring.UTF8View {
    var rest = text
    while rest.first == UInt8(ascii: " ") { rest.removeFirst() }
    while rest.last == UInt8(ascii: " ") { rest.removeLast() }
    return rest
  }

  static func isVoid(_ text: Substring.UTF8View) -> Bool {
    trimmed(text).elementsEqual("void".utf8)
  }
}
