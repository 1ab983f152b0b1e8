import Testing

/// `reprise stress` with a server's process, as a user runs it.
@Suite struct StressedServerTests {
  private static let suite = """
    suite: small
    purpose: It holds.
    workloads: [{use: typist, with: {messages: 8}}]
    """
  private static let other = """
    suite: other
    purpose: It holds.
    protocols: [query-engine-v2]
    workloads: [snapshots]
    """

  private let scratch = Scratch()

  init() {
    scratch.write("small.yaml", Array(Self.suite.utf8))
    scratch.write("other.yaml", Array(Self.other.utf8))
  }

  private func stress(_ suites: String, _ options: String = "", server: String) -> Scratch.Run {
    scratch.reprise("stress \(suites) --runs 1 --quiet --language python --timeout 60s \(options) -- \(server)")
  }

  @Test func whatHoldsEndsWithZeroAndWhatIsSkippedIsSaid() {
    let run = stress("small.yaml other.yaml", server: "scripted-server plain")
    #expect(run.exit == 0, Comment(rawValue: run.output + run.errors))
    #expect(run.output.contains("PASS small: 2 runs of 1 sessions"))
    #expect(run.output.contains("SKIP other: it is for query-engine-v2, and the target speaks lsp"))
  }

  @Test func nothingButSkippedSuitesIsNoSuccess() {
    #expect(stress("other.yaml", server: "scripted-server plain").exit == 3)
  }

  @Test func aFaultEndsWithOneAndALineThatShowsItAgain() throws {
    let server = "scripted-server plain --fault stale-publish"
    let run = stress("small.yaml", "--no-shrink", server: server)
    #expect(run.exit == 1 && run.output.contains("publish-order"), Comment(rawValue: run.output + run.errors))
    let line = try #require(run.output.split(separator: "\n").first { $0.contains("    reproduce: ") })
    let again = scratch.shell(String(line.drop { $0 != ":" }.dropFirst()))
    #expect(again.exit == 1 && again.output.contains("publish-order"), Comment(rawValue: again.output + again.errors))
  }

  @Test(arguments: ["no-such-server", "false", "scripted-server lsp silent"])
  func aServerThatDoesNotTalkEndsWithThree(_ server: String) {
    let run = scratch.reprise("stress small.yaml --quiet --language python --timeout 1s -- \(server)")
    #expect(run.exit == 3 && run.errors.hasPrefix("reprise: "), Comment(rawValue: run.errors))
  }
}
