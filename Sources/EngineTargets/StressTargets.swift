package import JSONRPC
package import PlantedFaults
package import Stress

/// What can be put under stress.
package enum StressTargets {
  /// The embedded engine, in this process, with this fault, and spoken to in these protocols.
  package static func embedded(fault: PlantedFault? = nil, framings: [Framing] = Framing.allCases) -> EmbeddedTarget {
    var target = EmbeddedTarget(limits: EmbeddedEngines.limits) { EmbeddedEngines.factory($0, fault: fault) }
    target.planted = fault?.id
    target.framings = framings
    return target
  }
}
