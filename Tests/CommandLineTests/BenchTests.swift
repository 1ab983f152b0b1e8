import JSONRPC
import Testing

@testable import reprise

@Suite struct BenchTests {
  @Test func aPathIsMeasuredAndItsDistributionWritten() throws {
    let folder = Scratch()
    let run = folder.reprise(
      "bench --path 'warm validation' --samples 10 --format json --histograms out/distributions --quiet")
    #expect(run.exit == 0 && run.errors == "", "\(run)")
    let path = try #require(try JSONValue(parsing: Array(run.output.utf8))["paths"]?.array?.first)
    #expect(path["wallNs"]?.array?.count == 10)
    let distribution = folder.read("out/distributions/warm-validation.hgrm")
    #expect(distribution.contains("Percentile") && distribution.contains("Total count    =           10]"), "\(run)")
  }

  @Test func aFolderThatCannotBeIsSaid() {
    let folder = Scratch()
    folder.write("taken", [])
    let run = folder.reprise("bench --path 'warm validation' --samples 8 --histograms taken/there --quiet")
    #expect(run.exit == 3 && run.errors.contains("--histograms taken/there: "), "\(run)")
    #expect(run.output.contains("warm validation"), "what was measured is not lost")
  }

  @Test func aFileThatCannotBeWrittenIsNamed() {
    let folder = Scratch()
    let run = folder.shell(
      "mkdir -p out/warm-validation.hgrm/taken; reprise bench --path 'warm validation' --samples 8 --histograms out --quiet"
    )
    #expect(run.exit == 3 && run.errors.contains("out/warm-validation.hgrm: cannot be written: "), "\(run)")
  }

  @Test func eachPathHasAFileOfItsOwn() {
    let names = HistogramFiles.names(of: ["first diagnostic", "a/../b", "first-diagnostic", "é", "first diagnostic"])
    #expect(
      names == [
        "first-diagnostic.hgrm", "a-b.hgrm", "first-diagnostic--2.hgrm", "path.hgrm", "first-diagnostic--3.hgrm",
      ])
  }
}
