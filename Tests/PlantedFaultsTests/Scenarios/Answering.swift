import JSONRPC

/// Cancels, answers, follow-ups, what query-engine-v2 has alone.
extension Scenario {
  private static let text = "int f() { return 1; }\nint main() { return f(); }\n"

  /// What comes of two hovers that are cancelled at once, one after the other.
  private static func twoCancelledHovers(_ feature: String, _ rig: Rig) -> [String] {
    rig.open(text)
    rig.settle()
    return (0..<2).map { column in
      let id = rig.query(feature, at: (0, column))
      rig.cancel(id)
      rig.settle()
      return rig.kinds(id)
    }
  }

  static let answering: [Scenario] = [
    Scenario("cancel-forgotten", healthy: "-32800 -32800", faulty: "-32800 result") { rig in
      twoCancelledHovers("hover", rig).joined(separator: " ")
    },
    Scenario("cancel-remembered-too-long", healthy: "result result", faulty: "result -32800") { rig in
      rig.open(text)
      rig.settle()
      let first = rig.query("hover", at: (0, 4))
      rig.settle()
      rig.cancel(first)
      let second = rig.query("hover", at: (0, 5))
      rig.settle()
      return rig.kinds(first) + " " + rig.kinds(second)
    },
    Scenario("result-after-cancel", .contentLength, healthy: "-32800 | -32800", faulty: "-32800 | -32800 result") {
      rig in
      twoCancelledHovers("textDocument/hover", rig).joined(separator: " | ")
    },
    // The last of three overtakes the others, which read a file first.
    Scenario("reply-lost", files: files(4), healthy: "result result", faulty: "result ") { rig in
      rig.open(text)
      rig.settle()
      return (0..<2).map { round in
        for _ in 0..<2 { rig.query("workspace_symbols", with: [JSONMember("query", .string("f\(round)"))]) }
        rig.query("workspace_diagnostics")
        let id = rig.query("hover", at: (0, 4 + round))
        rig.settle()
        return rig.kinds(id)
      }.joined(separator: " ")
    },
    Scenario("reply-twice", healthy: "-32800 | -32800", faulty: "-32800 | -32800 -32800") { rig in
      twoCancelledHovers("hover", rig).joined(separator: " | ")
    },
    Scenario("replies-swapped", healthy: "0:4 1:4", faulty: "1:4 0:4") { rig in
      rig.open(text)
      rig.settle()
      let ids = [rig.query("hover", at: (0, 4)), rig.query("hover", at: (1, 4))]
      rig.settle()
      return ids.map { id in
        let start = rig.payload(id)["range"]?["start"]
        return "\(start?["line"]?.integer ?? -1):\(start?["character"]?.integer ?? -1)"
      }.joined(separator: " ")
    },
    Scenario("reply-id-as-string", files: files(4), healthy: "result", faulty: "") { rig in
      rig.open(text)
      rig.settle()
      rig.query("workspace_diagnostics")
      let id = rig.query("hover", at: (0, 4))
      rig.settle()
      return rig.kinds(id)
    },
    Scenario(
      "result-id-without-content", .contentLength, capabilities: ["textDocument": ["diagnostic": [:]]], healthy: "full",
      faulty: "unchanged"
    ) { rig in
      rig.open("int main() { return nothing; }\n")
      let first = rig.ask("textDocument/diagnostic")["resultId"] ?? .null
      rig.change(to: "int main() { return other; }\n", version: 2)
      return rig.ask("textDocument/diagnostic", with: [JSONMember("previousResultId", first)])["kind"]?.string ?? ""
    },
    Scenario(
      "result-ids-begin-anew", .contentLength, capabilities: ["textDocument": ["diagnostic": [:]]], healthy: "full",
      faulty: "unchanged"
    ) { rig in
      rig.open("int main() { return nothing; }\n")
      // As another server had named another report.
      return rig.ask("textDocument/diagnostic", with: [JSONMember("previousResultId", "1")])["kind"]?.string ?? ""
    },
    Scenario("resolve-own-items-only", .contentLength, healthy: "true", faulty: "false") { rig in
      rig.open("int x;\n")
      let id = rig.begin("completionItem/resolve", ["label": "sizeof", "data": ["builtin": "sizeof", "of": ""]])
      rig.settle()
      return "\(rig.payload(id)["documentation"] != nil)"
    },
    Scenario("resolve-through-state", .contentLength, healthy: "first", faulty: "other") { rig in
      rig.open(
        "//! The first.\nint first() { return 1; }\n//! The other.\nint other() { return 1; }\nint main() { fi; ot; }\n"
      )
      let list = rig.ask("textDocument/completion", at: (4, 15))
      _ = rig.ask("textDocument/completion", at: (4, 19))
      let item = (list["items"] ?? list).array?.first ?? .null
      let id = rig.begin("completionItem/resolve", item)
      rig.settle()
      let text = String(decoding: (rig.payload(id)["documentation"] ?? .null).serialized(), as: UTF8.self)
      return text.contains("The first") ? "first" : text.contains("The other") ? "other" : text
    },
    Scenario("resolve-needs-last-list", .contentLength, healthy: "result", faulty: "-32603") { rig in
      rig.open("int first() { return 1; }\nint other() { return 1; }\nint main() { fi; ot; }\n")
      let list = rig.ask("textDocument/completion", at: (2, 15))
      _ = rig.ask("textDocument/completion", at: (2, 19))
      let id = rig.begin("completionItem/resolve", (list["items"] ?? list).array?.first ?? .null)
      rig.settle()
      return rig.kinds(id)
    },
    Scenario("references-of-first-definition", healthy: "2", faulty: "1") { rig in
      rig.open(text)
      _ = rig.ask("definition", at: (1, 4))
      return "\(rig.ask("references", at: (0, 4)).array?.count ?? -1)"
    },
    Scenario("wrong-snapshot-id", healthy: "true", faulty: "false") { rig in
      rig.open(text)
      rig.settle()
      let id = rig.query("hover", at: (0, 4))
      rig.change(to: "int g() { return 1; }\n", version: 2)
      rig.settle()
      let result = rig.answers(to: id).first?["result"]
      return "\(result?["snapshotIdUsed"]?.string == result?["result"]?["revision"]?.integer.map { "snp-\($0)" })"
    },
    Scenario("telemetry-field-missing", healthy: "true true", faulty: "true false") { rig in
      rig.open(text)
      rig.settle()
      return (0..<2).map { _ in
        let id = rig.query("hover", at: (0, 4))
        rig.settle()
        return "\(rig.answers(to: id).first?["result"]?["metrics"]?["queueWaitMs"] != nil)"
      }.joined(separator: " ")
    },
    Scenario("dies-of-unknown-snapshot", healthy: "result alive", faulty: " gone") { rig in
      rig.open(text)
      _ = rig.ask("hover", at: (0, 4), snapshot: "snp-999")
      let id = rig.query("hover", at: (0, 4))
      rig.settle()
      return rig.kinds(id) + (rig.exitCode == nil ? " alive" : " gone")
    },
    Scenario("any-major-accepted", healthy: "-32602", faulty: "result") { rig in
      let id = rig.begin("get_protocol_info", ["protocol": "query-engine-v2", "major": 3])
      rig.settle()
      return rig.kinds(id)
    },
  ]
}
