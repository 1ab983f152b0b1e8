import Glibc
import JSONRPC
import Simulation
import Testing

@testable import Stress

private func read(_ text: String) throws(SuiteError) -> Suite {
  try SuiteReader.read(text, file: "a.yaml") { $0 == "file-read" || $0 == "client-read" }
}

@Suite struct SuiteReaderTests {
  private static let small = "suite: s\npurpose: It holds.\nworkloads: [typist]\n"

  @Test func whatIsNotSaidHasADefault() throws {
    let suite = try read(Self.small)
    #expect(suite.name == "s" && suite.purpose == "It holds.")
    #expect(suite.framings == [.contentLength] && suite.runsPerSession == 4 && suite.sessions == 200)
    #expect(suite.faults.count == 1 && suite.faults[0].isEmpty)
    #expect(suite.oracles.isEmpty && suite.limits.isEmpty && suite.schedulers.isEmpty)
    #expect(suite.budgets == Suite.Budgets())
    #expect(suite.ingredients.map(\.name) == ["typist"] && suite.ingredients[0].share == 1)
  }

  @Test func allCanBeSaid() throws {
    let suite = try read(
      """
      suite: s
      purpose: It holds.
      protocols: [query-engine-v2, lsp]
      workloads:
        - {use: typist, share: 3, scale: 5, with: {slips: 40}}
        - cancellation
      schedules: [fifo, "pct:3:400"]
      runs-per-session: 7
      sessions: 9
      faults:
        - []
        - [file-read=fail@5, client-read=stall:20]
      oracles: [fresh-equals-incremental]
      limits: {typing: 5 ms, snapshots-kept: 64}
      budgets: {processor-time: 250 ms, memory: 300 MB}
      """)
    #expect(suite.budgets == Suite.Budgets(processorTime: 250_000, memory: 300_000_000))
    #expect(suite.framings == [.lines, .contentLength])
    #expect(suite.ingredients.map(\.share) == [3, 1] && suite.ingredients.map(\.scale) == [5, 1])
    #expect(suite.schedulers == [.firstInFirstOut, .pct(depth: 3, length: 400)])
    #expect(suite.runsPerSession == 7 && suite.sessions == 9)
    #expect(suite.faults.count == 2 && suite.faults[1]["file-read"] == [FaultRule(.fail, rate: 5)])
    #expect(suite.oracles == [.fresh])
    #expect(suite.limits == ["typing": 5000, "snapshots-kept": 64])
  }

