import JSONRPC
import Recording
import SyntheticConversations
import Testing

@testable import Checkers

/// What all checkers find in a conversation.
func findings(
  in talk: ConversationBuilder, isComplete: Bool = true, framing: Framing = .contentLength
) -> [Finding] {
  var judge = Judge(framing: framing)
  return talk.records.flatMap { judge.consume($0) } + judge.finish(isComplete: isComplete)
}

/// Builds a session around `middle` and expects that exactly `expected` is found, as "checker@record" with a "?" behind
/// observations.
func check(
  finds expected: String..., isComplete: Bool = true, sourceLocation: SourceLocation = #_sourceLocation,
  _ middle: (inout ConversationBuilder) -> Void
) {
  var talk = ConversationBuilder.begun()
  middle(&talk)
  if talk.records.last.map({ if case .end = $0.event { true } else { false } }) == false { talk.goodbye() }
  let found = findings(in: talk, isComplete: isComplete)
  let brief = found.map { "\($0.checker)@\($0.record)\($0.weight == .observation ? "?" : "")" }
  #expect(brief == expected, "\(found)", sourceLocation: sourceLocation)
  for finding in found { #expect(!finding.expected.isEmpty && !finding.came.isEmpty) }
}

@Suite struct HealthyTests {
  @Test func aHealthySessionHasNoFindings() {
    check { talk in
      talk.open("u", "int main() {}\n")
      talk.publish("u", version: 1, "unused")
      for version in 2...5 { talk.change("u", version: version, edit(0, 0, 0, 0, "x")) }
      let hover = talk.request("textDocument/hover")
      let completion = talk.request("textDocument/completion")
      talk.answer(completion, [])
      talk.answer(hover, nil)
      let cancelled = talk.request("textDocument/references")
      talk.cancel(cancelled)
      talk.fail(cancelled, code: -32800)
      talk.answer(talk.request("workspace/configuration", from: .server), [nil])
      let create = talk.request("window/workDoneProgress/create", ["token": 1], from: .server)
      talk.answer(create)
      for kind in ["begin", "report", "end", "begin", "end"] { talk.progress(1, kind) }
      talk.publish("u", version: 3)
      talk.publish("u", version: 5)
      talk.save("u", text: "xxxxint main() {}\n")
      talk.close("u")
      talk.publish("u")
      talk.open("u", "again", version: 1)
      talk.publish("u", version: 1)
      talk.append(.standardError(Array("I[12:00] indexing".utf8)))
    }
  }

  @Test func theListHasEachIdOnceWithASentence() {
    let properties = (Checkers.general + Checkers.languageServer).map { $0.property }
    #expect(Set(properties.map(\.id)).count == properties.count)
    for property in properties { #expect(property.purpose.hasSuffix(".")) }
  }

  @Test func linesOfAnotherProtocolAreNotJudgedAsLSP() {
    var talk = ConversationBuilder()
    talk.exchange("get_protocol_info")
    talk.exchange("engine_open_document")
    #expect(findings(in: talk, framing: .lines).isEmpty)
    #expect(!findings(in: talk, framing: .contentLength).isEmpty)
  }

  /// A recording cut anywhere is judged by what is there.
  @Test func aRecordingCutAnywhereHasNoFindings() {
    var talk = ConversationBuilder.begun()
    talk.open("u", "x")
    let hover = talk.request("textDocument/hover")
    talk.cancel(hover)
    talk.progress(1, "begin")
    talk.answer(hover)
    talk.goodbye()
    for count in 0...talk.records.count {
      var judge = Judge(framing: .contentLength)
      let found = talk.records.prefix(count).flatMap { judge.consume($0) } + judge.finish(isComplete: false)
      #expect(found.filter { $0.weight == .must }.isEmpty)
    }
  }
}
