import Checkers
import JSONRPC
import Recording
import SyntheticConversations
import Testing

@testable import Reporting

@Suite struct CheckReportTests {
  private func result(_ talk: ConversationBuilder, path: String = "a,b%.trace.gz") -> CheckResult {
    var judge = Judge(framing: .contentLength)
    var result = CheckResult(path: path, framing: .contentLength)
    for (index, record) in talk.records.enumerated() { result.add(judge.consume(record), records: index + 1) }
    result.add(judge.finish(isComplete: true), records: talk.records.count)
    return result
  }

  private func faulty() -> CheckResult {
    var talk = ConversationBuilder.begun()
    talk.open("file:///w/<evil>\u{1B}&\".c", "x")
    talk.change("file:///w/<evil>\u{1B}&\".c", version: 1, whole("y"))
    talk.publish("never-opened", "a")
    return result(talk)
  }

  @Test func textNamesRecordAndChecker() {
    let text = CheckText.render(faulty(), palette: Palette(isOn: false))
    #expect(text.contains("failed: 1 fault, 1 observation"))
    #expect(text.contains("#4 document-versions: expected a version"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test func jsonAndJSONLinesCarryEveryFinding() {
    let json = CheckJSON.document([faulty()])
    #expect(json["schemaVersion"]?.integer == 1)
    #expect(json["passed"]?.bool == false)
    #expect(json["files"]?[0]?["findings"]?.array?.count == 2)
    let lines = CheckJSON.lines(faulty())
    #expect(lines.map { $0["type"]?.string } == ["finding", "finding", "result"])
  }

  @Test func junitIsWellFormedAndHasACaseForEachProperty() {
    let xml = CheckJUnit.render([faulty()])
    #expect(xml.contains(#"failures="1""#))
    #expect(xml.contains("&lt;evil&gt;\\e&amp;"))
    #expect(!xml.contains("<evil>"))
    #expect(xml.split(separator: "<testcase ").count - 1 == (Checkers.general + Checkers.languageServer).count)
  }

  @Test func githubAnnotationsEscapeTheirProperties() {
    let text = CheckGitHub.render(faulty())
    #expect(text.hasPrefix("::error file=a%2Cb%25.trace.gz,title=document-versions::record 4: expected"))
    #expect(text.contains("\n::notice "))
  }

  @Test func manyFindingsAreCountedAndNotKept() {
    var talk = ConversationBuilder.begun()
    for _ in 0..<1000 { talk.raw("{}", from: .server) }
    let result = result(talk)
    #expect(result.findings.count == CheckResult.maximumPerChecker)
    #expect(result.count(.must) == 1000)
    #expect(result.leftOut == 800)
    #expect(CheckText.render(result, palette: Palette(isOn: false)).contains("and 800 more"))
  }

  @Test func aFileThatCannotBeReadDoesNotPass() {
    var result = CheckResult(path: "x", framing: nil)
    result.state = .broken(RecordingError(.truncated, path: "x"))
    #expect(CheckJSON.document([result])["passed"]?.bool == false)
    #expect(CheckJUnit.render([result]).contains("<error "))
    #expect(CheckGitHub.render(result).hasPrefix("::error file=x,title=unreadable"))
  }
}
