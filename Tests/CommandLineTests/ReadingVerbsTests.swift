import Glibc
import JSONRPC
import ProcessControl
import Recording
import SyntheticConversations
import Testing

@Suite(.serialized) struct ReadingVerbsTests {
  private func session(faulty: Bool = false, isOver: Bool = true) -> ConversationBuilder {
    var talk = ConversationBuilder.begun()
    talk.open("file:///w/main.c", "int x;\n")
    talk.change("file:///w/main.c", version: faulty ? 1 : 2, edit(0, 4, 0, 5, "y"))
    talk.exchange("textDocument/hover", result: nil)
    if isOver { talk.goodbye() }
    return talk
  }

  @Test func showPrintsTheConversation() {
    let folder = Scratch()
    folder.write("s.trace.gz", session().file())
    let run = folder.reprise("show s.trace.gz")
    #expect(run.exit == 0)
    #expect(run.errors == "")
    #expect(run.output.contains("→ textDocument/hover"))
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test func coloursComeOnlyWhenAskedFor() {
    let folder = Scratch()
    folder.write("s.trace.gz", session().file())
    #expect(folder.reprise("show s.trace.gz --color always").output.contains("\u{1B}[32m→"))
    #expect(!folder.reprise("show s.trace.gz --color never").output.contains("\u{1B}"))
  }

  @Test func showStopsQuietlyWhenNobodyReads() {
    let folder = Scratch()
    var talk = session()
    for _ in 0..<5000 { talk.notify("x") }
    folder.write("s.trace.gz", talk.file())
    let run = folder.shell("{ reprise show s.trace.gz; echo status $? >&2; } | head -n 1")
    #expect(run.output.split(separator: "\n").count == 1)
    #expect(run.errors == "status 0\n")
  }

  @Test func showTextPrintsTheBytes() {
    let folder = Scratch()
    folder.write("s.trace.gz", session().file())
    #expect(folder.reprise("show s.trace.gz --text main.c@1").output == "int x;\n")
    #expect(folder.reprise("show s.trace.gz --text file:///w/main.c@2").output == "int y;\n")
    let missing = folder.reprise("show s.trace.gz --text other.c@1")
    #expect(missing.exit == 65)
    #expect(missing.errors.contains("file:///w/main.c @1 to @2"))
  }

  @Test func showJSONIsJSONLinesWithASchemaVersion() throws {
    let folder = Scratch()
    folder.write("s.trace.gz", session().file())
    let lines = folder.reprise("show s.trace.gz --json").output.split(separator: "\n")
    let first = try JSONValue(parsing: Array(try #require(lines.first).utf8))
    #expect(first["schemaVersion"]?.integer == 1)
    #expect(first["type"]?.string == "header")
    #expect(lines.count == session().records.count + 1)
    for line in lines { _ = try JSONValue(parsing: Array(line.utf8)) }
  }

  @Test func checkTellsHealthFromFault() {
    let folder = Scratch()
    folder.write("good.trace.gz", session().file())
    folder.write("bad.trace.gz", session(faulty: true).file())
    #expect(folder.reprise("check good.trace.gz").exit == 0)
    let bad = folder.reprise("check bad.trace.gz good.trace.gz")
    #expect(bad.exit == 1)
    #expect(bad.output.contains("#4 document-versions"))
    #expect(bad.output.contains("good.trace.gz: passed"))
    #expect(bad.errors.contains("reprise show bad.trace.gz --from"))
  }

  @Test(arguments: ["text", "json", "jsonl", "junit", "github"])
  func theWorstOutcomeCountsInEveryFormat(format: String) {
    let folder = Scratch()
    folder.write("good.trace.gz", session().file())
    folder.write("bad.trace.gz", session(faulty: true).file())
    folder.write("junk.trace.gz", Array("junk".utf8))
    let run = folder.reprise("check bad.trace.gz junk.trace.gz good.trace.gz --format \(format)")
    #expect(run.exit == 65)
    #expect(run.output.contains("document-versions"))
    #expect(run.errors.contains("junk.trace.gz"))
  }

  @Test func statsDescribesEveryFile() throws {
    let folder = Scratch()
    folder.write("a.trace.gz", session().file(command: ["clangd"]))
    folder.write("b.trace.gz", session().file(command: ["pylsp"]))
    let text = folder.reprise("stats a.trace.gz b.trace.gz").output
    #expect(text.contains("clangd") && text.contains("pylsp"))
    let json = try JSONValue(parsing: Array(folder.reprise("stats a.trace.gz b.trace.gz --format json").output.utf8))
    #expect(json["schemaVersion"]?.integer == 1)
    #expect(json["files"]?.array?.count == 2)
  }

  @Test func diffTellsSameFromOther() {
    let folder = Scratch()
    var other = session()
    other.exchange("textDocument/completion", result: [])
    folder.write("a.trace.gz", session().file())
    folder.write("b.trace.gz", other.file())
    #expect(folder.reprise("diff a.trace.gz a.trace.gz").exit == 0)
    let run = folder.reprise("diff a.trace.gz b.trace.gz")
    #expect(run.exit == 1)
    #expect(run.output.contains("textDocument/completion"))
    #expect(folder.reprise("diff a.trace.gz nothing.trace.gz").exit == 65)
  }

  @Test(arguments: ["show s.trace.gz", "show s.trace.gz --json", "stats s.trace.gz", "check s.trace.gz"])
  func anUnfinishedRecordingWorksAndIsSaidToBeSo(verb: String) {
    let folder = Scratch()
    folder.write("s.trace.gz", session(isOver: false).file(finished: false))
    let run = folder.reprise(verb)
    #expect(run.exit == 0)
    #expect(!run.output.isEmpty)
    #expect(run.errors.contains("ends after record \(session(isOver: false).last)"))
  }

  @Test(arguments: ["show s.trace.gz", "show s.trace.gz --json", "stats s.trace.gz", "check s.trace.gz"])
  func aTruncatedRecordingIsShownAsFarAsItGoes(verb: String) {
    let folder = Scratch()
    folder.write("s.trace.gz", Array(session().file(finished: false).dropLast(20)))
    let run = folder.reprise(verb)
    #expect(run.exit == 65)
    #expect(!run.output.isEmpty)
    #expect(run.errors.contains("cut off"))
  }

  @Test(arguments: [
    "show", "show s --text x", "show s --from 5 --to 3", "show s --json --text a@1", "check", "stats", "diff a",
    "check s --format yaml", "stats s --format junit",
  ])
  func aWrongCommandLineGives64(arguments: String) { #expect(Scratch().reprise(arguments).exit == 64) }
}
