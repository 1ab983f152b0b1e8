// EngineTargets: the embedded engine, healthy or with a planted fault, as something that is replayed against and put under stress. This is
// where the harness and the engine meet; neither knows the other.
//
// Absent on purpose: commands, printing, and the engine of `reprise engine`, which is made without any of this.

/// What this is a release of.
package enum Release {
  package static let version = "0.1.0"
}
