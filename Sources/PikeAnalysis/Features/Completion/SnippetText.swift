/// Texts with places to fill in, as LSP's snippets have it.
enum SnippetText {
  struct Argument {
    /// What stands in the place until it is filled in.
    var placeholder: String
    var isOptional: Bool

    /// Of a function of which nothing is known.
    static let unknown = Argument(placeholder: "", isOptional: true)

    init(placeholder: String, isOptional: Bool) {
      self.placeholder = placeholder
      self.isOptional = isOptional
    }

    init(_ parameter: Item.Parameter) {
      self.init(placeholder: parameter.name ?? parameter.type.text, isOptional: parameter.isOptional)
    }
  }

  /// A call with a place for each argument that must be there. If only others are, the cursor stands where the first goes.
  static func call(_ name: String, _ arguments: [Argument]) -> String {
    let required = arguments.prefix { !$0.isOptional }
    if required.isEmpty { return escaped(name) + (arguments.isEmpty ? "()" : "($1)") }
    let places = required.enumerated().map { "${\($0.offset + 1):\(escaped($0.element.placeholder))}" }
    return "\(escaped(name))(\(places.joined(separator: ", ")))"
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if character == "$" || character == "}" || character == "\\" { result.append("\\") }
      result.append(character)
    }
    return result
  }
}

extension BuiltinSignature {
  var arguments: [SnippetText.Argument] {
    parameters.enumerated().map { index, type in
      // `int|string` says less of the argument than its place does, but there is nothing else to say.
      SnippetText.Argument(placeholder: type, isOptional: index >= requiredCount)
    }
  }
}
