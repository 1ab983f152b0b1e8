import Glibc
package import JSONRPC
import Measurement

/// New budgets out of the history, each number with its evidence. Proposed, not written: a budget that follows the code by itself is none.
package struct BudgetProposal: Sendable, Equatable {
  package var budgets: Budgets
  package var changes: [Change]
  /// What whoever accepts the proposal should know: it makes slow things the new normal.
  package var warnings: [String]

  package struct Change: Sendable, Equatable {
    /// Such as `paths.startup.p95WallMs`.
    package var place: String
    package var old: String
    package var new: String
    package var evidence: String

    package init(place: String, old: String, new: String, evidence: String) {
      self.place = place
      self.old = old
      self.new = new
      self.evidence = evidence
    }
  }

  /// So many changes must have been measured, or there is nothing to propose from.
  package static let neededEntries = 5
  /// How much above the worst that was seen an absolute budget lies: wall p95 varies by up to a sixth by itself.
  private static let headroom = 1.25

  /// Proposes from the entries since the present budgets were measured, on the newest entry's corpus and machine.
  package init(
    _ current: Budgets, history: [HistoryEntry], artefact: String, today: CalendarDay
  ) throws(BudgetProposalError) {
    guard let newest = history.last else { throw .tooLittle(found: 0) }
    let since = history.filter { $0.day >= current.evidence.measured }
    let comparable = since.filter { $0.corpus == newest.corpus && $0.machine == newest.machine }
    guard comparable.count >= Self.neededEntries else { throw .tooLittle(found: comparable.count) }
    guard newest.day <= today else { throw .fromTheFuture(newest.day, today: today) }
    budgets = current
    changes = []
    warnings = []
    set("expires", \.expires, today.advanced(by: Budgets.longestLife - 1), "a quarter from today")
    set("corpus", \.corpus, newest.corpus, "what \(newest.commit) was measured on")
    budgets.evidence = Budgets.Evidence(
      measured: today, commit: newest.commit, artefact: artefact,
      note: "\(comparable.count) changes since \(current.evidence.measured), on \(newest.machine)")
    let analysis = HistoryAnalysis(since)
    for index in budgets.paths.indices { propose(index, from: comparable, analysis) }
  }

  private mutating func set<Value: Equatable & CustomStringConvertible>(
    _ place: String, _ key: WritableKeyPath<Budgets, Value>, _ value: Value, _ evidence: String
  ) {
    guard budgets[keyPath: key] != value else { return }
    changes.append(
      Change(place: place, old: budgets[keyPath: key].description, new: value.description, evidence: evidence))
    budgets[keyPath: key] = value
  }

  private mutating func propose(_ index: Int, from entries: [HistoryEntry], _ analysis: HistoryAnalysis) {
    let name = budgets.paths[index].name
    let seen = entries.compactMap { entry in entry.paths.first { $0.name == name } }
    guard !seen.isEmpty else {
      warnings.append("\(name) was not measured since; its budget stays as it is")
      return
    }
    proposeWall(index, seen)
    proposeCounters(index, newest: seen[seen.count - 1])
    warn(name, seen, analysis)
  }

  private mutating func proposeWall(_ index: Int, _ seen: [HistoryEntry.Path]) {
    let worst = seen.compactMap(\.p95WallMs).max()
    guard let worst else { return }
    let new = Decimals.roundedUp(worst * Self.headroom)
    let old = budgets.paths[index].limits.p95WallMs
    guard old != new else { return }
    let name = budgets.paths[index].name
    changes.append(
      Change(
        place: "paths.\(name).p95WallMs", old: old.map { "\(Decimals.short($0)) ms" } ?? "none",
        new: "\(Decimals.short(new)) ms",
        evidence:
          "the worst of \(seen.count) was \(Decimals.short(worst)) ms; a quarter above it, since wall p95 varies"))
    if let old, new > old {
      warnings.append("\(name): p95 of wall time would be permitted \(Percent.text(new / old - 1)) more than before")
    }
    budgets.paths[index].limits.p95WallMs = new
  }

  /// An allowance has done its work once main has the value.
  private mutating func proposeCounters(_ index: Int, newest: HistoryEntry.Path) {
    let name = budgets.paths[index].name
    for allowance in budgets.paths[index].counters {
      let value = newest.counters.first { $0.name == allowance.counter }?.value
      let isDone = allowance.limit.map { limit in value.map { $0 >= limit } ?? false } ?? (value == nil)
      guard isDone else { continue }
      changes.append(
        Change(
          place: "paths.\(name).counters.\(allowance.counter)", old: allowance.limit.map(String.init) ?? "removed",
          new: "none", evidence: "main is there; what it permits is permitted no more"))
      budgets.paths[index].counters.removeAll { $0 == allowance }
    }
  }

  private mutating func warn(_ name: String, _ seen: [HistoryEntry.Path], _ analysis: HistoryAnalysis) {
    let limits = budgets.limits(of: name)
    if let creep = analysis.creep(of: name), creep.exceeds(share: limits.median.share / 2) {
      warnings.append(
        "\(name) became \(Percent.change(creep.logRatio)) slower over \(creep.entries) changes from \(creep.from) to "
          + "\(creep.to), of which each passed; these budgets make that normal")
    }
    for change in analysis.changes(of: name) where change.share > 0.01 {
      warnings.append(
        "\(name) went from \(Decimals.short(change.beforeMs)) to \(Decimals.short(change.afterMs)) ms at \(change.commit) "
          + "(\(change.day))")
    }
    let detectable = seen.compactMap(\.detectableShare)
    if !detectable.isEmpty, OrderStatistics.median(detectable) > 2 * limits.median.share {
      warnings.append(
        "\(name) is so noisy that a round finds only \(Percent.text(OrderStatistics.median(detectable))) and more; its limit of "
          + "\(Percent.text(limits.median.share)) will stay unresolved often")
    }
  }
}

