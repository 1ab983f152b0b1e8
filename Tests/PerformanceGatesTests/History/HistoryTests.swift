import JSONRPC
import Measurement
import PerformanceGates
import SyntheticMeasurements
import Testing

/// The one way in which tests make a history: changes of one path, each slower by so much.
enum SampleHistory {
  static func entries(_ shares: [Double], noise: Double = 0.001, machine: String = "m", corpus: String = Sample.corpus)
    -> [HistoryEntry]
  {
    var stream = RandomStream(seed: 5, name: "history")
    var milliseconds = 10.0
    return shares.enumerated().map { index, share in
      milliseconds *= 1 + share
      return HistoryEntry(
        day: Sample.today.advanced(by: index - shares.count), commit: "c\(index + 1)", baseCommit: "c\(index)",
        corpus: corpus, machine: machine,
        paths: [
          HistoryEntry.Path(
            name: "startup", logRatio: share + noise * stream.normal(), standardError: noise,
            targetMs: milliseconds * (1 + noise * stream.normal()), p95WallMs: 1.4 * milliseconds,
            detectableShare: 0.04,
            counters: [HistoryEntry.Counter(name: "queriesExecuted", value: 100 + index)])
        ])
    }
  }
}

@Suite struct HistoryTests {
  @Test func whatIsWrittenIsReadAgain() throws {
    let entries = SampleHistory.entries([0, 0.01, -0.02])
    let lines = entries.map { Sample.text($0.json) }.joined(separator: "\n") + "\n\n"
    #expect(try HistoryEntry.history(parsing: Array(lines.utf8)) == entries)
    #expect(try HistoryEntry.history(parsing: []).isEmpty)
  }

  @Test func aBrokenLineIsNamed() {
    let good = Sample.text(SampleHistory.entries([0])[0].json)
    let bad = good.replacing("\"day\":", with: "\"date\":")
    #expect { try HistoryEntry.history(parsing: Array((good + "\n\n" + bad).utf8)) } throws: { error in
      "\(error)" == "line 3, day: is missing; take the line out; the gate appends whole ones"
    }
  }

  @Test func anEntryIsWhatTheGateSaw() throws {
    let counters = [Sample.counter("queriesExecuted", 7, 7)]
    let rounds = (1...2).map { Sample.round([Sample.series(seed: UInt64($0), counters: counters)], seed: UInt64($0)) }
    let report = Sample.report(Sample.comparison(rounds: rounds))
    let entry = HistoryEntry(report, day: Sample.today)
    let path = try #require(entry.paths.first)
    #expect(entry.commit == "1234567" && entry.corpus == Sample.corpus)
    #expect(path.logRatio == report.paths[0].estimate?.logRatio && path.counters.map(\.value) == [7])
    // What could not be judged leaves no trace.
    let invalid = Sample.report(Sample.comparison(rounds: [Sample.round([])]))
    #expect(HistoryEntry(invalid, day: Sample.today).paths.isEmpty)
  }

  @Test func aStepIsFoundWithItsCommit() throws {
    let shares = (0..<40).map { $0 == 20 ? 0.029 : 0 }
    let found = HistoryAnalysis(SampleHistory.entries(shares)).changes(of: "startup")
    let change = try #require(found.first)
    #expect(found.count == 1 && ["c20", "c21", "c22"].contains(change.commit), "\(found)")
    #expect(abs(change.share - 0.029) < 0.006, "\(found)")
  }

  /// Each change by half a per cent passes the gate; ten of them are five per cent.
  @Test func slowCreepIsSeenThoughEachChangePasses() throws {
    let analysis = HistoryAnalysis(SampleHistory.entries(Array(repeating: 0.005, count: 10)))
    let creep = try #require(analysis.creep(of: "startup"))
    #expect(creep.exceeds(share: 0.01) && creep.entries == 10 && creep.gaps == 0)
    #expect(creep.from == "c0" && creep.to == "c10")
    let still = HistoryAnalysis(SampleHistory.entries(Array(repeating: 0, count: 10)))
    #expect(try #require(still.creep(of: "startup")).exceeds(share: 0.01) == false)
    #expect(still.creep(of: "hover") == nil)
  }

  @Test func changesThatWereNotMeasuredAreCounted() throws {
    var entries = SampleHistory.entries([0, 0, 0, 0])
    entries.remove(at: 1)
    #expect(try #require(HistoryAnalysis(entries).creep(of: "startup")).gaps == 1)
    let later = try #require(HistoryAnalysis(entries).creep(of: "startup", since: entries[1].day))
    #expect(later.entries == 2 && later.gaps == 0)
  }

  /// A faster machine is no faster program.
  @Test func milliSecondsOfAnotherMachineDoNotCompare() {
    var entries = SampleHistory.entries(Array(repeating: 0, count: 30))
    for index in entries.indices.prefix(15) {
      entries[index].machine = "old"
      entries[index].paths[0].targetMs *= 2
    }
    #expect(HistoryAnalysis(entries).changes(of: "startup").isEmpty)
  }
}
