import Replay
import Testing

@testable import Reporting
@testable import Stress

@Suite struct StressReportTests {
  private static let suite: Stress.Suite = {
    let text = "suite: memory\npurpose: Nothing is forgotten.\nworkloads: [typist]\n"
    do { return try SuiteReader.read(text, file: "memory.yaml") { _ in true } } catch { fatalError("\(error)") }
  }()

  private static func failure(_ signature: String) -> StressResult.Failure {
    StressResult.Failure(
      signature: signature, count: 2, index: 0, workload: "typist", options: RunOptions(), reasons: ["it < it was"],
      artefact: "failures/memory-0.trace.gz")
  }

  /// What may come of a suite, and what a program that reads JUnit's format takes it for: tests, failures, errors, skipped.
  private static let results: [(change: @Sendable (inout StressResult) -> Void, counts: [Int], mention: String)] = [
    ({ $0.runs = 4 }, [1, 0, 0, 0], "4 runs"),
    ({ $0.failures = [failure("a"), failure("b")] }, [2, 2, 0, 0], "reprise replay failures/memory-0.trace.gz"),
    (
      { $0.earlier.failures = [CampaignState.Failure(signature: "property <x>", count: 3, artefact: nil)] },
      [1, 1, 0, 0], "property &lt;x&gt;, 3 times before this"
    ),
    ({ $0.mismatches = ["session 3"] }, [1, 1, 0, 0], "not the same twice"),
    ({ $0.problem = "no such server" }, [1, 0, 1, 0], "no such server"),
    ({ $0.wasInterrupted = true }, [1, 0, 1, 0], "interrupted"),
    ({ $0.notApplicable = "another protocol" }, [1, 0, 0, 1], "another protocol"),
  ]

  @Test(arguments: results.indices)
  func junitCountsAllThatIsWrong(_ index: Int) {
    let (change, counts, mention) = Self.results[index]
    var result = StressResult(Self.suite)
    change(&result)
    let text = StressReport.junit([result])
    let names = ["tests", "failures", "errors", "skipped"]
    let head = zip(names, counts).map { "\($0)=\"\($1)\"" }.joined(separator: " ")
    #expect(text.contains("<testsuite name=\"memory\" \(head) "), "\(text)")
    let found = ["testcase", "failure", "error", "skipped"].map { text.split(separator: "<\($0) ").count - 1 }
    #expect(found == counts, "\(text)")
    #expect(text.contains(mention), "\(text)")
  }

  @Test(arguments: results.indices)
  func workflowCommandsAreErrorsExactlyForWhatIsWrong(_ index: Int) {
    let (change, counts, _) = Self.results[index]
    var result = StressResult(Self.suite)
    change(&result)
    let commands = StressReport.workflowCommands(result)
    #expect(commands.count { $0.hasPrefix("::error title=memory::") } == counts[1] + counts[2], "\(commands)")
    #expect((result.conclusion == .passed) == !commands.contains { $0.hasPrefix("::error") })
  }

  /// Who follows test cases over many runs knows them by their names.
  @Test func aFailuresNameDoesNotCount() {
    var result = StressResult(Self.suite)
    result.command = ["server", "--fault", "a b"]
    result.failures = [Self.failure("property hang")]
    let text = StressReport.junit([result])
    #expect(text.contains(#"name="property hang"><failure message="it &lt; it was">"#), "\(text)")
    #expect(text.contains("reprise replay failures/memory-0.trace.gz -- server --fault 'a b'<"), "\(text)")
    let commands = StressReport.workflowCommands(result)
    #expect(commands.first?.contains("::property hang, 2 times; reprise replay failures/") == true, "\(commands)")
  }
}
