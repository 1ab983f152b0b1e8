import JSONRPC
package import PlantedFaults
package import Stress

/// `reprise stress --planted`: the suites' own test.
package enum PlantedSearch {
  /// Those that are looked for, or nil when there is none of that name.
  package static func faults(_ name: String) -> [PlantedFault]? {
    if name == "all" { return PlantedFaults.all }
    return PlantedFaults.named(name).map { [$0] }
  }

  package static func candidates(_ faults: [PlantedFault]) -> [PlantedCampaign.Candidate] {
    faults.map { fault in
      let framings = fault.languages.map { $0 == .lsp ? Framing.contentLength : .lines }
      return PlantedCampaign.Candidate(
        id: fault.id, summary: fault.summary, suite: fault.suite, property: fault.property,
        target: StressTargets.embedded(fault: fault, framings: framings))
    }
  }
}
