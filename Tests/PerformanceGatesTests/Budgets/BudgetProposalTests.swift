import JSONRPC
import PerformanceGates
import Testing

@Suite struct BudgetProposalTests {
  private func propose(
    _ shares: [Double] = Array(repeating: 0, count: 8), limits: Limits = Limits(medianPercent: 3, p95WallMs: 20),
    counters: [CounterAllowance] = [], today: CalendarDay = Sample.today
  ) throws -> BudgetProposal {
    let budgets = Sample.budgets([PathBudget(name: "startup", isCritical: true, limits: limits, counters: counters)])
    return try BudgetProposal(budgets, history: SampleHistory.entries(shares), artefact: "runs/9.json", today: today)
  }

  @Test func eachNewNumberComesWithItsEvidence() throws {
    let proposal = try propose()
    #expect(proposal.budgets.expires == Sample.today.advanced(by: 91))
    #expect(proposal.budgets.evidence.commit == "c8" && proposal.budgets.evidence.artefact == "runs/9.json")
    let wall = try #require(proposal.changes.first { $0.place == "paths.startup.p95WallMs" })
    // 1.4 × 10 ms, a quarter above it, with two digits.
    #expect(wall.new == "18.0 ms" && wall.evidence.contains("the worst of 8 was 14.0 ms"), "\(wall)")
    #expect(proposal.budgets.paths[0].limits.medianPercent == 3)
    #expect(proposal.markdown.contains("| paths.startup.p95WallMs | 20.0 ms | 18.0 ms |"))
  }

  /// What is proposed is a budgets file that can be read.
  @Test func theProposalIsAValidFile() throws {
    let proposal = try propose()
    #expect(try Budgets(parsing: Array(PrettyJSON.text(proposal.budgets.json).utf8)) == proposal.budgets)
  }

  @Test func withoutEvidenceNothingIsProposed() {
    #expect(throws: BudgetProposalError.tooLittle(found: 4)) { try propose(Array(repeating: 0, count: 4)) }
    #expect(throws: BudgetProposalError.tooLittle(found: 0)) { try propose([]) }
    #expect(throws: BudgetProposalError.self) { try propose(today: Sample.today.advanced(by: -5)) }
  }

  /// Entries from before the present budgets were measured are no evidence for new ones.
  @Test func onlyWhatWasMeasuredSinceCounts() throws {
    var old = SampleHistory.entries(Array(repeating: 0, count: 8))
    for index in old.indices.prefix(4) { old[index].day = Sample.today.advanced(by: -31) }
    #expect(throws: BudgetProposalError.tooLittle(found: 4)) {
      try BudgetProposal(Sample.budgets(), history: old, artefact: "a", today: Sample.today)
    }
  }

  @Test func whoeverAcceptsIsToldOfCreep() throws {
    let creeping = try propose(Array(repeating: 0.006, count: 8))
    #expect(creeping.warnings.contains { $0.contains("slower over 8 changes from c0 to c8") }, "\(creeping.warnings)")
    #expect(try propose().warnings.isEmpty)
  }

  @Test func aLooserBudgetIsWarnedAbout() throws {
    let looser = try propose(limits: Limits(medianPercent: 3, p95WallMs: 10))
    #expect(looser.warnings.contains { $0.contains("+80.0 % more than before") }, "\(looser.warnings)")
  }

  @Test func allowancesThatDidTheirWorkGo() throws {
    let allowances = [
      CounterAllowance(counter: "queriesExecuted", limit: 107, reason: "done"),
      CounterAllowance(counter: "tokensLexed", limit: 9, reason: "not there yet"),
      CounterAllowance(counter: "memoHits", limit: nil, reason: "gone"),
    ]
    let proposal = try propose(counters: allowances)
    #expect(proposal.budgets.paths[0].counters.map(\.counter) == ["tokensLexed"])
    #expect(proposal.changes.contains { $0.place == "paths.startup.counters.queriesExecuted" && $0.new == "none" })
  }

  @Test func aPathThatWasNotMeasuredKeepsItsBudget() throws {
    let budgets = Sample.budgets([PathBudget(name: "hover", limits: Limits(p95WallMs: 7))])
    let proposal = try BudgetProposal(
      budgets, history: SampleHistory.entries(Array(repeating: 0, count: 6)), artefact: "a", today: Sample.today)
    #expect(proposal.budgets.paths == budgets.paths)
    #expect(proposal.warnings == ["hover was not measured since; its budget stays as it is"])
  }
}
