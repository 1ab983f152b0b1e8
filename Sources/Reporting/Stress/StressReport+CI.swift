package import Stress

// What suites came to, for those that watch a build.
extension StressReport {
  /// What is wrong, each thing once.
  private struct Complaint {
    /// The same in each run, so that it can be followed over many.
    var name: String
    var summary: String
    var detail: String
    /// The line that shows it again.
    var line: String?
    /// It says nothing about the target: the suite could not be played.
    var isError: Bool

    init(_ name: String, _ summary: String, detail: String? = nil, line: String? = nil, isError: Bool = false) {
      self.name = name
      self.summary = summary
      self.detail = detail ?? summary
      self.line = line
      self.isError = isError
    }
  }

  private static func complaints(_ result: StressResult) -> [Complaint] {
    var complaints = result.failures.map {
      Complaint(
        $0.signature, "\($0.signature), \($0.count) times", detail: $0.reasons.first,
        line: reproduce($0.artefact, result))
    }
    complaints += result.earlier.failures.map {
      Complaint(
        "\($0.signature), before this", "\($0.signature), \($0.count) times before this",
        line: reproduce($0.artefact, result))
    }
    complaints += result.mismatches.map { Complaint("not the same twice", "not the same twice: \($0)") }
    if let problem = result.problem { complaints.append(Complaint("could not go on", problem, isError: true)) }
    if result.wasInterrupted {
      complaints.append(Complaint("interrupted", "interrupted after \(result.runs) runs", isError: true))
    }
    return complaints
  }

  /// As workflow commands: an error for each kind of failure.
  package static func workflowCommands(_ result: StressResult) -> [String] {
    let title = MarkedText.property(result.suite)
    if let reason = result.notApplicable {
      return ["::notice title=\(title)::" + MarkedText.data("skipped: \(reason)")]
    }
    return complaints(result).map { complaint in
      "::error title=\(title)::"
        + MarkedText.data(([complaint.summary] + [complaint.line].compactMap { $0 }).joined(separator: "; "))
    }
  }

  /// A test suite for each suite, a test case for each kind of failure, or one that passed.
  package static func junit(_ results: [StressResult]) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n" + results.map(testSuite).joined() + "</testsuites>\n"
  }

  private static func testSuite(_ result: StressResult) -> String {
    let complaints = complaints(result)
    let isSkipped = result.notApplicable != nil
    let errors = complaints.count(where: \.isError)
    let counts =
      "tests=\"\(max(1, complaints.count))\" failures=\"\(complaints.count - errors)\" errors=\"\(errors)\" skipped=\"\(isSkipped ? 1 : 0)\""
    let time = Double(result.wallTime) / 1e9
    var cases = complaints.map { testCase(result, $0.name, $0) }
    if complaints.isEmpty { cases = [testCase(result, "\(result.runs) runs", nil)] }
    return "  <testsuite name=\"\(MarkedText.xml(result.suite))\" \(counts) time=\"\(time)\">\n" + cases.joined()
      + "  </testsuite>\n"
  }

  private static func testCase(_ result: StressResult, _ name: String, _ complaint: Complaint?) -> String {
    let start = "    <testcase classname=\"\(MarkedText.xml(result.suite))\" name=\"\(MarkedText.xml(name))\""
    if let reason = result.notApplicable {
      return start + "><skipped message=\"\(MarkedText.xml(reason))\"/></testcase>\n"
    }
    guard let complaint else { return start + "/>\n" }
    let element = complaint.isError ? "error" : "failure"
    return start
      + "><\(element) message=\"\(MarkedText.xml(complaint.detail))\">\(MarkedText.xml(complaint.line ?? ""))</\(element)></testcase>\n"
  }
}
