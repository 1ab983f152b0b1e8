/// The language server: `scripted-server lsp [QUIRK…]`.
let languageServerModes: [String: ScriptedServer.Mode] = [
  "lsp": { arguments in
    var server = LanguageServer(quirks: Quirks(arguments))
    return server.run()
  }
]

/// What is odd about a run of the language server. Each quirk is a word, or a word with a value: `crash-at=5`.
struct Quirks {
  private var values: [String: String] = [:]

  init(_ arguments: [String]) {
    for argument in arguments {
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      values[parts[0]] = parts.count > 1 ? parts[1] : ""
    }
  }

  func has(_ name: String) -> Bool { values[name] != nil }
  func text(_ name: String) -> String? { values[name] }
  func number(_ name: String) -> Int? { values[name].flatMap(Int.init) }
}
