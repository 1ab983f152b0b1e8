/// How a declaration reads in one line, and where in it its parameters stand.
package struct SignatureText: Hashable, Sendable {
  package private(set) var label = ""
  /// In UTF-16 units.
  package private(set) var parameters: [Range<Int>] = []

  init(_ label: String) { self.label = label }

  private init() {}

  /// A name that is given is shown instead of the item's own.
  package init(_ item: Item, name: String? = nil) {
    let name = name ?? item.name
    label = item.modifiers.words.map { $0 + " " }.joined()
    switch item.kind {
    case .function:
      label += "\(item.type.text) \(name)"
      add(item.parameters.map(\.text))
    case .class:
      label += "class \(name)"
      if !item.parameters.isEmpty { add(item.parameters.map(\.text)) }
    case .variable: label += "\(item.type.text) \(name)"
    case .constant: label += Self.constant(item, name)
    case .enum: label += "enum \(name)"
    case .enumMember: label += "constant \(name)"
    case .typedef: label += "typedef \(item.type.text) \(name)"
    case .inherit: label += "inherit \(item.target?.text ?? name)"
    case .import: label += "import \(item.target?.text ?? name)"
    }
  }

  package init(_ signature: BuiltinSignature, name: String) {
    label = "\(signature.result) \(name)"
    var texts = signature.parameters
    if signature.isVariadic, let last = texts.indices.last { texts[last] += " ..." }
    add(texts)
  }

  private static func constant(_ item: Item, _ name: String) -> String {
    let value = item.target.map { " = \($0.text)" } ?? ""
    return (item.type == .unknown ? "constant \(name)" : "constant \(item.type.text) \(name)") + value
  }

  private mutating func add(_ texts: [String]) {
    label += "("
    var column = label.utf16.count
    for (index, text) in texts.enumerated() {
      if index > 0 {
        label += ", "
        column += 2
      }
      label += text
      parameters.append(column..<column + text.utf16.count)
      column = parameters[index].upperBound
    }
    label += ")"
  }
}

extension Item.Parameter {
  package var text: String {
    let type = type.text + (isVariadic ? " ..." : "")
    return name.map { "\(type) \($0)" } ?? type
  }

  /// Whether a call may leave it out.
  package var isOptional: Bool {
    if isVariadic || hasDefault { return true }
    if case .union(let types) = type { return types.contains(.basic("void")) }
    return false
  }
}

extension Item.Modifiers {
  /// In the order in which people write them.
  var words: [String] { Self.all.filter { contains($0.0) }.map(\.1) }

  private static let all: [(Item.Modifiers, String)] = [
    (.public, "public"), (.private, "private"), (.protected, "protected"), (.local, "local"), (.final, "final"),
    (.inline, "inline"), (.optional, "optional"), (.extern, "extern"), (.variant, "variant"),
  ]
}

extension BuiltinSymbol {
  /// One line for each way of calling it; of what is no function, one.
  package func signatureTexts(name: String? = nil) -> [SignatureText] {
    let name = name ?? self.name
    let signatures = signatures
    if !signatures.isEmpty { return signatures.map { SignatureText($0, name: name) } }
    return switch kind {
    case .class: [SignatureText("class \(name)")]
    case .module: [SignatureText("module \(name)")]
    case .constant: [SignatureText(type.isEmpty ? "constant \(name)" : "constant \(type) \(name)")]
    case .type: [SignatureText("typedef \(type) \(name)")]
    case .function, .variable: [SignatureText("\(type.isEmpty ? "mixed" : type) \(name)")]
    }
  }
}
