internal import JSONRPC

/// What becomes of documents on their way in.
enum DocumentFaults {
  static let all = [
    PlantedFault(
      "edit-lost-in-burst", "Of edits of a document that come right behind each other, every third is lost.",
      .adapter, suite: "parse-under-edit", property: "fresh-equals-incremental"
    ) { Plant(wire: LostEdit()) },
    PlantedFault(
      "edits-applied-backwards", "The changes of one message are applied last one first.",
      .adapter, suite: "parse-under-edit", property: "fresh-equals-incremental"
    ) { Plant(wire: BackwardEdits()) },
    PlantedFault(
      "crlf-becomes-two-lines", "What is typed or pasted with \\r\\n has two ends of lines.",
      .adapter, suite: "parse-under-edit", property: "fresh-equals-incremental"
    ) { Plant(wire: DoubledLines()) },
    PlantedFault(
      "close-lost", "The closing of a document is lost when its last edit was followed by nothing else.",
      .adapter, suite: "lifecycle", property: "fresh-equals-incremental"
    ) { Plant(wire: LostClose()) },
  ]
}

private struct LostEdit: WireFault {
  private var uri: String?
  private var count = 0

  mutating func client(_ message: WireMessage) -> [WireAction] {
    guard message.act == .change, let changed = message.uri else {
      uri = nil
      return [.pass(message)]
    }
    count = uri == changed ? count + 1 : 1
    uri = changed
    // The version counts on, and who wants an acknowledgement gets it.
    return [.pass(count.isMultiple(of: 3) && message.changes != nil ? message.setting(changes: []) : message)]
  }
}

private struct BackwardEdits: WireFault {
  mutating func client(_ message: WireMessage) -> [WireAction] {
    guard message.act == .change, let changes = message.changes, changes.count > 1 else { return [.pass(message)] }
    return [.pass(message.setting(changes: changes.reversed()))]
  }
}

private struct DoubledLines: WireFault {
  mutating func client(_ message: WireMessage) -> [WireAction] {
    guard message.act == .change, let changes = message.changes else { return [.pass(message)] }
    let doubled = changes.map { change -> JSONValue in
      guard let text = change["text"]?.string, change["range"] != nil else { return change }
      let units = text.unicodeScalars.map { $0 == "\r" ? "\n" : $0 }
      var result = String.UnicodeScalarView()
      result.append(contentsOf: units)
      return WireMessage(change).setting("text", to: .string(String(result))).json
    }
    return [.pass(message.setting(changes: doubled))]
  }
}

private struct LostClose: WireFault {
  private var lastEdited: String?

  mutating func client(_ message: WireMessage) -> [WireAction] {
    defer { lastEdited = message.act == .change ? message.uri : nil }
    guard message.act == .close, let uri = message.uri, uri == lastEdited else { return [.pass(message)] }
    // Who waits for an acknowledgement gets that of a change that changes nothing.
    guard message.isRequest else { return [] }
    return [
      .pass(message.setting("method", to: "engine_update_workspace").setting("params", to: [:]))
    ]
  }
}
