import JSONRPC
import Recording
import SyntheticConversations
import Testing

@testable import Checkers

/// What all checkers find in a conversation.
func findings(
  in talk: ConversationBuilder, isComplete: Bool = true, framing: Framing = .contentLength,
  limits: CheckerLimits = CheckerLimits()
) -> [Finding] {
  Checkers.findings(in: talk.records, framing: framing, isComplete: isComplete, limits: limits)
}

/// Builds a session around `middle` and expects that exactly `expected` is found, as "checker@record" with a "?" behind
/// observations.
func check(
  finds expected: String..., isComplete: Bool = true, promises: ServerPromises = [],
  limits: CheckerLimits = CheckerLimits(), sourceLocation: SourceLocation = #_sourceLocation,
  _ middle: (inout ConversationBuilder) -> Void
) {
  check(
    finds: expected, isComplete: isComplete, promises: promises, limits: limits, sourceLocation: sourceLocation, middle)
}

/// The same with a list.
func check(
  finds expected: [String], isComplete: Bool = true, promises: ServerPromises = [],
  limits: CheckerLimits = CheckerLimits(), sourceLocation: SourceLocation = #_sourceLocation,
  _ middle: (inout ConversationBuilder) -> Void
) {
  var talk = ConversationBuilder.begun()
  middle(&talk)
  if !talk.hasEnded { talk.goodbye() }
  var limits = limits
  limits.promises.formUnion(promises)
  let found = findings(in: talk, isComplete: isComplete, limits: limits)
  expect(found, expected, sourceLocation)
}

/// The same for query-engine-v2; the handshake has the records 0 and 1.
func checkEngine(
  finds expected: String..., limits: CheckerLimits = CheckerLimits(),
  sourceLocation: SourceLocation = #_sourceLocation, _ middle: (inout ConversationBuilder) -> Void
) {
  checkEngine(finds: expected, limits: limits, sourceLocation: sourceLocation, middle)
}

/// The same with a list.
func checkEngine(
  finds expected: [String], limits: CheckerLimits = CheckerLimits(),
  sourceLocation: SourceLocation = #_sourceLocation, _ middle: (inout ConversationBuilder) -> Void
) {
  var talk = ConversationBuilder.engineBegun()
  middle(&talk)
  if !talk.hasEnded { talk.endOfInput() }
  expect(findings(in: talk, framing: .lines, limits: limits), expected, sourceLocation)
}

private func expect(_ found: [Finding], _ expected: [String], _ sourceLocation: SourceLocation) {
  let brief = found.map { "\($0.checker)@\($0.record)\($0.weight == .observation ? "?" : "")" }
  #expect(brief == expected, "\(found)", sourceLocation: sourceLocation)
  for finding in found { #expect(!finding.expected.isEmpty && !finding.came.isEmpty) }
}

extension ConversationBuilder {
  fileprivate var hasEnded: Bool { records.last.map { if case .end = $0.event { true } else { false } } ?? false }
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
    let properties = Checkers.properties
    #expect(Set(properties.map(\.id)).count == properties.count)
    for property in properties { #expect(property.purpose.hasSuffix(".")) }
  }

  /// A checker stands in the lists of the protocols that its property has a weight for, and in no other.
  @Test(arguments: ProtocolKind.allCases)
  func theListsAgreeWithTheWeights(kind: ProtocolKind) {
    let listed = Checkers.all(for: kind).map { $0.property }
    #expect(listed.allSatisfy { $0.weight(in: kind) != nil })
    let others = Checkers.properties.filter { !listed.contains($0) }
    #expect(!others.isEmpty && others.allSatisfy { $0.weight(in: kind) == nil })
  }

  @Test func aHealthyEngineHasNoFindings() {
    checkEngine { talk in
      talk.acknowledge(talk.engineOpen("file:///u", "int a;\n"), 1)
      talk.acknowledge(talk.request("engine_update_config", ["defines": []]), 2)
      talk.acknowledge(talk.engineChange("/u", version: 2, [edit(0, 4, 0, 5, "bc")]), 3)
      let symbols = talk.query("document_symbols", "a")
      let hover = talk.query("hover", "b", ["uri": "file:///u", "position": ["line": 0, "character": 5]])
      talk.answer(talk.cancel(symbols), ["accepted": true])
      talk.replyCancelled(symbols)
      talk.reply(hover, used: 3, ["contents": "bc", "range": range(0, 4, 0, 6)])
      talk.reply(talk.query("hover", "c", snapshot: "snp-1"), used: 1)
      talk.reply(talk.query("hover", "d", snapshot: "snp-1"), used: 1)
      talk.reply(talk.query("hover", "e", snapshot: "snp-999"), error: "SNAPSHOT_NOT_FOUND")
      talk.acknowledge(talk.engineChange("file:///u", version: 3, "int whole;\n"), 4)
      let definition = talk.query("definition", "f")
      talk.reply(definition, used: 4, [["uri": "file:///u", "range": range(0, 4, 0, 9)]])
      talk.acknowledge(talk.engineClose("file:///u"), 5)
    }
  }

  @Test func linesOfAnotherProtocolAreNotJudgedAsLSP() {
    var talk = ConversationBuilder()
    talk.exchange("tools/list", result: ["tools": []])
    talk.notify("notifications/progress", from: .server)
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
