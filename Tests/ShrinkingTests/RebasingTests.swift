import JSONRPC
import Recording
import Replay
import Simulation
import SyntheticConversations
import Testing
import Transcript

@testable import Shrinking

private let uri = "file:///w/a"

/// What changes say, for comparing: `line:character-line:character text`.
private func edits(_ session: RecordedSession) -> [String] {
  session.said.filter { $0.method == "textDocument/didChange" }.flatMap { said in
    (said.params["contentChanges"]?.array ?? []).map { change in
      guard let range = change["range"], let start = Position(range["start"]), let end = Position(range["end"]) else {
        return "all \(change["text"]?.string ?? "")"
      }
      return "\(start)-\(end) \(change["text"]?.string ?? "")"
    }
  }
}

private func text(_ session: RecordedSession) -> String? {
  let transcript = Transcript(session.records)
  return transcript.documents.text(of: uri, atRecord: session.records.count).map { String(decoding: $0, as: UTF8.self) }
}

@Suite struct RebasingTests {
  struct Case: Sendable {
    var text: String
    var edits: [JSONValue]
    var dropped: Int
    var left: [String]
    var result: String
  }

  @Test(arguments: [
    // An insertion before.
    Case(
      text: "abc", edits: [edit(0, 0, 0, 0, "XX"), edit(0, 4, 0, 4, "Y")], dropped: 0, left: ["0:2-0:2 Y"],
      result: "abYc"),
    // A line before.
    Case(
      text: "a\nb", edits: [edit(0, 1, 0, 1, "\nn"), edit(2, 0, 2, 1, "c")], dropped: 0, left: ["1:0-1:1 c"],
      result: "a\nc"),
    // A deletion before.
    Case(
      text: "abcdef", edits: [edit(0, 1, 0, 3, ""), edit(0, 2, 0, 3, "Z")], dropped: 0, left: ["0:4-0:5 Z"],
      result: "abcdZf"),
    // What was typed into what is not there any more.
    Case(
      text: "ab", edits: [edit(0, 1, 0, 1, "xyz"), edit(0, 2, 0, 3, "Q")], dropped: 0, left: ["0:1-0:1 Q"],
      result: "aQb"),
    // A deletion across the place where text stays now.
    Case(
      text: "abcd", edits: [edit(0, 1, 0, 3, ""), edit(0, 0, 0, 2, "")], dropped: 0, left: ["0:0-0:4 "], result: ""),
    // Units of UTF-16.
    Case(
      text: "é𝄞z", edits: [edit(0, 1, 0, 3, ""), edit(0, 2, 0, 2, "!")], dropped: 0, left: ["0:4-0:4 !"], result: "é𝄞z!"
    ),
    // A whole text is what it is.
    Case(
      text: "abc", edits: [edit(0, 0, 0, 0, "XX"), whole("new"), edit(0, 3, 0, 3, "er")], dropped: 0,
      left: ["all new", "0:3-0:3 er"], result: "newer"),
    Case(
      text: "abc", edits: [whole("abc\nnew"), edit(1, 3, 1, 3, "er"), edit(0, 1, 0, 1, "-")], dropped: 0,
      left: ["0:3-0:3 er", "0:1-0:1 -"], result: "a-bcer"),
    // Between the two halves of a line end there is no place.
    Case(
      text: "a\r\nb", edits: [edit(0, 1, 1, 0, ""), edit(0, 1, 0, 1, "x")], dropped: 0, left: ["0:1-0:1 x"],
      result: "ax\r\nb"),
  ])
  func laterEditsAreAboutTheSameText(_ example: Case) {
    var client = TestClient()
    client.open(uri, example.text)
    for change in example.edits { client.change(uri, change) }
    let draft = SessionModel(client.session).draft(.dropping([3 + example.dropped])).session
    #expect(Legality.problems(in: draft) == [])
    #expect(edits(draft) == example.left)
    #expect(text(draft) == example.result)
  }

