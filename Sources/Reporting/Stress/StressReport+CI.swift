package import Stress

// What suites came to, for those that watch a build.
extension StressReport {
  /// What is wrong, each thing once.
  private struct Complaint {
    var title: String
    var text: String
    /// It says nothing about the target: the suite could not be played.
    var isError = false
  }

  private static func complaints(_ result: StressResult) -> [Complaint] {
    func line(_ artefact: String?) -> String { reproduce(artefact, result) ?? "" }
    return result.failures.map {
      Complaint(
        title: "\($0.signature), \($0.count) times",
        text: ([line($0.artefact)] + $0.reasons.prefix(1)).joined(separator: "\n"))
    }
      + result.earlier.failures.map {
        Complaint(title: "\($0.signature), \($0.count) times before this", text: line($0.artefact))
      } + result.mismatches.map { Complaint(title: "not the same twice", text: $0) }
      + [result.problem].compactMap { $0 }.map { Complaint(title: "could not go on", text: $0, isError: true) }
      + (result.wasInterrupted
        ? [Complaint(title: "interrupted", text: "after \(result.runs) runs", isError: true)] : [])
  }

  /// As workflow commands: an error for each kind of failure.
  package static func workflowCommands(_ result: StressResult) -> [String] {
    let title = MarkedText.property(result.suite)
    if let reason = result.notApplicable {
      return ["::notice title=\(title)::" + MarkedText.data("skipped: \(reason)")]
    }
    return complaints(result).map { complaint in
      "::error title=\(title)::" + MarkedText.data([complaint.title, complaint.text].joined(separator: "; "))
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
    var cases = complaints.map { testCase(result, $0.title, $0) }
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
      + "><\(element) message=\"\(MarkedText.xml(complaint.title))\">\(MarkedText.xml(complaint.text))</\(element)></testcase>\n"
  }
}
