import JSONRPC
package import Simulation

/// Everything around the documents changes at once, while somebody types.
package struct ReloadStorm: Workload {
  package static let name = "reload-storm"
  package static let purpose =
    "Bursts of settings, workspace folders, watched files and switched branches come while somebody types."
  package static let parameters: [WorkloadParameter] = [
    .messages(30),
    WorkloadParameter("burst", 5, in: 1...1_000, "how many events come at once at most"),
  ]

  private let messages: Int
  private let burst: Int

  package init(_ settings: WorkloadSettings) {
    messages = settings.number("messages")
    burst = settings.number("burst")
  }

  package func write(_ script: inout ClientScript, _ choices: inout Choices) {
    let end = script.messageCount + messages
    var storm = Storm(script)
    var hand = TypingHand(slips: 2, keysPerEdit: 6)
    script.openSome(&choices, atMost: 2)
    while script.messageCount < end {
      for _ in 0..<choices.draw("storm.burst", in: 1...burst) {
        storm.blow(&script, &choices)
        script.pause(choices.draw("storm.gap", in: 0...3_000))
      }
      let path = choices.pick("storm.document", script.openPaths)
      if let place = script.statementPlace(path, &choices) {
        let statement =
          script.workspace.language.statement(using: script.names(path), &choices)
          + script.lineBreak(path, before: place.offset)
        let limit = min(end, script.messageCount + 5)
        hand.type(statement, path, at: place.offset, upTo: limit, &script, &choices)
      }
      if choices.chance("storm.looks", percent: 40) { _ = script.look(path, &choices) }
      hand.forget(&script, &choices)
    }
  }
}

/// What may change around the documents, and how it is now.
private struct Storm {
  /// The files of the other branch, once there was a switch to it.
  private var other: [String: SampleFile] = [:]
  private var addedFolders: [String] = []
  private var created = 0

  init(_ script: ClientScript) {}

  mutating func blow(_ script: inout ClientScript, _ choices: inout Choices) {
    switch choices.draw("storm.kind", below: 10) {
    case 0..<3: script.changeConfiguration(settings(script, &choices))
    case 3: changeFolders(&script, &choices)
    case 4, 5: touch(&script, &choices)
    case 6: comeAndGo(&script, &choices)
    case 7: script.save(choices.pick("storm.saved", script.openPaths))
    default: switchBranch(&script, &choices)
    }
  }

  private func settings(_ script: ClientScript, _ choices: inout Choices) -> JSONValue {
    guard script.workspace.language == .pike else {
      return ["round": .number(String(choices.draw("storm.round", below: 9)))]
    }
    let kinds: [JSONValue] = [
      ["defines": ["PORTS=3"], "includePaths": ["include"]], ["defines": ["PORTS=4", "STORM"]], [:],
      ["disabledDiagnostics": ["unused-variable"]], ["diagnosticsDelayMs": 5], ["modulePaths": ["extra", "."]],
    ]
    return choices.pick("storm.settings", kinds)
  }

  private mutating func changeFolders(_ script: inout ClientScript, _ choices: inout Choices) {
    guard !script.workspace.extraFolders.isEmpty else { return touch(&script, &choices) }
    let folder = choices.pick("storm.folder", script.workspace.extraFolders)
    if let index = addedFolders.firstIndex(of: folder) {
      addedFolders.remove(at: index)
      script.changeWorkspaceFolders(removed: [folder])
    } else {
      addedFolders.append(folder)
      script.changeWorkspaceFolders(added: [folder])
    }
  }

  /// A file is written anew by another program, perhaps as it was.
  private func touch(_ script: inout ClientScript, _ choices: inout Choices) {
    let path = choices.pick("storm.touched", script.workspace.files.map(\.path).filter(script.diskPaths.contains))
    if choices.chance("storm.differs", percent: 70), let file = script.disk[path], file.isSource {
      script.put(Self.varied(file, script, &choices))
    }
    script.changeWatchedFiles([.changed(path)])
  }

  private mutating func comeAndGo(_ script: inout ClientScript, _ choices: inout Choices) {
    let own = script.diskPaths.filter { $0.hasPrefix("made") && !script.isOpen($0) }
    if let path = own.first, choices.chance("storm.goes", percent: 60) {
      return script.changeWatchedFiles([.deleted(path)])
    }
    let path = "made\(created).\(script.workspace.language.fileExtension)"
    created += 1
    let text = script.workspace.language.function(named: "made_\(created)", &choices)
    script.write(path, text: Array(text.utf8))
    script.changeWatchedFiles([.created(path)])
  }

  /// All source files are others at once; the editor reads again those of its documents that nobody has changed.
  private mutating func switchBranch(_ script: inout ClientScript, _ choices: inout Choices) {
    var changes: [DiskChange] = []
    var reread: [String] = []
    for file in script.workspace.sources {
      guard let here = script.disk[file.path] else { continue }
      if script.isOpen(file.path), script.text(file.path) == here.text { reread.append(file.path) }
      let there = other[file.path] ?? Self.varied(here, script, &choices)
      other[file.path] = here
      script.put(there)
      changes.append(.changed(file.path))
    }
    script.changeWatchedFiles(choices.shuffled("storm.order", changes))
    for path in reread {
      guard let file = script.disk[path] else { continue }
      script.replaceAll(path, with: String(decoding: file.text, as: UTF8.self), places: file.places)
    }
  }

  private static func varied(_ file: SampleFile, _ script: ClientScript, _ choices: inout Choices) -> SampleFile {
    var file = file
    let name = "branch_\(choices.draw("storm.branch", below: 100))_\(script.messageCount)"
    file.text += Array(script.workspace.language.function(named: name, &choices).utf8)
    return file
  }
}

extension SampleWorkspace.Language {
  var fileExtension: String {
    switch self {
    case .pike: "pike"
    case .c: "c"
    case .python: "py"
    case .swift: "swift"
    }
  }
}
