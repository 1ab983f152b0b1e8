package import JSONRPC
import Measurement

/// What one change on the main branch came to: a line of the history, which the gate appends to after each merge.
package struct HistoryEntry: Sendable, Equatable {
  package var day: CalendarDay
  package var commit: String
  /// What it was compared with.
  package var baseCommit: String
  package var corpus: String
  /// Milliseconds of one machine say nothing of another's.
  package var machine: String
  package var paths: [Path]

  package init(
    day: CalendarDay, commit: String, baseCommit: String, corpus: String, machine: String, paths: [Path]
  ) {
    self.day = day
    self.commit = commit
    self.baseCommit = baseCommit
    self.corpus = corpus
    self.machine = machine
    self.paths = paths
  }

  package struct Path: Sendable, Equatable {
    package var name: String
    /// log(target / base) and its standard error.
    package var logRatio: Double
    package var standardError: Double
    /// The median of target, and p95 of its wall time, in milliseconds.
    package var targetMs: Double
    package var p95WallMs: Double?
    /// What one round would have found.
    package var detectableShare: Double?
    package var counters: [Counter]

    package init(
      name: String, logRatio: Double, standardError: Double, targetMs: Double, p95WallMs: Double? = nil,
      detectableShare: Double? = nil, counters: [Counter] = []
    ) {
      self.name = name
      self.logRatio = logRatio
      self.standardError = standardError
      self.targetMs = targetMs
      self.p95WallMs = p95WallMs
      self.detectableShare = detectableShare
      self.counters = counters
    }
  }

  package struct Counter: Sendable, Equatable {
    package var name: String
    package var value: Int

    package init(name: String, value: Int) {
      self.name = name
      self.value = value
    }
  }
}

extension HistoryEntry {
  /// What a gate saw. Paths that could not be judged leave no trace: a history of noise would be worse than one with gaps.
  package init(_ report: GateReport, day: CalendarDay) {
    self.init(
      day: day, commit: report.comparison.target.commit ?? report.comparison.target.name,
      baseCommit: report.comparison.base.commit ?? report.comparison.base.name,
      corpus: report.comparison.target.corpus, machine: report.comparison.environment.machine,
      paths: report.paths.filter { $0.outcome != .invalid }.compactMap(Path.init))
  }
}

extension HistoryEntry.Path {
  fileprivate init?(_ path: PathVerdict) {
    guard let estimate = path.estimate, let target = path.targetMs else { return nil }
    self.init(
      name: path.name, logRatio: estimate.logRatio, standardError: estimate.standardError, targetMs: target,
      p95WallMs: path.p95Wall?.targetMs, detectableShare: path.detectableShare,
      counters: path.counters.compactMap { counter in
        counter.target.map { HistoryEntry.Counter(name: counter.counter, value: $0) }
      })
  }
}

// MARK: - The file

extension HistoryEntry {
  package var json: JSONValue {
    [
      "schemaVersion": .number(FileVersion.history), "day": .string(day.description), "commit": .string(commit),
      "base": .string(baseCommit), "corpus": .string(corpus), "machine": .string(machine),
      "paths": .object(paths.map { JSONMember($0.name, $0.json) }),
    ]
  }

  /// Reads JSON Lines, oldest first; empty lines are passed over.
  package static func history(parsing bytes: [UInt8]) throws(ReadingProblems) -> [HistoryEntry] {
    var entries: [HistoryEntry] = []
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      guard !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) else { continue }
      do {
        let collector = ProblemCollector()
        let value = try LocatedValue(parsing: Array(line))
        entries.append(try collector.finish(ObjectReader(value, into: collector).flatMap(read)))
      } catch {
        // Each line is a text of its own, whose first line is this one.
        throw ReadingProblems(
          error.problems.map {
            ReadingProblem(line: index + $0.line, place: $0.place, what: $0.what, remedy: $0.remedy)
          })
      }
    }
    return entries
  }

  private static let remedy = "take the line out; the gate appends whole ones"

  private static func read(_ line: ObjectReader) -> HistoryEntry? {
    line.checkVersion(FileVersion.history)
    let day = line.required("day", remedy) { $0.day($1) }
    let commit = line.required("commit", remedy) { $0.string($1) }
    let base = line.required("base", remedy) { $0.string($1) }
    let corpus = line.required("corpus", remedy) { $0.string($1) }
    let machine = line.required("machine", remedy) { $0.string($1) }
    let paths = line.required("paths", remedy) { $0.object($1) }
    guard let day, let commit, let base, let corpus, let machine, let paths else { return nil }
    return HistoryEntry(
      day: day, commit: commit, baseCommit: base, corpus: corpus, machine: machine,
      paths: paths.members.compactMap { member in paths.object(member.key).flatMap { Path(member.key, $0) } })
  }
}

extension HistoryEntry.Path {
  fileprivate var json: JSONValue {
    .compact([
      ("logRatio", .number(logRatio)), ("standardError", .number(standardError)), ("targetMs", .number(targetMs)),
      ("p95WallMs", p95WallMs.map { .number($0) } ?? .null),
      ("detectableShare", detectableShare.map { .number($0) } ?? .null),
      ("counters", .object(counters.map { JSONMember($0.name, .number($0.value)) })),
    ])
  }

  fileprivate init?(_ name: String, _ object: ObjectReader) {
    let anything = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    let remedy = "take the line out; the gate appends whole ones"
    let logRatio = object.required("logRatio", remedy) { $0.number($1, in: anything) }
    let standardError = object.required("standardError", remedy) { $0.number($1) }
    let target = object.required("targetMs", remedy) { $0.number($1) }
    guard let logRatio, let standardError, let target else { return nil }
    let counters = object.object("counters")
    self.init(
      name: name, logRatio: logRatio, standardError: standardError, targetMs: target,
      p95WallMs: object.number("p95WallMs"), detectableShare: object.number("detectableShare"),
      counters: counters?.members.compactMap { member in
        counters?.integer(member.key).map { HistoryEntry.Counter(name: member.key, value: $0) }
      } ?? [])
  }
}
