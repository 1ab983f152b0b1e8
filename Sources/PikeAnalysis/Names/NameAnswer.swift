/// What was found for a name.
package struct NameAnswer: Hashable, Sendable {
  /// In the order of preference; several where a function has variants or is inherited more than once.
  package var symbols: [Symbol]
  /// All places where it could be were seen: what was not found does not exist.
  package var isCertain: Bool

  package init(_ symbols: [Symbol] = [], isCertain: Bool) {
    self.symbols = symbols
    self.isCertain = isCertain
  }

  static let nothing = NameAnswer(isCertain: true)
  static let unknown = NameAnswer(isCertain: false)

  /// The same, with more places where it could be.
  var open: NameAnswer { NameAnswer(symbols, isCertain: false) }
}
