import JSONRPC
import Testing

@testable import Replay

@Suite struct AnswerComparisonTests {
  private typealias Circumstances = AnswerComparison.Circumstances

  private func answer(_ text: String) -> AnswerContent {
    AnswerContent(body: Array(#"{"jsonrpc":"2.0","id":1,\#(text)}"#.utf8))
  }

  private func check(
    _ method: String, _ recorded: String, _ replayed: String, _ expected: AnswerComparison.Finding?,
    _ circumstances: AnswerComparison.Circumstances = .init(), sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let finding = AnswerComparison().compare(
      method: method, recorded: answer(recorded), replayed: answer(replayed), circumstances)
    if let expected {
      #expect(finding == expected, sourceLocation: sourceLocation)
    } else {
      guard case .different(let places) = finding, !places.isEmpty else {
        Issue.record("expected a difference, got \(finding)", sourceLocation: sourceLocation)
        return
      }
    }
  }

  @Test(arguments: [
    ("x", #""result":{"a":1,"b":2}"#, #""result":{"b":2,"a":1}"#),
    ("x", #""result":[1,1.50,2e2]"#, #""result":[1.0,1.5,200]"#),
    ("x", #""result":"a\u00e9""#, #""result":"aé""#),
    ("textDocument/completion", #""result":[{"label":"a"},{"label":"b"}]"#, #""result":[{"label":"b"},{"label":"a"}]"#),
    (
      "textDocument/completion", #""result":{"items":[{"label":"a","data":1},{"label":"b","data":2}]}"#,
      #""result":{"items":[{"data":7,"label":"b"},{"label":"a","data":9}]}"#
    ),
    ("textDocument/diagnostic", #""result":{"resultId":"1","items":[]}"#, #""result":{"resultId":"2","items":[]}"#),
    (
      "textDocument/codeAction", #""result":[{"title":"t","command":{"command":"fix.123"}}]"#,
      #""result":[{"title":"t","command":{"command":"fix.99"}}]"#
    ),
    ("x", #""error":{"code":-32800,"message":"a"}"#, #""error":{"code":-32800,"message":"b"}"#),
    ("x", #""result":null,"error":null"#, #""result":null"#),
  ])
  func whatServersMayVaryIsTheSame(_ method: String, _ recorded: String, _ replayed: String) {
    check(method, recorded, replayed, .same)
  }

  @Test(arguments: [
    ("x", #""result":null"#, #""result":[]"#), ("x", #""result":{"a":null}"#, #""result":{}"#),
    ("x", #""result":[1,2]"#, #""result":[2,1]"#), ("x", #""result":1"#, #""result":"1""#),
    ("x", #""result":9007199254740993"#, #""result":9007199254740992"#),
    ("textDocument/completion", #""result":[{"label":"a"},{"label":"a"}]"#, #""result":[{"label":"a"}]"#),
    ("textDocument/hover", #""result":{"data":1}"#, #""result":{"data":2}"#),
    ("textDocument/hover", #""result":{"contents":"fix.12"}"#, #""result":{"contents":"fix.34"}"#),
    ("x", #""result":1"#, #""error":{"code":-32800,"message":"a"}"#),
    ("x", #""error":{"code":-32603,"message":"a"}"#, #""error":{"code":-32603,"message":"b"}"#),
  ])
  func everythingElseIsADifference(_ method: String, _ recorded: String, _ replayed: String) {
    check(method, recorded, replayed, nil)
  }

  @Test func aCancelledRequestMayBeAnsweredEitherWay() {
    let cancelled = Circumstances(isCancelled: true)
    check("x", #""result":1"#, #""error":{"code":-32800,"message":""}"#, .excused(.cancelled), cancelled)
    check("x", #""error":{"code":-32603,"message":""}"#, #""result":1"#, .excused(.cancelled), cancelled)
    check("x", #""result":1"#, #""result":2"#, nil, cancelled)
  }

  @Test func anOvertakenRequestMayBeGivenUpButNotFail() {
    let overtaken = Circumstances(isOvertaken: true)
    check("x", #""result":1"#, #""error":{"code":-32801,"message":""}"#, .excused(.overtaken), overtaken)
    check("x", #""result":1"#, #""error":{"code":-32603,"message":""}"#, nil, overtaken)
    check("x", #""result":1"#, #""result":2"#, nil, overtaken)
  }

  @Test func theFirstDifferentPlaceIsNamed() {
    let path = #"result.items[label="b"].detail"#
    check(
      "textDocument/completion", #""result":{"items":[{"label":"a"},{"label":"b","detail":"int"}]}"#,
      #""result":{"items":[{"label":"b","detail":"char"},{"label":"a"}]}"#,
      .different([JSONDifference(path: path, recorded: "int", replayed: "char")]))
  }

  @Test func partialResultsAreOneWithTheirAnswer() {
    let whole = AnswerContent(body: Array(#"{"id":1,"result":[1,2,3]}"#.utf8))
    let parts = AnswerContent(body: Array(#"{"id":1,"result":null}"#.utf8), parts: [[1], [2, 3]])
    #expect(whole == parts)
    let objects = AnswerContent(body: Array(#"{"id":1,"result":{"items":[2]}}"#.utf8), parts: [["items": [1]]])
    #expect(objects == .result(["items": [1, 2]]))
  }

  @Test func aBodyThatIsNoJSONIsADifference() {
    let broken = AnswerContent(body: Array("{".utf8))
    guard case .different = AnswerComparison().compare(method: "x", recorded: .result(1), replayed: broken) else {
      Issue.record("not seen")
      return
    }
  }
}
