import JSONRPC
package import PlantedFaults
import Recording
package import Replay

/// The fault that the header of a recording names: it was found with an engine that had it.
package enum PlantedHeader {
  package static func fault(of recorded: RecordedSession) throws(ReplayRun.Failure) -> PlantedFault? {
    guard let id = recorded.header.run?["planted"]?.string else { return nil }
    guard let fault = PlantedFaults.named(id) else {
      throw .badHeader(recorded.name, "the header's run options name a planted fault that does not exist")
    }
    return fault
  }
}
