import JSONRPC

/// Who is computed when, for whom, and how that ends.
extension Scenario {
  private static let text = "int f() { return 1; }\nint main() { return f(); }\n"

  /// Opens a document and asks so many different things of it at once.
  private static func burst(_ rig: Rig, _ count: Int) -> [Int] {
    rig.open(text)
    rig.settle()
    return (0..<count).map { rig.query("hover", at: (0, 4 + $0)) }
  }

  static let scheduling: [Scenario] = [
    Scenario("missed-wake-up", healthy: "0", faulty: "2") { rig in
      let ids = burst(rig, 6)
      rig.settle()
      return "\(ids.count { rig.kinds($0).isEmpty })"
    },
    Scenario("slot-lost-on-cancel", healthy: "result", faulty: "") { rig in
      rig.open(text)
      rig.settle()
      for _ in 0..<4 {
        let id = rig.query("workspace_symbols")
        rig.step()
        rig.cancel(id)
        rig.settle()
      }
      let id = rig.query("hover", at: (0, 4))
      rig.settle()
      return rig.kinds(id)
    },
    Scenario("cancel-only-acknowledged", files: files(20), healthy: "-32800 quick", faulty: "-32800 slow") { rig in
      _ = rig.ask("workspace_symbols", with: [JSONMember("query", "f")])
      let id = rig.query("workspace_diagnostics")
      rig.pass(.microseconds(200))
      rig.cancel(id)
      rig.pass(.microseconds(200))
      return rig.kinds(id) + (rig.busy == 0 ? " quick" : " slow")
    },
    Scenario("background-starved", files: files(4), healthy: "result", faulty: "") { rig in
      let id = rig.query("workspace_diagnostics")
      for _ in 0..<4 { rig.step() }
      for column in 0..<3 { rig.query("hover", "file:///w/f1.pike", at: (0, column)) }
      rig.settle()
      return rig.kinds(id)
    },
    Scenario("typing-behind-background", healthy: "first", faulty: "last") { rig in
      let others = burst(rig, 10)
      let id = rig.query("completion", at: (1, 20))
      while rig.kinds(id).isEmpty, rig.now < .seconds(1) { rig.pass(.microseconds(10)) }
      return others.contains { rig.kinds($0).isEmpty } ? "first" : "last"
    },
    Scenario("superseded-not-removed", healthy: "5", faulty: "0") { rig in
      rig.open(text)
      rig.settle()
      let ids = (0..<6).map { rig.query("completion", at: (1, 13 + $0)) }
      rig.settle()
      return "\(ids.count { rig.kinds($0) == "-32800" })"
    },
    Scenario("superseded-unanswered", healthy: "-32800 result", faulty: " result") { rig in
      rig.open(text)
      rig.settle()
      let ids = (0..<2).map { rig.query("completion", at: (1, 13 + $0)) }
      rig.settle()
      return ids.map { rig.kinds($0) }.joined(separator: " ")
    },
    Scenario("shared-computation-cancelled", healthy: "-32800 result", faulty: "-32800 -32603") { rig in
      rig.open(text)
      rig.settle()
      let ids = (0..<2).map { _ in rig.query("hover", at: (0, 4)) }
      rig.cancel(ids[0])
      rig.settle()
      return ids.map { rig.kinds($0) }.joined(separator: " ")
    },
    Scenario("shared-answer-to-first-only", healthy: "result result", faulty: "result ") { rig in
      rig.open(text)
      rig.settle()
      let ids = (0..<2).map { _ in rig.query("hover", at: (0, 4)) }
      rig.settle()
      return ids.map { rig.kinds($0) }.joined(separator: " ")
    },
    Scenario("share-key-without-revision", healthy: "f | g", faulty: "f | f") { rig in
      rig.open("int f() { return 1; }\n")
      rig.settle()
      let before = rig.query("hover", at: (0, 4))
      rig.change(to: "int g() { return 1; }\n", version: 2)
      let after = rig.query("hover", at: (0, 4))
      rig.settle()
      return [before, after].map { id in
        let text = String(decoding: rig.payload(id).serialized(), as: UTF8.self)
        return text.contains("g()") ? "g" : "f"
      }.joined(separator: " | ")
    },
  ]

  static func files(_ count: Int) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: (1...count).map {
        ("/w/f\($0).pike", "int f\($0)() { return \($0); }\nint g\($0)() { return f\($0)(); }\n")
      })
  }
}
