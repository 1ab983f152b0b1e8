import JSONRPC

/// Diagnostics that nobody asked for, the clock and the tasks.
extension Scenario {
  private static let wrong = "int main() { return nothing; }\n"
  private static let right = "int main() { return 1; }\n"

  static let publishing: [Scenario] = [
    // An edit comes while diagnostics are computed.
    Scenario("old-diagnostics-under-new-version", .contentLength, healthy: "2:0", faulty: "2:1") { rig in
      rig.open(wrong)
      rig.step()
      rig.change(to: right, version: 2)
      rig.settle()
      return rig.published().last ?? ""
    },
    // What `a` inherits gets what it lacked.
    Scenario(
      "published-once-per-version", .contentLength, files: ["/w/b.pike": ""], healthy: "1:1 1:0", faulty: "1:1"
    ) { rig in
      rig.open("int other() { return 1; }\n", Rig.b)
      rig.open("inherit \"b\";\nint main() { return late(); }\n")
      rig.settle()
      rig.change(to: "int late() { return 1; }\n", Rig.b, version: 2)
      rig.settle()
      return rig.published().joined(separator: " ")
    },
    Scenario("debounce-never-fires", .contentLength, healthy: "5:0", faulty: "3:0") { rig in
      rig.open(right)
      rig.settle()
      for version in 2...5 {
        rig.change(to: version.isMultiple(of: 2) ? wrong : right, version: version)
        rig.pass(.milliseconds(version == 3 ? 500 : 10))
      }
      rig.settle()
      return rig.published().last ?? ""
    },
    Scenario("publish-after-close", .contentLength, healthy: "-1:0", faulty: "2:1") { rig in
      rig.open(wrong)
      rig.settle()
      rig.change(to: right, version: 2)
      rig.close()
      _ = rig.ask("workspace/symbol", with: [JSONMember("query", "f")])
      return rig.published().last ?? ""
    },
    Scenario("stale-publish-repeated", .contentLength, healthy: "1:1 2:0 3:1 4:0", faulty: "1:1 2:0 3:1 4:0 3:1") {
      rig in
      rig.open(wrong)
      rig.settle()
      for version in 2...4 {
        rig.change(to: version.isMultiple(of: 2) ? right : wrong, version: version)
        rig.settle()
      }
      return rig.published().joined(separator: " ")
    },
    Scenario("clock-wakes-late", .contentLength, healthy: "4", faulty: "3") { rig in
      rig.open(wrong)
      rig.settle()
      for version in 2...4 {
        rig.change(to: version.isMultiple(of: 2) ? right : wrong, version: version)
        rig.settle(.seconds(1))
      }
      return "\(rig.published().count)"
    },
    Scenario("sleeper-forgotten", .contentLength, healthy: "6:0", faulty: "4:0") { rig in
      rig.open(wrong)
      rig.settle()
      for version in 2...6 {
        rig.change(to: version.isMultiple(of: 2) ? right : wrong, version: version)
        rig.settle(.seconds(10))
      }
      return rig.published().last ?? ""
    },
    Scenario("preparation-dropped", healthy: "result result result result", faulty: "result result result ") { rig in
      rig.open(right)
      rig.settle()
      let ids = (0..<4).map { column in
        rig.touch([Rig.b])
        let id = rig.query("hover", at: (0, column))
        rig.settle()
        return id
      }
      return ids.map { rig.kinds($0) }.joined(separator: " ")
    },
    Scenario("background-tasks-late", files: files(2), healthy: "result", faulty: " later result") { rig in
      let id = rig.query("workspace_diagnostics")
      rig.settle()
      guard rig.kinds(id).isEmpty else { return rig.kinds(id) }
      rig.pass(.seconds(100))
      return " later " + rig.kinds(id)
    },
  ]
}
