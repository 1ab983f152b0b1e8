import JSONRPC
import Testing

@testable import Recorder

@Suite struct TapTests {
  /// Which of these reads of the client's bytes are recorded without waiting for more traffic.
  private func urgency(of reads: [String], stream: Intake.Stream = .client) -> [Bool] {
    var tap = Tap(stream, framing: .contentLength)
    return reads.map { read in
      tap.clear()
      framed(read).withUnsafeBytes { tap.consume($0) }
      return tap.isUrgent
    }
  }

  private func request(_ method: String, _ rest: String = "") -> String { "{\"id\":1,\"method\":\"\(method)\"\(rest)}" }

  /// Some editors kill the server, which is us, as soon as they have sent `exit`.
  @Test func theFirstMessageAndAllFromShutdownOnAreUrgent() {
    let reads = ["initialize", "textDocument/hover", "shutdown", "late", "exit"].map { request($0) }
    #expect(urgency(of: reads) == [true, false, true, true, true])
    #expect(urgency(of: ["first", "exit", "anything"].map { request($0) }) == [true, true, true])
  }

  @Test func aTextThatMentionsShutdownIsNotTheEnd() {
    let text = String(repeating: " ", count: 300) + "\\\"shutdown\\\""
    let reads = [request("first"), request("textDocument/didOpen", ",\"text\":\"\(text)\""), request("last")]
    #expect(urgency(of: reads) == [true, false, false])
  }

  @Test func theServersMessagesAreNotUrgent() {
    #expect(urgency(of: [request("first"), request("exit")], stream: .server) == [false, false])
  }
}
