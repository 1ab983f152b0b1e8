import EngineProtocols
import JSONRPC
import Testing

/// The eight invariants of query-engine-v2, at the wire: in this process and over stdio.
struct InvariantTests {
  private static let channels = Channel.allCases

  /// INV-01.
  @Test(arguments: channels)
  func revisionsOfMutationsStrictlyIncreaseAndNameTheirSnapshots(channel: Channel) throws {
    let wire = try Wire(.queryEngine, channel)
    var acknowledgements = [wire.open()]
    for version in 2...20 {
      acknowledgements.append(wire.edit(version, [Wire.change((1, 0), (1, 0), " ")]))
      acknowledgements.append(wire.call("engine_update_config", ["settings": ["defines": [.string("A=\(version)")]]]))
    }
    acknowledgements.append(wire.call("engine_update_workspace", ["added": ["/work/b.pike"]]))
    acknowledgements.append(wire.call("engine_close_document", ["uri": .string(Wire.uri)]))
    let revisions = acknowledgements.map { $0["result"]?["revision"]?.integer ?? -1 }
    #expect((revisions.first ?? 0) >= 1)
    #expect(zip(revisions, revisions.dropFirst()).allSatisfy { $0 < $1 }, "\(revisions)")
    #expect(acknowledgements.map { $0["result"]?["snapshotId"]?.string } == revisions.map { "snp-\($0)" })
  }

