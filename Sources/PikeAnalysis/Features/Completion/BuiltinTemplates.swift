internal import Synchronization

/// What is shown and inserted of what is compiled in. To read the types takes long, and they never change: it is done once.
enum BuiltinTemplates {
  struct Template: Sendable {
    var detail: String?
    /// With the parentheses, as a snippet; nil of what is not called.
    var call: String?
  }

  /// By what is shown in the list: a name may stand for different things in different modules.
  private static let known = Mutex<[BuiltinSymbol: Template]>([:])

  static func template(of symbol: BuiltinSymbol) -> Template {
    if let template = known.withLock({ $0[symbol] }) { return template }
    let template = make(symbol)
    known.withLock { $0[symbol] = template }
    return template
  }

  private static func make(_ symbol: BuiltinSymbol) -> Template {
    let texts = symbol.signatureTexts()
    let detail = texts.first.map { $0.label + (texts.count > 1 ? " (+\(texts.count - 1))" : "") }
    guard symbol.kind == .function else { return Template(detail: detail, call: nil) }
    let arguments = symbol.signatures.first?.arguments ?? [.unknown]
    return Template(detail: detail, call: SnippetText.call(symbol.name, arguments))
  }
}
