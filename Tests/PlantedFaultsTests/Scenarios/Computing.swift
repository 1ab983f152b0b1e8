import JSONRPC

/// Memos, snapshots, computations, positions.
extension Scenario {
  static let computing: [Scenario] = [
    // Each edit declares another function and calls it.
    Scenario("stale-memo", healthy: " |  | ", faulty: " |  | undefined-name") { rig in
      rig.open("int main() { return 1; }\n")
      return (2...4).map { version in
        _ = rig.codes()
        rig.change(to: "int f\(version)() { return 1; }\nint main() { return f\(version)(); }\n", version: version)
        return rig.codes()
      }.joined(separator: " | ")
    },
    // The class that is used last gets a member.
    Scenario("lost-dependency-edge", healthy: "0 1", faulty: "0 0") { rig in
      let main = "int main() { " + (1...9).map { "C\($0)()->c\($0)();" }.joined(separator: " ") + " }\n"
      func classes(_ last: String) -> String {
        (1...8).map { "class C\($0) { int c\($0)() { return 1; } }\n" }.joined()
          + "class C9 { int \(last)() { return 1; } }\n"
      }
      func definitions() -> Int { rig.ask("definition", at: (9, main.utf8.count - 7)).array?.count ?? -1 }
      rig.open(classes("dd") + main)
      let before = definitions()
      rig.change(to: classes("c9") + main, version: 2)
      return "\(before) \(definitions())"
    },
    Scenario("false-backdating", healthy: " |  | ", faulty: " | undefined-name | ") { rig in
      rig.open("int main() { return f2() + f3() + f4(); }\n")
      _ = rig.codes()
      return (2...4).map { version in
        rig.change(
          to: (2...version).map { "int f\($0)() { return 1; }\n" }.joined() + "int main() { return f\(version)(); }\n",
          version: version)
        return rig.codes()
      }.joined(separator: " | ")
    },
    Scenario("snapshot-not-pinned", healthy: "old", faulty: "new") { rig in
      rig.open("int old() { return 1; }\n")
      rig.settle()
      let first = rig.snapshot
      rig.change(to: "int new() { return 1; }\n", version: 2)
      return rig.names(snapshot: first)
    },
    Scenario("snapshots-never-released", healthy: "64", faulty: "81") { rig in
      rig.open("int f() { return 1; }\n")
      for version in 2...80 { rig.change(to: "int f() { return \(version); }\n", version: version) }
      rig.settle()
      return "\(rig.snapshotCount)"
    },
    Scenario("fixed-read-of-latest", healthy: "old old", faulty: "old new") { rig in
      rig.open("int old() { return 1; }\n")
      rig.settle()
      let first = rig.snapshot
      rig.change(to: "int new() { return 1; }\n", version: 2)
      return rig.names(snapshot: first) + " " + rig.names(snapshot: first)
    },
    Scenario("read-before-edit", healthy: "b c", faulty: "b b") { rig in
      rig.open("int a() { return 1; }\n")
      return ["b", "c"].enumerated().map { number, name in
        rig.change(to: "int \(name)() { return 1; }\n", version: number + 2)
        return rig.names()
      }.joined(separator: " ")
    },
    // An edit between two steps of a search.
    Scenario(
      "torn-snapshot", files: ["/w/b.pike": "int bee() { return 1; }\n"], healthy: "bea", faulty: ""
    ) { rig in
      rig.open("int bea() { return 1; }\n", Rig.b)
      rig.settle()
      let id = rig.query("workspace_symbols", with: [JSONMember("query", "be")])
      rig.step()
      rig.change(to: "int xyz() { return 1; }\n", Rig.b, version: 2)
      rig.settle()
      return rig.names(rig.payload(id))
    },
    // What was wrong with the first file is put right after the search has come by.
    Scenario("half-done-search-kept", files: files(8), healthy: "0", faulty: "1") { rig in
      rig.open("int main() { return nothing; }\n")
      _ = rig.ask("workspace_symbols", with: [JSONMember("query", "f")])
      let id = rig.query("workspace_diagnostics")
      rig.pass(.microseconds(300))
      rig.cancel(id)
      rig.change(to: "int main() { return 1; }\n", version: 2)
      let files = rig.ask("workspace_diagnostics").array
      return "\(files?.count { $0["diagnostics"]?.array?.isEmpty == false } ?? -1)"
    },
    Scenario("order-of-a-set", healthy: "true", faulty: "false") { rig in
      rig.open("int first() { return 1; }\nint second() { return 2; }\nint main() { return fi; }\n")
      rig.settle()
      let snapshot = rig.snapshot
      let lists = (0..<2).map { _ in rig.ask("completion", at: (2, 22), snapshot: snapshot) }
      return "\(lists[0] == lists[1])"
    },
    Scenario("quadratic-path", healthy: "true", faulty: "false") { rig in
      rig.open(String(repeating: "int f() { return 1; }\n", count: 50))
      rig.settle()
      let start = rig.now
      _ = rig.ask("document_symbols")
      return "\(rig.now - start < .milliseconds(20))"
    },
    Scenario("endless-loop", healthy: "result", faulty: "") { rig in
      rig.open("int main() { string s = \"abc; }\n")
      rig.settle()
      let id = rig.query("completion", at: (0, 17))
      rig.settle(.seconds(60))
      return rig.kinds(id)
    },
    Scenario("gives-up-on-broken-text", healthy: "result", faulty: "-32603") { rig in
      rig.open("int main() { if (1) { while (1) {\n")
      let id = rig.query("diagnostics")
      rig.settle()
      return rig.kinds(id)
    },
    Scenario("edit-columns-in-code-points", healthy: "ab", faulty: "a") { rig in
      rig.open("/* \u{1F600} */ int a() { return 1; }\n")
      rig.change([Rig.edit((0, 14), (0, 14), "b")], version: 2)
      return rig.names()
    },
    Scenario("query-columns-in-bytes", healthy: "1", faulty: "0") { rig in
      rig.open("int f() { return 1; }\n/* ääää */ int main() { return f(); }\n")
      return "\(rig.ask("definition", at: (1, 31)).array?.count ?? -1)"
    },
    Scenario("range-past-line-end", healthy: "[21]", faulty: "[22]") { rig in
      rig.open("int main() { return 1\n}\n")
      let ends = rig.ask("diagnostics")
      let columns = (ends["items"] ?? ends).array?.compactMap { $0["range"]?["end"]?["character"]?.integer } ?? []
      return "\(columns)"
    },
  ]
}