  /// INV-02.
  @Test(arguments: channels)
  func everyReadNamesItsSnapshotAndAFixedOneTheOneAskedFor(channel: Channel) throws {
    let wire = try Wire(.queryEngine, channel)
    let first = try #require(wire.open()["result"]?["snapshotId"]?.string)
    let second = try #require(
      wire.edit(2, [Wire.change((1, 7), (1, 12), "salute")])["result"]?["snapshotId"]?.string)
    #expect(first != second)
    for snapshot in [first, second, first] {
      let result = wire.query("document_symbols", .string("fixed-\(snapshot)"), snapshot: snapshot)["result"]
      #expect(result?["snapshotIdUsed"]?.string == snapshot)
      let name = result?["result"]?["payload"]?[0]?["name"]?.string
      #expect(name == (snapshot == first ? "greet" : "salute"))
      #expect(result?["result"]?["revision"]?.integer.map { "snp-\($0)" } == snapshot)
    }
    let latest = wire.query("document_symbols", "latest")["result"]
    let used = latest?["snapshotIdUsed"]?.string?.dropFirst(4)
    #expect(try #require(used.flatMap { Int($0) }) >= 2)
    #expect(latest?.object?.filter { $0.key == "snapshotIdUsed" }.count == 1)
  }

  /// INV-03.
  @Test(arguments: channels)
  func identicalQueriesOverOneFixedSnapshotHaveEqualResults(channel: Channel) throws {
    let wire = try Wire(.queryEngine, channel)
    let snapshot = try #require(wire.open()["result"]?["snapshotId"]?.string)
    let position: JSONValue = ["uri": .string(Wire.uri), "position": Wire.position(7, 9), "newName": "hail"]
    let features = [
      "diagnostics", "completion", "hover", "signature_help", "definition", "references", "document_highlight",
      "document_symbols", "folding_ranges", "semantic_tokens", "prepare_rename", "rename", "workspace_symbols",
      "workspace_diagnostics",
    ]
    let before = features.map {
      wire.query($0, .string("before-\($0)"), position, snapshot: snapshot)["result"]?["result"]
    }
    _ = wire.edit(2, [Wire.change((0, 0), (4, 0), "")])
    let after = features.map {
      wire.query($0, .string("after-\($0)"), position, snapshot: snapshot)["result"]?["result"]
    }
    for (feature, (one, other)) in zip(features, zip(before, after)) {
      #expect(one?["payload"] != nil, "\(feature) has no payload")
      #expect(one == other, "\(feature) differs")
    }
  }

  /// INV-04. The query and its cancel come in one piece, so that the query is open when the cancel is read.
  @Test(arguments: channels)
  func aCancelledQueryIsAnsweredWithTheCodeAndNothingElse(channel: Channel) throws {
    let wire = try Wire(.queryEngine, channel, engine: channel == .inProcess ? .hanging : nil)
    // Over stdio, work that takes far longer than reading the next line.
    _ = wire.open(String(repeating: Wire.program, count: channel == .stdio ? 2000 : 1))
    for round in 0..<10 {
      let (query, cancel) = (1000 + round, 2000 + round)
      let text = """
        {"id":\(query),"method":"engine_query","params":{"feature":"diagnostics","requestId":"r\(round)",\
        "snapshot":{"mode":"latest"},"queryParams":{"uri":"\(Wire.uri)"}}}
        {"id":\(cancel),"method":"engine_cancel_request","params":{"requestId":"r\(round)"}}

        """
      wire.send(raw: Array(text.utf8))
      let answer = wire.answer(to: query)
      #expect(answer["error"]?["code"]?.integer == -32800)
      #expect(answer["error"]?["data"]?["metrics"]?["cancelled"]?.bool == true)
      #expect(wire.answer(to: cancel)["result"] == ["accepted": true])
      // The id stays what it is.
      let again = wire.query("hover", .string("r\(round)"))
      #expect(again["error"]?["code"]?.integer == -32800)
      // Edits make every round a question of its own.
      _ = wire.edit(round + 2, [Wire.change((0, 0), (0, 0), " ")])
    }
    for round in 0..<10 {
      let answers = wire.messages.filter { $0["id"]?.integer == 1000 + round }
      #expect(answers.count == 1)
    }
  }

  /// INV-05.
  @Test(
    arguments: channels,
    ["snp-999999", "snp-0", "snp-", "snp-01", "snp--1", "snp-18446744073709551616", "elsewhere", ""])
  func anUnknownFixedSnapshotIsSaidToBeNotThereAndTheLoopLivesOn(channel: Channel, snapshot: String) throws {
    let wire = try Wire(.queryEngine, channel)
    wire.open()
    let answer = wire.query(
      "hover", "lost", ["uri": .string(Wire.uri), "position": Wire.position(1, 8)], snapshot: snapshot)
    #expect(answer["result"]?["error"]?["code"]?.string == "SNAPSHOT_NOT_FOUND")
    #expect(answer["result"]?["snapshotIdUsed"]?.string == snapshot)
    #expect(answer["result"]?["metrics"]?["requestId"]?.string == "lost")
    let next = wire.query("document_symbols", "found")
    #expect(next["result"]?["result"]?["payload"]?.array?.count == 2)
  }

  /// INV-06, from the server's side.
  @Test(arguments: channels)
  func theHandshakeRefusesOtherProtocolsAndMajorVersions(channel: Channel) throws {
    let wire = try Wire(.queryEngine, channel)
    let info = wire.call("get_protocol_info")["result"]
    #expect(info?["protocol"]?.string == "query-engine-v2")
    #expect(info?["version"]?.string == "2.0.0")
    #expect(info?["major"]?.integer == 2 && info?["minor"]?.integer == 0)
    for name in ["snapshot", "cancellation", "analyze"] { #expect(info?["capabilities"]?[name]?.bool == true) }
    #expect(info?["build_id"]?.string?.isEmpty == false)

    let others: [JSONValue] = [
      ["protocol": "query-engine-v1"], ["major": 3], ["major": 1], ["major": "2"], ["version": "3.0.0"],
      ["protocol": 7], ["protocol": "query-engine-v2", "major": 1, "minor": 0],
    ]
    for other in others {
      let refusal = wire.call("get_protocol_info", other)
      #expect(refusal["error"]?["data"]?["code"]?.string == "PROTOCOL_MISMATCH", "\(other)")
      #expect(wire.open()["error"]?["data"]?["code"]?.string == "PROTOCOL_MISMATCH")
    }
    let fitting: JSONValue = ["protocol": "query-engine-v2", "major": 2, "minor": 9, "version": "2.9.1", "new": [1]]
    #expect(wire.call("get_protocol_info", fitting)["result"]?["major"]?.integer == 2)
    #expect(wire.open()["result"]?["revision"] != nil)
  }

  /// INV-06, from the client's side.
  @Test(arguments: [
    (#"{"protocol":"query-engine-v2","major":2,"minor":0}"#, true),
    (#"{"protocol":"query-engine-v2","major":2,"minor":7,"more":{}}"#, true),
    (#"{"protocol":"query-engine-v2","major":3,"minor":0}"#, false),
    (#"{"protocol":"query-engine-v1","major":2,"minor":0}"#, false),
    (#"{"major":2}"#, false), (#"{"protocol":"query-engine-v2"}"#, false), ("[]", false),
    (#"{"protocol":"query-engine-v2","major":"2"}"#, false),
  ])
  func aServerIsAcceptedByNameAndMajorVersion(info: String, isAccepted: Bool) throws {
    let value = try JSONValue(parsing: Array(info.utf8))
    var accepts = true
    do throws(QueryEngineProtocol.Mismatch) { try QueryEngineProtocol.check(server: value) } catch { accepts = false }
    #expect(accepts == isAccepted)
  }

  /// INV-07.
  @Test(arguments: channels)
  func rangedEditsAreSeenByTheReadsAfterThem(channel: Channel) throws {
    let wire = try Wire(.queryEngine, channel)
    wire.open("int a;\n")
    // All in one piece: nothing waits for anything.
    var text = ""
    for version in 2...30 {
      let change =
        #"{"range":{"start":{"line":0,"character":4},"end":{"line":0,"character":\#(version == 2 ? 5 : 4 + "v\(version - 1)".count)}},"text":"v\#(version)"}"#
      text += """
        {"id":\(version * 10),"method":"engine_change_document","params":{"uri":"\(Wire.uri)","version":\(version),"changes":[\(change)]}}
        {"id":\(version * 10 + 1),"method":"engine_query","params":{"feature":"document_symbols","requestId":\(version),\
        "snapshot":{"mode":"latest"},"class":"interactive","queryParams":{"uri":"\(Wire.uri)"}}}

        """
      if version % 5 == 0 {
        wire.send(raw: Array(text.utf8))
        text = ""
        let result = wire.answer(to: version * 10 + 1)["result"]?["result"]
        #expect(result?["payload"]?[0]?["name"]?.string == "v\(version)")
        // What was found on disk meanwhile makes revisions of its own, to which a read that waits for it moves on.
        let made = wire.answer(to: version * 10)["result"]?["revision"]?.integer ?? .max
        #expect((result?["revision"]?.integer ?? 0) >= made)
      }
    }
  }

  /// INV-08.
  @Test(arguments: channels)
  func everyQueryHasItsTelemetryAndNoFailureEndsTheLoop(channel: Channel) throws {
    let wire = try Wire(.queryEngine, channel)
    wire.open()
    let members = [
      "requestId", "snapshotRequested", "snapshotIdUsed", "durationMs", "queueWaitMs", "cancelled", "cacheHit",
      "recomputed", "class", "work",
    ]
    let queries: [(JSONValue, isError: Bool)] = [
      (Wire.query("diagnostics", "a"), false), (Wire.query("document_symbols", 2), false),
      (Wire.query("nonsense", "b"), true), (Wire.query("hover", "c"), true), (["requestId": "d"], true),
      (Wire.query("hover", "e", ["uri": "", "position": Wire.position(0, 0)]), true), ([:], true), (7, true),
      (Wire.query("hover", "f", ["uri": 5, "position": Wire.position(0, 0)]), true),
      (Wire.query("document_symbols", "g"), false),
    ]
    for (params, isError) in queries {
      let result = wire.call("engine_query", params)["result"]
      #expect((result?["error"] != nil) == isError, "\(params)")
      if isError { #expect(result?["error"]?["code"]?.string == "INVALID_PARAMS") }
      for member in members { #expect(result?["metrics"]?[member] != nil, "\(member) of \(params)") }
      #expect(result?["metrics"]?["requestId"] == result?["requestId"])
    }
    let first = wire.query("semantic_tokens", "cold")["result"]?["metrics"]
    #expect(first?["cacheHit"]?.bool == false || first?["recomputed"]?.object?.isEmpty == false)
  }

  /// Each kind of work is told under its own name.
  @Test(arguments: channels)
  func workIsToldByKind(channel: Channel) throws {
    let wire = try Wire(.queryEngine, channel)
    wire.open("int one;\nint two() { return one + one; }\n")
    let work = wire.query("diagnostics", "cold")["result"]?["metrics"]?["work"]
    #expect(work?["items"]?.integer == 2)
    #expect((work?["tokens"]?.integer ?? 0) > 10)
    #expect((work?["uses"]?.integer ?? 0) > 1)
    #expect(wire.query("diagnostics", "warm")["result"]?["metrics"]?["work"]?.object?.isEmpty == true)
  }
}
