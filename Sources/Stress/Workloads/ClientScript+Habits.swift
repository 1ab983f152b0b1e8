import Simulation

// What several workloads do the same way.
extension ClientScript {
  /// Opens up to so many source files, at least one, unless some are open.
  mutating func openSome(_ choices: inout Choices, atMost count: Int) {
    guard openPaths.isEmpty else { return }
    let sources = choices.shuffled("habit.open", workspace.sources)
    for file in sources.prefix(choices.draw("habit.open-count", in: 1...max(1, min(count, sources.count)))) {
      open(file.path)
      pause(choices.draw("habit.opening", in: 5_000...120_000))
    }
  }

  /// Opens a source file that is not open, if there is one.
  @discardableResult
  mutating func openAnother(_ choices: inout Choices) -> String? {
    let closed = workspace.sources.map(\.path).filter { !isOpen($0) && disk[$0] != nil }
    guard !closed.isEmpty else { return nil }
    let path = choices.pick("habit.another", closed)
    open(path)
    return path
  }

  /// A place at which a statement can be written, with the indentation of its line.
  func statementPlace(_ path: String, _ choices: inout Choices) -> SamplePlace? {
    let all = places(path, .statement)
    return all.isEmpty ? nil : choices.pick("habit.statement", all)
  }

  /// A name in use or declared, with a place in it.
  func namePlace(_ path: String, _ choices: inout Choices) -> SamplePlace? {
    let all = places(path).filter { $0.kind == .use || $0.kind == .definition }
    return all.isEmpty ? nil : choices.pick("habit.name", all)
  }

  /// Names that the file uses, in a fixed order.
  func names(_ path: String) -> [String] {
    var seen: Set<String> = []
    return places(path, .use).map(\.name).filter { seen.insert($0).inserted }
  }

  /// The end of a line and the indentation of the one that `offset` is in: what makes a line of its own of what stands before it.
  func lineBreak(_ path: String, before offset: Int) -> String {
    let text = text(path)
    let start = text[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let indentation = text[start..<offset].prefix { $0 == 0x20 || $0 == 0x09 }
    let end = start >= 2 && text[start - 2] == 0x0D ? "\r\n" : "\n"
    return end + String(decoding: indentation, as: UTF8.self)
  }

  /// Writes a statement in a line of its own, in one piece.
  @discardableResult
  mutating func writeStatement(_ path: String, _ choices: inout Choices) -> ScriptEdit? {
    guard let place = statementPlace(path, &choices) else { return nil }
    let statement = workspace.language.statement(using: names(path), &choices)
    return edit(path, replacing: place.offset..<place.offset, with: statement + lineBreak(path, before: place.offset))
  }

  /// One of the questions that an editor asks when somebody looks at a document.
  mutating func look(_ path: String, _ choices: inout Choices) -> RequestHandle? {
    let kinds: [Feature] = [
      .hover, .hover, .definition, .references, .documentHighlight, .documentHighlight, .documentSymbol, .foldingRange,
      .semanticTokens, .workspaceSymbol, .diagnostic, .prepareRename, .signatureHelp, .completion,
    ]
    let possible = kinds.filter(features.contains)
    guard !possible.isEmpty else { return nil }
    return ask(choices.pick("habit.look", possible), about: path, &choices)
  }

  /// Asks for a feature at a place where it has something to say.
  mutating func ask(_ feature: Feature, about path: String, _ choices: inout Choices) -> RequestHandle? {
    switch feature {
    case .completion, .signatureHelp:
      let all = places(path, feature == .completion ? .member : .call)
      guard !all.isEmpty else { return ask(feature, path, at: text(path).count) }
      return ask(feature, path, at: choices.pick("habit.place", all).offset)
    case .workspaceSymbol:
      let names = names(path)
      let name = names.isEmpty ? "a" : choices.pick("habit.symbol", names)
      return workspaceSymbol(String(name.prefix(choices.draw("habit.symbol-length", in: 1...4))))
    case .references:
      return namePlace(path, &choices).flatMap { references(path, at: $0.offset) }
    case .rename:
      return namePlace(path, &choices).flatMap { rename(path, at: $0.offset, to: "renamed_\(messageCount)") }
    case .completionResolve: return resolve(ask(.completion, about: path, &choices))
    case .semanticTokensRange:
      return semanticTokens(path, in: 0..<boundary(path, atOrBefore: text(path).count / 2))
    case .workspaceDiagnostic: return workspaceDiagnostic()
    case .hover, .definition, .documentHighlight, .prepareRename:
      guard let place = namePlace(path, &choices) else { return ask(feature, path) }
      return ask(feature, path, at: place.offset + choices.draw("habit.within", below: max(1, place.name.utf8.count)))
    case .documentSymbol, .foldingRange, .semanticTokens: return ask(feature, path)
    case .diagnostic: return diagnostic(path)
    }
  }
}
