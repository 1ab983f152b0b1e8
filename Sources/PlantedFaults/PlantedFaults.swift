// PlantedFaults: the embedded engine with something wrong with it, one fault at a time, so that the stress suites can be shown to find
// what they promise to find.
//
// Absent on purpose: recordings, replay and checkers; a fault knows what it breaks, not who will notice. Whoever runs the engine with a
// fault takes the parts from a `Plant`, or all of them together from a `PlantedEngine`.
//
// How it is made sure that `reprise engine` never has one: `EngineCommand` and `EngineSession` make the engine themselves, from
// `EngineOptions()` and `LocalFiles`, and import nothing from here; no option, environment variable or message leads to
// `EngineOptions.sabotage`. `ReleaseEngineTests` holds the sources against that.

/// All faults there are, in the order of their files.
package enum PlantedFaults {
  package static let all: [PlantedFault] =
    MemoFaults.all + SchedulingFaults.all + SharingFaults.all + PublishingFaults.all + SnapshotFaults.all
    + ComputationFaults.all + PositionFaults.all + MutationFaults.all + RequestFaults.all + CancellationFaults.all
    + AnswerFaults.all + DocumentFaults.all + QueryEngineFaults.all + LifecycleFaults.all + DiskFaults.all
    + TimeFaults.all

  /// The fault with that id.
  package static func named(_ id: String) -> PlantedFault? { all.first { $0.id == id } }
}