package enum BudgetProposalError: Error, Equatable, CustomStringConvertible {
  case tooLittle(found: Int)
  case fromTheFuture(CalendarDay, today: CalendarDay)

  package var description: String {
    switch self {
    case .tooLittle(let found):
      "\(found) changes were measured on this machine and corpus since the budgets were made, and "
        + "\(BudgetProposal.neededEntries) are needed; run the gate on main after merges to fill the history"
    case .fromTheFuture(let day, let today):
      "the newest entry of the history is dated \(day), but today is \(today); set the clock right"
    }
  }
}

extension BudgetProposal {
  /// For people, before they accept it.
  package var markdown: String {
    var lines = ["## Proposed budgets until \(budgets.expires)", ""]
    if changes.isEmpty { lines += ["Nothing changes but the evidence.", ""] }
    if !changes.isEmpty {
      lines += ["| Budget | Now | Proposed | Evidence |", "| --- | ---: | ---: | --- |"]
      lines += changes.map { change in
        "| "
          + [change.place, change.old, change.new, change.evidence].map(GateMarkdown.escape).joined(separator: " | ")
          + " |"
      }
      lines.append("")
    }
    if !warnings.isEmpty {
      lines += ["### Before you accept", ""] + warnings.map { "- \(GateMarkdown.escape($0))" } + [""]
    }
    return lines.joined(separator: "\n")
  }

  /// For machines: the proposed budgets, as the file would have them, with what changes and why.
  package var json: JSONValue {
    [
      "schemaVersion": .number(FileVersion.verdict), "kind": "budget-proposal", "budgets": budgets.json,
      "changes": .array(
        changes.map { change in
          [
            "place": .string(change.place), "old": .string(change.old), "new": .string(change.new),
            "evidence": .string(change.evidence),
          ]
        }), "warnings": .array(warnings.map { .string($0) }),
    ]
  }
}
