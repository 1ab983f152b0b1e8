import JSONRPC
import Measurement
import PerformanceGates
import Testing

@Suite struct ComparisonFileTests {
  private var comparison: Comparison {
    var series = Sample.series(restarts: 2, counters: [Sample.counter("queriesExecuted", 5, 6)], withCPU: true)
    series.peakMemory = BySide(base: 1 << 20, target: 2 << 20)
    series.batch = 4
    var round = Sample.round([series])
    round.machine = MachineNoise(steal: [0.01, 0.02], load: [0.5, 0.25])
    var comparison = Sample.comparison(rounds: [round])
    comparison.seed = .max
    return comparison
  }

  private func problems(_ text: String) -> String {
    do {
      _ = try Comparison(parsing: Array(text.utf8))
      return "none"
    } catch { return error.description }
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let comparison = self.comparison
    let isSame = try Comparison(parsing: comparison.json.serialized()) == comparison
    #expect(isSame)
    let isSamePretty = try Comparison(parsing: Array(PrettyJSON.text(comparison.json).utf8)) == comparison
    #expect(isSamePretty)
  }

  @Test func itIsVersionedAndSaysWhatItIs() throws {
    let text = Sample.text(comparison.json)
    #expect(text.hasPrefix(#"{"schemaVersion":1,"kind":"comparison","#))
    #expect(
      problems(text.replacing(#""schemaVersion":1"#, with: #""schemaVersion":2"#)).contains("this program reads 1"))
    #expect(
      problems(text.replacing(#""kind":"comparison""#, with: #""kind":"replay""#)).contains("reprise compare --output"))
  }

  @Test func unknownMembersArePassedOver() throws {
    let text = Sample.text(comparison.json).replacing(#""created""#, with: #""later":[{}],"created""#)
    #expect(problems(text) == "none")
  }

  @Test(arguments: [
    (#""name":"startup""#, #""nam":"startup""#, "rounds[0].series[0].name: is missing"),
    (#""kind":"path""#, #""kind":"pth""#, "\"pth\" is unknown; write one of path, control, planted"),
    (#""first":"bbb"#, #""first":"xbb"#, "does not tell of each pair who went first"),
    (#""wall":{"base":["#, #""wall":{"base":[-1,"#, "13 samples of base and 12 of target do not make pairs"),
    (#""wall":{"base":["#, #""wall":{"bas":["#, "0 samples of base and 12 of target"),
    (#""answers":{"base""#, #""answers":{"bas""#, "rounds[0].series[0].answers.base: is missing"),
    (#""batch":4"#, #""batch":0"#, "rounds[0].series[0].batch: is 0"),
    (#""corpus""#, #""corp""#, "base.corpus: is missing"),
    (#""seed":"18446744073709551615""#, #""seed":"x""#, ""),
  ])
  func damageIsNamed(_ old: String, _ new: String, _ expected: String) {
    let text = Sample.text(comparison.json)
    let isThere = text.contains(old)
    #expect(isThere)
    let said = problems(text.replacing(old, with: new, maxReplacements: 1))
    #expect(said != "none" && said.contains(expected), "\(said)")
  }
}
