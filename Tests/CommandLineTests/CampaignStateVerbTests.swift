import Testing

/// `reprise stress --state`, as a user runs it.
@Suite struct CampaignStateVerbTests {
  private let scratch = Scratch()

  init() {
    let suite = """
      suite: small
      purpose: It holds.
      workloads: [{use: typist, with: {messages: 4}}]
      runs-per-session: 1
      """
    scratch.write("small.yaml", Array(suite.utf8))
  }

  private func stress(_ options: String) -> Scratch.Run {
    scratch.reprise("stress small.yaml --quiet --jobs 1 \(options)")
  }

  @Test func aCampaignGoesOnWhereItEnded() {
    let first = stress("--runs 2 --state here.json")
    #expect(first.exit == 0 && first.output.contains("PASS small: 2 runs of 2 sessions"), "\(first)")
    let second = stress("--runs 5 --state here.json")
    #expect(second.exit == 0 && second.output.contains("PASS small: 3 runs of 3 sessions"), "\(second)")
    #expect(second.output.contains("before this: 2 sessions, 2 runs"))
  }

  @Test func anotherCampaignsStateIsRefused() {
    #expect(stress("--runs 1 --seed 1 --state here.json").exit == 0)
    let run = stress("--runs 1 --seed 2 --state here.json")
    #expect(run.exit == 65 && run.errors.contains("--seed 1"), "\(run)")
    #expect(stress("--runs 1 --state small.yaml").exit == 65)
    #expect(scratch.read("small.yaml").hasPrefix("suite: small"), "what is no state is left alone")
  }

  @Test func aStateThatCannotBeWrittenIsSaidBeforehand() {
    let run = stress("--runs 1 --state missing/here.json")
    #expect(run.exit == 3 && run.output == "", "\(run)")
    #expect(run.errors.contains("missing/here.json: cannot be written"), "\(run)")
  }
}
