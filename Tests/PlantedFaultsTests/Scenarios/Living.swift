import JSONRPC

/// Beginnings and ends.
extension Scenario {
  private static let wrong = "int main() { return nothing; }\n"

  static let living: [Scenario] = [
    Scenario(
      "progress-never-ended", .contentLength, capabilities: ["window": ["workDoneProgress": true]],
      healthy: "begin end", faulty: "begin"
    ) { rig in
      let create = rig.messages.first { $0["method"]?.string == "window/workDoneProgress/create" }
      rig.send(["jsonrpc": "2.0", "id": create?["id"] ?? .null, "result": nil])
      rig.open(wrong)
      rig.settle()
      return rig.messages.compactMap { $0["params"]?["value"]?["kind"]?.string }.joined(separator: " ")
    },
    Scenario(
      "progress-ended-twice", .contentLength, capabilities: ["window": ["workDoneProgress": true]],
      healthy: "begin end", faulty: "begin end end"
    ) { rig in
      let create = rig.messages.first { $0["method"]?.string == "window/workDoneProgress/create" }
      rig.send(["jsonrpc": "2.0", "id": create?["id"] ?? .null, "result": nil])
      rig.open(wrong)
      rig.settle()
      return rig.messages.compactMap { $0["params"]?["value"]?["kind"]?.string }.joined(separator: " ")
    },
    Scenario("publish-after-shutdown", .contentLength, healthy: "answer", faulty: "publish") { rig in
      rig.open(wrong)
      rig.settle()
      rig.change(to: "int main() { return 1; }\n", version: 2)
      rig.begin("shutdown", nil)
      rig.settle()
      return rig.messages.last?["method"] == nil ? "answer" : "publish"
    },
    Scenario("shutdown-not-carried-out", .contentLength, healthy: "result -32600", faulty: "result result") { rig in
      rig.open(wrong)
      let shutdown = rig.begin("shutdown", nil)
      let id = rig.query("textDocument/hover", at: (0, 5))
      rig.settle()
      return rig.kinds(shutdown) + " " + rig.kinds(id)
    },
    Scenario("crash-on-long-deletion", healthy: "alive", faulty: "gone") { rig in
      rig.open(String(repeating: "int f() { return 1; }\n", count: 12))
      rig.change([Rig.edit((1, 0), (10, 0), "")], version: 2)
      return rig.exitCode == nil ? "alive" : "gone"
    },
  ]
}
