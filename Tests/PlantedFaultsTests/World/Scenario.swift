import JSONRPC
import PlantedFaults
import Testing

/// What a client does, and what it hears of a healthy engine and of one with the fault.
struct Scenario: Sendable, CustomTestStringConvertible {
  let fault: String
  let framing: Framing
  let files: [String: String]
  let capabilities: JSONValue
  let healthy: String
  let faulty: String
  let play: @Sendable (Rig) -> String

  init(
    _ fault: String, _ framing: Framing = .lines, files: [String: String] = [:], capabilities: JSONValue = [:],
    healthy: String, faulty: String, _ play: @escaping @Sendable (Rig) -> String
  ) {
    self.fault = fault
    self.framing = framing
    self.files = files
    self.capabilities = capabilities
    self.healthy = healthy
    self.faulty = faulty
    self.play = play
  }

  var testDescription: String { fault }

  func played(with fault: PlantedFault?) -> String {
    play(Rig(fault, framing, files: files, capabilities: capabilities))
  }

  static let all =
    computing + scheduling + publishing + mutating + answering + living
}

struct ScenarioTests {
  @Test(arguments: Scenario.all)
  func theFaultShowsAndAHealthyEngineIsRight(_ scenario: Scenario) throws {
    let fault = try #require(PlantedFaults.named(scenario.fault))
    #expect(scenario.played(with: nil) == scenario.healthy)
    #expect(scenario.played(with: fault) == scenario.faulty)
  }

  @Test func everyFaultHasAScenario() {
    let shown = Set(Scenario.all.map(\.fault))
    #expect(PlantedFaults.all.map(\.id).filter { !shown.contains($0) } == [])
  }

  @Test func idsAreUnique() {
    let ids = PlantedFaults.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.count >= 40)
  }
}
