import JSONRPC
import Measurement
import Recording
import SyntheticConversations
import Testing

@testable import Reporting

@Suite struct StatsTests {
  private func summary(_ talk: ConversationBuilder) throws -> RecordingSummary {
    var reader = try RecordingReader(bytes: talk.file(command: ["clangd", "-x"]))
    var summary = RecordingSummary(header: reader.header)
    while let record = try reader.next() { summary.consume(record) }
    summary.finish()
    return summary
  }

  private func session() -> ConversationBuilder {
    var talk = ConversationBuilder.begun()
    talk.open("u", "abc")
    talk.change("u", version: 2, whole("x"))
    for _ in 0..<3 { talk.exchange("textDocument/hover", result: nil) }
    let cancelled = talk.request("textDocument/hover")
    talk.cancel(cancelled)
    talk.fail(cancelled, code: -32800)
    talk.publish("u", version: 2, "a", "b")
    talk.request("textDocument/completion")
    talk.append(.standardError(Array("oops\n".utf8)))
    talk.append(.noise(from: .server, Array("junk".utf8)))
    talk.append(.gap(Gap(messages: PerParty(client: 1), bytes: 3, reason: "disk full")))
    talk.goodbye()
    return talk
  }

  @Test func everythingIsCounted() throws {
    let summary = try summary(session())
    let hover = try #require(summary.methods.first { $0.name == "textDocument/hover" })
    #expect((hover.count, hover.answered, hover.errors, hover.cancelled) == (4, 4, 1, 1))
    #expect(hover.latencies?.quantiles?.p50 == 1000)
    #expect(hover.latencies?.quantiles?.max == 2000 || hover.latencies?.quantiles?.max == 2001)
    let document = try #require(summary.documents.first)
    #expect((document.changes, document.firstVersion, document.lastVersion) == (1, 1, 2))
    #expect((document.publishes, document.diagnostics) == (1, 2))
    #expect(summary.unanswered == 1)
    #expect(summary.standardErrorBytes == 5)
    #expect(summary.noise == (1, 4))
    #expect(summary.gaps.count == 1)
    #expect(summary.duration == Int64(summary.records) * 1000)
    #expect(summary.client.messages + summary.server.messages + 6 == summary.records)
  }

  @Test func textAndJSONSayTheSame() throws {
    let summary = try summary(session())
    let text = SummaryText.render(
      summary, path: "s.trace.gz", fileBytes: 1000, state: .complete, palette: Palette(isOn: false))
    for part in ["s.trace.gz: complete", "clangd -x", "textDocument/hover", "1.00 ms", "disk full", "1–2"] {
      #expect(text.contains(part))
    }
    let json = SummaryJSON.file(summary, path: "s.trace.gz", fileBytes: 1000, state: .complete)
    #expect(json["client"]?["requests"]?.integer == summary.client.requests)
    #expect(json["methods"]?.array?.count == summary.methods.count)
    #expect(json["state"]?.string == "complete")
    #expect(json["end"]?["exit"]?.integer == 0)
  }

  /// A hostile recording cannot make the summary grow without bound.
  @Test func methodsBeyondALimitAreCountedTogether() throws {
    var talk = ConversationBuilder()
    for number in 0..<1000 { talk.notify("method/\(number)") }
    let summary = try summary(talk)
    #expect(summary.methods.count <= RecordingSummary.maximumMethods + 4)
    #expect(summary.methods.reduce(0) { $0 + $1.count } == 1000)
  }
}
