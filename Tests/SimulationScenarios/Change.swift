import Simulation

/// A harmless change of a program, as people make them all day: at one place.
package struct Change: Sendable, Equatable, CustomStringConvertible {
  package enum Kind: String, Sendable, CaseIterable {
    /// An await more.
    case yield
    /// A call of an actor more.
    case call
    /// Two awaits more.
    case yields
    /// A line in the log.
    case note
    /// A draw from a stream of its own.
    case draw
    /// A part of the function is now in a helper with another name.
    case helper
    /// A task more, with a name, that does something for a while.
    case task
    /// A child more.
    case child
  }

  package var kind: Kind?
  package var place: String

  package init(kind: Kind?, place: String) {
    self.kind = kind
    self.place = place
  }

  package static let none = Change(kind: nil, place: "")

  package var description: String { kind.map { "\($0.rawValue) at \(place)" } ?? "none" }

  /// To be called at each place.
  func at(_ place: String, _ world: SimulatedWorld) async {
    guard place == self.place, let kind else { return }
    switch kind {
    case .yield: await Task.yield()
    case .yields:
      await Task.yield()
      await Task.yield()
    case .call: await Noise().hop()
    case .note: world.note("at \(place)")
    case .draw: _ = world.choose("draw at \(place)", below: 10)
    case .helper: await renamedHelper(world)
    case .task:
      world.spawn(name: "added at \(place)") { for _ in 0..<5 { await Task.yield() } }
    case .child:
      async let child: Void = Noise().hop()
      await child
    }
  }

  private func renamedHelper(_ world: SimulatedWorld) async { world.note("renamed") }
}

extension Scenario {
  /// Fifty changes: kinds and places in turn.
  package var changes: [Change] {
    let kinds = Change.Kind.allCases
    return (0..<50).map { number in
      Change(kind: kinds[number % kinds.count], place: places[(number / kinds.count + number) % places.count])
    }
  }
}
