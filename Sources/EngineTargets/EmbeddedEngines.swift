package import Checkers
import EngineProtocols
package import JSONRPC
package import PlantedFaults
package import QueryEngine
package import Replay

/// How embedded engines are made, and what they promise.
package enum EmbeddedEngines {
  /// Makes engines that have this fault, and whose tasks run what `wrap` makes of their bodies.
  package static func factory(
    _ framing: Framing, fault: PlantedFault? = nil, wrap: (@Sendable (EmbeddedEnvironment) -> TaskSpawner.Wrap)? = nil
  ) -> EmbeddedServerFactory {
    var adapter = AdapterOptions()
    adapter.version = Release.version
    return { [adapter] in EmbeddedEngine(framing, $0, adapter, fault: fault, wrap: wrap?($0)) }
  }

  package static var limits: CheckerLimits {
    var limits = CheckerLimits()
    limits.promises = .all
    return limits
  }
}
