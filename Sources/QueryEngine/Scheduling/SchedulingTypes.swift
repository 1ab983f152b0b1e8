import IncrementalQueries
import PikeAnalysis

/// A request, whatever its client calls it.
struct RequestNumber: Hashable, Comparable, Sendable {
  let number: UInt64
  static func < (left: RequestNumber, right: RequestNumber) -> Bool { left.number < right.number }
}

/// What is computed for one or several identical requests.
struct ComputationNumber: Hashable, Comparable, Sendable {
  let number: UInt64
  static func < (left: ComputationNumber, right: ComputationNumber) -> Bool { left.number < right.number }
}

/// Who asks. Requests of one never supersede those of the other.
enum RequestOrigin: Hashable, Sendable { case client, publisher }

/// A request as the scheduler sees it.
struct Arrival: Sendable {
  var query: FeatureQuery
  /// Of the snapshot that it will be computed for.
  var revision: Revision
  /// It is about that very snapshot, so that no newer request takes its place.
  var isFixed = false
  var requestClass: RequestClass
  var origin = RequestOrigin.client
  /// It cannot run until ``RequestScheduler/resume(_:)``.
  var needsPreparation = false
}

/// What the scheduler's owner has to do, in this order.
enum SchedulingAction: Equatable {
  /// The request is over: it is answered so.
  case cancelled(RequestNumber, CancellationReason)
  /// Nobody wants it any more; whoever works on it is to be told, and tells when they have stopped.
  case stop(ComputationNumber)
  /// Nobody wants it any more, and nobody works on it.
  case discard(ComputationNumber)
  /// It has a slot: its next steps are to be run.
  case run(ComputationNumber)
}

/// What a computation does after a step.
enum StepDecision: Equatable {
  case goOn
  /// Its slot belongs to another one now.
  case giveBack([SchedulingAction])
  /// Nobody wants its result.
  case stop
}

/// What the scheduler did, of one class of requests.
package struct SchedulingCounts: Sendable, Equatable {
  package var arrived = 0
  /// Joined the computation of an identical request.
  package var shared = 0
  package var superseded = 0
  /// Slots that were given to requests of this class before more urgent ones, since they had waited long enough.
  package var promoted = 0
}
