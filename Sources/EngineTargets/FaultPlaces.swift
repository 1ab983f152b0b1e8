import Replay
package import Simulation

/// All places where something may be made to go wrong.
package enum FaultPlaces {
  package static let names =
    (ReplayedFiles.Place.allCases.map(\.rawValue) + ConversationPlace.allCases.map(\.rawValue)).joined(separator: ", ")

  package static func exist(_ place: String) -> Bool {
    ReplayedFiles.Place(rawValue: place) != nil || ConversationPlace(rawValue: place) != nil
  }

  /// What would make sense at the place, when this fault does not.
  package static func kinds(at place: String, insteadOf fault: Fault) -> String? {
    guard let place = ConversationPlace(rawValue: place), !place.admits(fault) else { return nil }
    return place.kinds
  }
}
