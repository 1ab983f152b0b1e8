import JSONRPC
import Recording
import SyntheticConversations
import Testing

@testable import Replay

/// Planted faults: each must be seen, named for what it is, and leave nothing behind.
@Suite struct SickServerTests {
  private func session() -> RecordedSession {
    var fixture = RecordedFixture.begun()
    fixture.hover()
    fixture.change(text: "two\n")
    fixture.definition()
    fixture.hover(line: 3)
    return fixture.ended()
  }

  private func check(
    _ quirks: [String], _ expected: Problem.Kind, _ conclusion: Verdict.Conclusion = .failed,
    limit: Int64 = 400_000, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Verdict {
    let verdict = try replay(session(), quirks) { run in
      run.options.timeouts = TimeoutPolicy(request: limit, patience: 100_000, exit: 300_000)
    }
    #expect(verdict.conclusion == conclusion, verdict.text, sourceLocation: sourceLocation)
    #expect(verdict.problems.map(\.kind).contains(expected), verdict.text, sourceLocation: sourceLocation)
    return verdict
  }

  // MARK: Answers

  @Test(arguments: ["textDocument/hover", "textDocument/definition", "initialize"])
  func aChangedAnswerIsFound(_ method: String) throws {
    let verdict = try replay(session(), ["change-answer=\(method)"])
    #expect(verdict.conclusion == .failed)
    #expect(verdict.examples.map(\.method) == [method])
    #expect(verdict.examples.first?.ordinal == 1)
    #expect(verdict.methods.filter { $0.method != method }.allSatisfy { $0.different == 0 })
  }

  @Test func changedDiagnosticsAreFound() throws {
    let verdict = try replay(session(), ["wrong-diagnostics"])
    #expect(verdict.conclusion == .failed)
    #expect(verdict.diagnostics.map(\.fails) == [true])
    #expect(verdict.failures == ["1 document's diagnostics differ"])
  }

  @Test func aMissingAnswerIsCountedAndTheSessionGoesOn() throws {
    let verdict = try check(["missing=textDocument/definition"], .timedOut)
    #expect(verdict.row("textDocument/definition")?.missing == 1)
    #expect(verdict.row("textDocument/hover")?.same == 2)
    #expect(verdict.failures.first == "1 answer is missing")
  }

  @Test func aSecondAnswerIsFound() throws {
    let verdict = try check(["answer-twice"], .duplicateAnswer)
    #expect(verdict.row("textDocument/hover")?.extra == 2)
  }

  // MARK: The process

  @Test func aCrashIsNamedWithItsSignalAndLastWords() throws {
    let verdict = try check(["crash-at=5"], .crashed)
    #expect(verdict.failures.last?.contains("signal 6") == true, verdict.text)
    #expect(verdict.standardError.last == "assertion failed: moon is made of cheese")
  }

  @Test func anExitInTheMiddleIsACrash() throws {
    let verdict = try check(["exit-at=5"], .crashed)
    #expect(verdict.failures.last?.contains("exit status 4") == true, verdict.text)
  }

  @Test func aHangIsNamedWithItsRequestAndTime() throws {
    let verdict = try check(["hang-at=4"], .hung)
    #expect(verdict.failures.last?.contains("0.4 s") == true, verdict.text)
  }

  @Test func aServerThatClosesItsInputIsNamed() throws { _ = try check(["close-input-at=4"], .inputClosed) }

  @Test func aServerThatClosesItsOutputIsNamed() throws { _ = try check(["close-output-at=4"], .outputClosed) }

  @Test func babblingHasAnEnd() throws { _ = try check(["babble-at=4"], .babbling, limit: 8_000_000) }

  @Test func aServerThatDoesNotStartIsNoFailedComparison() throws {
    let verdict = try check(["no-start"], .crashed, .couldNotRun)
    #expect(verdict.standardError == ["cannot start: the licence has run out"])
  }

  @Test func aServerThatNeverAnswersInitializeCouldNotRun() throws {
    _ = try check(["silent"], .hung, .couldNotRun)
  }

  @Test func aCommandThatIsNotThereCannotBeRun() throws {
    #expect(throws: ReplayRun.Failure.self) {
      try replay(session()) { $0.options.command = ["/nowhere/at/all"] }
    }
  }

  @Test func aServerThatIgnoresItsEndIsKilled() throws {
    let verdict = try check(["ignore-end"], .killed, .passed)
    #expect(verdict.kinds(.warning) == [.killed])
  }

  @Test func whatAServerLeavesBehindIsEndedAndCounted() throws {
    let verdict = try check(["grandchild"], .leftovers, .passed)
    #expect(verdict.leftovers == 1)
  }
}
