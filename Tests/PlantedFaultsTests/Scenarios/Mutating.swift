import JSONRPC

/// What a client's changes, and those of the disk, come to.
extension Scenario {
  private static let text = "int f() { return 1; }\n"

  static let mutating: [Scenario] = [
    Scenario("cache-key-without-content", healthy: "g", faulty: "f") { rig in
      rig.open(text)
      rig.close()
      rig.open("int g() { return 1; }\n")
      return rig.names()
    },
    Scenario("settings-wait-for-edit", healthy: "", faulty: "undefined-name") { rig in
      rig.open("int main() { return nothing; }\n")
      rig.configure([:])
      rig.configure(["disabledDiagnostics": ["undefined-name"]])
      return rig.codes()
    },
    Scenario(
      "only-first-watched-file",
      files: ["/w/b.pike": "int f() { return 1; }\n", "/w/c.pike": "int f() { return 1; }\n"],
      healthy: "", faulty: "f"
    ) { rig in
      _ = rig.names(Rig.b) + rig.names("file:///w/c.pike")
      (rig.disk["/w/b.pike"], rig.disk["/w/c.pike"]) = ("int g() { return 1; }\n", "int g() { return 1; }\n")
      rig.touch([Rig.b, "file:///w/c.pike"])
      rig.settle()
      return rig.names(rig.ask("workspace_symbols", with: [JSONMember("query", "f")]))
    },
    Scenario("revision-repeated", healthy: "true", faulty: "false") { rig in
      let revisions = (0..<2).map { _ in
        rig.call("engine_update_config", ["settings": [:]])["result"]?["revision"]?.integer ?? -1
      }
      return "\(revisions[0] < revisions[1])"
    },
    Scenario("stat-without-time", files: ["/w/b.pike": text], healthy: "g", faulty: "f") { rig in
      _ = rig.names(Rig.b)
      rig.disk["/w/b.pike"] = "int g() { return 1; }\n"
      rig.touch([Rig.b])
      return rig.names(Rig.b)
    },
    Scenario("deleted-file-still-known", files: ["/w/b.pike": text], healthy: "INVALID_PARAMS", faulty: "f") { rig in
      _ = rig.names(Rig.b)
      rig.disk["/w/b.pike"] = nil
      rig.touch([Rig.b])
      return rig.names(Rig.b)
    },
    Scenario(
      "new-file-unseen", files: ["/w/a.pike": text], healthy: "unresolved-inherit ",
      faulty: "unresolved-inherit unresolved-inherit"
    ) { rig in
      rig.open("inherit \"b\";\n")
      let before = rig.codes()
      rig.disk["/w/b.pike"] = text
      rig.touch([Rig.b])
      return before + " " + rig.codes()
    },
    Scenario("half-written-file", files: ["/w/b.pike": text], healthy: "f g", faulty: "f") { rig in
      _ = rig.names(Rig.b)
      rig.disk["/w/b.pike"] = text + "int g() { return 1; }\n"
      rig.touch([Rig.b])
      return rig.names(Rig.b)
    },
    Scenario("edit-lost-in-burst", healthy: "fabc", faulty: "fab") { rig in
      rig.open(text)
      for (number, letter) in ["a", "b", "c"].enumerated() {
        rig.change([Rig.edit((0, 5 + number), (0, 5 + number), letter)], version: number + 2)
      }
      return rig.names()
    },
    Scenario("edits-applied-backwards", healthy: "fab", faulty: "fa") { rig in
      rig.open(text)
      rig.change([Rig.edit((0, 5), (0, 5), "a"), Rig.edit((0, 6), (0, 6), "b")], version: 2)
      return rig.names()
    },
    Scenario("crlf-becomes-two-lines", healthy: "1", faulty: "2") { rig in
      rig.open(text)
      rig.change([Rig.edit((0, 0), (0, 0), "//\r\n")], version: 2)
      return "\(rig.ask("document_symbols")[0]?["range"]?["start"]?["line"]?.integer ?? -1)"
    },
    Scenario("close-lost", healthy: "INVALID_PARAMS", faulty: "g") { rig in
      rig.open(text)
      rig.settle()
      rig.change(to: "int g() { return 1; }\n", version: 2)
      rig.close()
      return rig.names()
    },
  ]
}
