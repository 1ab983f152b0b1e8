import IncrementalQueries
import PikeAnalysis
import Synchronization

/// How much an engine keeps.
package struct EngineFootprint: Sendable, Equatable {
  package var snapshots = 0
  /// Values of inputs and queries.
  package var values = 0
  /// Keys of inputs and queries, with a value or without.
  package var keys = 0
  package var documents = 0
  /// Files of the disk that are known.
  package var files = 0
}

extension Engine {
  package var footprint: EngineFootprint {
    let population = database.population
    let (documents, files) = host.withLock { ($0.documents.count, $0.disk.count) }
    return EngineFootprint(
      snapshots: snapshots.count, values: population.reduce(0) { $0 + $1.values },
      keys: population.reduce(0) { $0 + $1.keys }, documents: documents, files: files)
  }
}
