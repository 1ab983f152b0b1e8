import JSONRPC
import SyntheticConversations
import Testing

@testable import Checkers

/// Where the ranges of names may begin and end. Records 0 to 2 are the handshake; the document is opened in record 3.
@Suite struct WordTests {
  /// In UTF-16, `foo` is at columns 10 to 13 and `barge` at 16 to 21; in UTF-8, six further to the right.
  private static let text = "/* 渡し船 */ foo + barge;\n12abc"

  private static let ranges: [(JSONValue, Bool)] = [
    (range(0, 10, 0, 13), false), (range(0, 16, 0, 21), false), (range(0, 10, 0, 21), false),
    (range(0, 14, 0, 15), false),
    (range(0, 0, 0, 0), false), (range(0, 16, 0, 19), true), (range(0, 11, 0, 13), true), (range(0, 12, 0, 12), true),
    // A number may end where a name begins.
    (range(1, 2, 1, 5), false), (range(1, 2, 1, 4), false),
  ]

  @Test(arguments: ranges)
  func ofAHover(range: JSONValue, isCut: Bool) {
    let heldTo: [(ServerPromises, String)] = [([], "?"), (.exactPositions, "")]
    for (promises, mark) in heldTo {
      check(finds: isCut ? ["whole-words@5" + mark] : [], promises: promises) { talk in
        talk.open("u", Self.text)
        talk.exchange("textDocument/hover", ["textDocument": ["uri": "u"]], result: ["contents": "x", "range": range])
      }
    }
  }

  @Test(arguments: ranges)
  func ofAQueriedDefinition(range: JSONValue, isCut: Bool) {
    checkEngine(finds: isCut ? ["whole-words@5"] : []) { talk in
      talk.acknowledge(talk.engineOpen("file:///u", Self.text), 1)
      talk.reply(talk.query("definition", "a"), used: 1, [["uri": "file:///u", "range": range]])
    }
  }

  @Test func ofATextThatNobodyKnowsNothingIsSaid() {
    check { talk in
      talk.open("u", Self.text)
      talk.exchange(
        "textDocument/definition", ["textDocument": ["uri": "u"]],
        result: ["uri": "file:///closed", "range": range(0, 11, 0, 13)])
    }
  }
}