  /// The mistake, the line in which it is reported, and a part of what is said.
  @Test(
    arguments: [
      ("", nil, "empty"),
      ("suite: s\npurpose: x\n", 1, "needs 'workloads'"),
      ("suite: s\npurpose: x\nworkloads: [tipist]\n", 3, "did you mean 'typist'?"),
      ("suite: s\npurpose: x\nworkload: [typist]\n", 3, "did you mean 'workloads'?"),
      ("suite: s\npurpose: x\nworkloads: typist\n", 3, "must be a list"),
      ("suite: s\npurpose: x\nworkloads: []\n", 3, "is empty"),
      ("suite: s\npurpose: x\nworkloads: [typist]\nbudgets: {memory: 5}\n", 4, "such as 500 MB"),
      ("suite: s\npurpose: x\nworkloads: [typist]\nbudgets:\n  processor-time: much\n", 5, "such as 500 ms"),
      ("suite: s\npurpose: x\nworkloads: [typist]\nbudgets: {cpu: 5 ms}\n", 4, "processor-time"),
      ("suite: s\npurpose: x\nworkloads:\n  - use: typist\n    share: 0\n", 5, "whole number from 1"),
      ("suite: s\npurpose: x\nworkloads:\n  - use: typist\n    scale: 0\n", 5, "whole number from 1"),
      ("suite: s\npurpose: x\nworkloads:\n  - use: typist\n    with: {slipps: 3}\n", 5, "did you mean 'slips'?"),
      ("suite: s\npurpose: x\nworkloads:\n  - use: typist\n    with: {slips: 300}\n", 5, "0 to 100"),
      ("suite: s\npurpose: x\nworkloads: [typist]\nprotocols: [lps]\n", 4, "no protocol 'lps'"),
      ("suite: s\npurpose: x\nworkloads: [typist]\nschedules: [best]\n", 4, "no schedule 'best'"),
      ("suite: s\npurpose: x\nworkloads: [typist]\nfaults:\n  - [disk=fail]\n", 5, "is no fault"),
      ("suite: s\npurpose: x\nworkloads: [typist]\nlimits:\n  typing: fast\n", 5, "must be a time"),
      ("suite: s\npurpose: x\nworkloads: [typist]\noracles: [delphi]\n", 4, "no oracle 'delphi'"),
      ("suite: s\nsuite: t\npurpose: x\nworkloads: [typist]\n", 1, "twice"),
      ("suite: s\n\tpurpose: x\n", 2, "not YAML"),
      ("suite: a/b\npurpose: x\nworkloads: [typist]\n", 1, "letters, digits"),
      ("a: &x [1]\nb: *x\n", 1, "anchors"),
      ("suite: s\npurpose: x\nworkloads: [snapshots]\n", 1, "not among 'protocols'"),
    ] as [(String, Int?, String)])
  func aMistakeIsReportedWithItsLineAndARemedy(_ text: String, _ line: Int?, _ part: String) {
    do throws(SuiteError) {
      _ = try read(text)
      Issue.record("no mistake was found in \(text)")
    } catch {
      #expect(error.line == line, "\(error)")
      #expect(error.message.contains(part), "\(error)")
    }
  }

  @Test(
    arguments: [
      ("60s", 60_000_000), ("1.5 ms", 1500), ("10m", 600_000_000), ("3 µs", 3), ("5", nil), ("s", nil), ("-1s", nil),
      ("1e9h", nil),
    ] as [(String, Int64?)])
  func timesHaveUnits(_ text: String, _ expected: Int64?) { #expect(SuiteReader.time(text) == expected) }

  /// Suites come from strangers, too.
  @Test(arguments: 0..<300)
  func damagedSuitesAreRefusedOrReadButNeverTrap(_ seed: UInt64) {
    var choices = Choices(seed: seed)
    var bytes = Array(
      "suite: s\npurpose: x\nworkloads:\n  - {use: typist, share: 3}\nfaults: [[], [file-read=fail]]\nlimits: {typing: 5 ms}\n"
        .utf8)
    for _ in 0...choices.draw("edits", below: 6) {
      let place = choices.draw("place", below: bytes.count)
      switch choices.draw("kind", below: 3) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(UInt8(choices.draw("byte", below: 128)), at: place)
      default: bytes.removeSubrange(place..<min(bytes.count, place + choices.draw("length", below: 12)))
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if let suite = try? read(text) { #expect(!suite.ingredients.isEmpty) }
  }

  @Test func theSuitesOfTheRepositoryAreRight() throws {
    let folder = #filePath.split(separator: "/").dropLast(4).reduce(into: "") { $0 += "/\($1)" } + "/suites"
    var count = 0
    for name in [
      "cancellation", "parse-under-edit", "reload-storm", "stateless-follow-up", "typing-fairness", "lifecycle",
      "protocol", "illegal-input",
    ] {
      let file = try #require(fopen("\(folder)/\(name).yaml", "re"))
      defer { fclose(file) }
      var bytes = [UInt8](repeating: 0, count: 1 << 16)
      let length = fread(&bytes, 1, bytes.count, file)
      let suite = try SuiteReader.read(String(decoding: bytes.prefix(length), as: UTF8.self), file: name) { _ in true }
      #expect(suite.name == name && suite.purpose.hasSuffix("."))
      count += 1
    }
    #expect(count == 8)
  }
}
