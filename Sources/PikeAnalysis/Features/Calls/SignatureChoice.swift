/// Which of several signatures a call most likely means, and which of its parameters is being given.
enum SignatureChoice {
  struct Form {
    var count: Int
    var isVariadic: Bool

    func takes(_ argument: Int) -> Bool { isVariadic || argument < count }

    /// Arguments beyond the last parameter belong to it if it takes any number.
    func parameter(_ argument: Int) -> Int { isVariadic && count > 0 ? min(argument, count - 1) : argument }
  }

  /// The first that takes so many arguments; if none does, the one that takes most.
  static func active(_ forms: [Form], argument: Int) -> (signature: Int, parameter: Int) {
    guard !forms.isEmpty else { return (0, argument) }
    let longest = forms.indices.reduce(0) { forms[$1].count > forms[$0].count ? $1 : $0 }
    let signature = forms.firstIndex { $0.takes(argument) } ?? longest
    return (signature, forms[signature].parameter(argument))
  }
}