  /// What judges the candidates sees what can be wrong with them.
  @Test func illegalSessionsAreSeen() {
    func problems(_ act: (inout TestClient) -> Void) -> Int {
      var client = TestClient()
      client.open(uri, "ab")
      act(&client)
      return Legality.problems(in: client.session).count
    }
    #expect(problems { $0.change(uri, edit(0, 1, 0, 2, "x")) } == 0)
    #expect(problems { $0.change(uri, edit(0, 1, 0, 3, "x")) } == 1)
    #expect(problems { $0.change(uri, edit(1, 0, 1, 0, "x")) } == 2)
    #expect(problems { $0.change("file:///w/b", whole("x")) } == 1)
    #expect(problems { $0.open(uri, "twice") } == 1)
    #expect(
      problems {
        $0.close(uri); $0.close(uri)
      } == 1)
    #expect(problems { $0.request("hover", uri, 0, 3) } == 1)
    #expect(problems { $0.request("hover", "file:///w/b", 0, 0) } == 1)
  }

  @Test func positionsOfRequestsMoveToo() {
    var client = TestClient()
    client.open(uri, "ab")
    client.change(uri, edit(0, 1, 0, 1, "\n\n"))
    client.request("hover", uri, 2, 1)
    let draft = SessionModel(client.session).draft(.dropping([3])).session
    #expect(draft.said.last?.params["position"] == ["line": 0, "character": 2])
  }

  @Test func whatCannotBeAnyMoreGoes() {
    var client = TestClient()
    client.open(uri, "ab")
    client.change(uri, edit(0, 1, 0, 1, "x"))
    let asked = client.request("completion", uri, 0, 1)
    client.request("completionItem/resolve", ["$from": number(asked), "at": [0]])
    client.close(uri)
    client.open(uri, "cd")
    client.change(uri, edit(0, 2, 0, 2, "e"))
    let model = SessionModel(client.session)
    // The document is never opened: all that is about its first life goes, and what uses an answer about it.
    #expect(
      model.draft(.dropping([2])).session.methods.dropFirst(2) == ["textDocument/didOpen", "textDocument/didChange"])
    // It stays open: it is not opened twice, and later edits are applied to what there is.
    let joined = model.draft(.dropping([6])).session
    #expect(Legality.problems(in: joined) == [])
    #expect(joined.methods.filter { $0 == "textDocument/didOpen" }.count == 1)
    #expect(text(joined)?.contains("e") == true)
    #expect(model.draft(.dropping([4])).session.methods.contains("completionItem/resolve") == false)
    #expect(model.draft(.dropping([5])).session.methods.contains("completionItem/resolve") == false)
  }

  @Test func anAnswerThatIsNeverGivenIsNotWaitedFor() {
    var client = TestClient()
    client.request("a", [:])
    client.request("b", [:])
    client.send(["jsonrpc": "2.0", "method": "c", "$after": [2, 3]])
    client.goodbye()
    let model = SessionModel(client.session)
    #expect(model.draft(.dropping([2])).session.said[3].json["$after"] == [3])
    #expect(model.draft(.dropping([2, 3])).session.said[2].json["$after"] == nil)
    #expect(model.draft(.dropping([5])).session.methods.suffix(1) == ["c"])
  }

  @Test func changedFilesKeepTheirMessages() {
    var client = TestClient()
    for name in ["a", "b", "c"] {
      client.notify("workspace/didChangeWatchedFiles", ["changes": [["uri": .string("file:///w/\(name)"), "type": 2]]])
    }
    var session = client.session
    for (index, name) in ["a", "b", "c"].enumerated() {
      var file = TestClient.file(name, "text of \(name)")
      file.change = index
      session.records.append(Record(number: session.records.count, time: 0, event: .file(file)))
    }
    let draft = SessionModel(session).draft(.dropping([3])).session
    #expect(draft.changedFiles.map(\.path) == ["a", "c"])
    #expect(draft.changedFiles.map(\.change) == [0, 1])
  }

  /// Any edits, any of them left out.
  @Test(arguments: 0..<10)
  func whateverIsLeftOutDocumentsAreConsistent(_ seed: Int) {
    var choices = Choices(seed: UInt64(seed))
    var client = TestClient()
    var text = DocumentText("one\r\ntwo é𝄞\nthree\n")
    client.open(uri, text.string)
    func position() -> (Position, Int) {
      text.position(
        at: TextPieces.characters(text.bytes).map(\.lowerBound)[
          choices.draw("place", below: TextPieces.characters(text.bytes).count)], in: .utf16)
    }
    for _ in 0..<40 {
      if text.bytes.count < 8 || choices.draw("whole", below: 10) == 0 {
        text = DocumentText(
          "fresh\n" + text.string.unicodeScalars.suffix(12).reduce(into: "") { $0.unicodeScalars.append($1) })
        client.change(uri, whole(text.string))
        continue
      }
      var (start, end) = (position(), position())
      if end.1 < start.1 { swap(&start, &end) }
      if end.1 - start.1 > 6 { end = start }
      let inserted = ["", "a", "é", "x\ny", "\r\n", "𝄞"][choices.draw("text", below: 6)]
      client.change(uri, edit(start.0.line, start.0.character, end.0.line, end.0.character, inserted))
      text.replace(start.1..<end.1, with: Array(inserted.utf8))
      let (asked, _) = text.position(at: TextPieces.characters(text.bytes).last?.lowerBound ?? 0, in: .utf16)
      client.request("hover", uri, asked.line, asked.character)
    }
    #expect(Legality.problems(in: client.session) == [])
    let model = SessionModel(client.session)
    let isTheSame = model.draft().session.records == client.session.records
    #expect(isTheSame)
    for _ in 0..<5 {
      let steps = model.steps.indices.dropFirst(3)
      let draft = model.draft(.dropping(steps.filter { _ in choices.draw("drop", below: 3) == 0 }))
      #expect(Legality.problems(in: draft.session) == [])
      let again = SessionModel(draft.session)
      let isStable = again.draft().session.records == draft.session.records
      #expect(isStable)
    }
  }

  @Test(arguments: 0..<10)
  func editsThatAreMadeEarlierEndInTheSameText(_ seed: Int) {
    var planted = PlantedSession(seed: UInt64(seed))
    planted.open(uri)
    for index in 0..<12 {
      planted.type(["x", "foo\n", "é"][index % 3], in: uri)
      planted.ask("hover", uri)
    }
    let model = SessionModel(planted.client.session)
    let changed = model.steps.indices.filter { if case .change = model.steps[$0].act { true } else { false } }
    for count in stride(from: 1, through: changed.count, by: 3) {
      var changes = Changes()
      for step in changed.prefix(count) { changes.advanced[step] = 2 }
      let draft = model.draft(changes).session
      #expect(text(draft) == text(planted.client.session))
      #expect(Legality.problems(in: draft) == [])
      #expect(draft.said.count == planted.client.bodies.count - count)
    }
  }
}
