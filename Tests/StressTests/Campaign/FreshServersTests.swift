import JSONRPC
import Recording
import Replay
import Testing

@testable import Stress

@Suite struct FreshServersTests {
  private static func events(_ answer: Int) -> [FreshOracle.Event] {
    let body = Array(#"{"jsonrpc":"2.0","id":"probe/0/textDocument/hover","result":\#(answer)}"#.utf8)
    return [(.message(from: .server, FramedMessage(body: body)), 0)]
  }

  /// What fresh servers say, one after the other; what the live one says; how many are asked, and whether that is a fault.
  private struct Case {
    var fresh: [Int]
    var dependsOnTime = true
    var live: Int
    var asked: Int
    var isFault: Bool
  }

  private static let cases = [
    Case(fresh: [1], live: 1, asked: 1, isFault: false),
    Case(fresh: [1, 1, 1], live: 2, asked: 3, isFault: true),
    // They do not agree: what they say depends on time.
    Case(fresh: [1, 1, 2], live: 2, asked: 3, isFault: false),
    Case(fresh: [1], dependsOnTime: false, live: 2, asked: 1, isFault: true),
  ]

  @Test(arguments: cases.indices)
  func asManyAreAskedAsItTakes(_ index: Int) throws {
    let example = Self.cases[index]
    var asked = 0
    var servers = FreshServers(dependsOnTime: example.dependsOnTime) {
      asked += 1
      return Self.events(example.fresh[asked - 1])
    }
    // Once asked, they are not asked again for another run of the session.
    for _ in 0..<2 {
      let finding = try servers.finding(in: Self.events(example.live))
      #expect((finding != nil) == example.isFault)
      #expect(asked == example.asked)
    }
  }
}
