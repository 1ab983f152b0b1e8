import Glibc
import Measurement

/// What only the history shows: changes that each passed, and together are a slowdown.
package struct HistoryAnalysis: Sendable {
  /// Oldest first.
  package let entries: [HistoryEntry]

  package init(_ entries: [HistoryEntry]) { self.entries = entries }

  /// In the order in which they appeared.
  package var paths: [String] {
    var seen: Set<String> = []
    return entries.flatMap(\.paths).map(\.name).filter { seen.insert($0).inserted }
  }

  // MARK: Change points

  package struct Change: Sendable, Equatable {
    package var path: String
    /// The first change of the program that has the new level, and its day.
    package var commit: String
    package var day: CalendarDay
    package var beforeMs: Double
    package var afterMs: Double
    package var probability: Double

    package var share: Double { afterMs / beforeMs - 1 }
  }

  /// Where a path's time changed for good, on the machine and the corpus of the newest entry: others' milliseconds do not compare.
  package func changes(of path: String, seed: UInt64 = 1) -> [Change] {
    guard let newest = entries.last else { return [] }
    let comparable = entries.filter { $0.machine == newest.machine && $0.corpus == newest.corpus }
    let series = comparable.compactMap { entry in
      entry.paths.first { $0.name == path }.map { (entry: entry, milliseconds: $0.targetMs) }
    }
    return ChangePoints(series.map(\.milliseconds), seed: seed).points.map { point in
      Change(
        path: path, commit: series[point.index].entry.commit, day: series[point.index].entry.day,
        beforeMs: point.before, afterMs: point.after, probability: point.probability)
    }
  }

  // MARK: Creep

  /// All changes of a path taken together.
  package struct Creep: Sendable, Equatable {
    package var path: String
    package var from: String
    package var to: String
    package var entries: Int
    /// Changes on the way that were not measured: an entry whose base is not the entry before it.
    package var gaps: Int
    /// log(last / first), and its standard error.
    package var logRatio: Double
    package var standardError: Double

    /// Whether it is above the limit as clearly as a single change would have to be.
    package func exceeds(share: Double) -> Bool { logRatio - 2.8 * standardError > log1p(share) }
  }

  /// The ratios of the changes since a day, added up: they compare on any machine, since each was measured against its own base. Nil when
  /// nothing was measured.
  package func creep(of path: String, since day: CalendarDay? = nil) -> Creep? {
    let chosen = entries.filter { entry in day.map { entry.day >= $0 } ?? true }
    let steps = chosen.compactMap { entry in entry.paths.first { $0.name == path }.map { (entry: entry, path: $0) } }
    guard let first = steps.first, let last = steps.last else { return nil }
    let gaps = zip(steps, steps.dropFirst()).count { $0.entry.commit != $1.entry.baseCommit }
    let variance = steps.reduce(0) { $0 + $1.path.standardError * $1.path.standardError }
    return Creep(
      path: path, from: first.entry.baseCommit, to: last.entry.commit, entries: steps.count, gaps: gaps,
      logRatio: steps.reduce(0) { $0 + $1.path.logRatio }, standardError: sqrt(variance))
  }
}
