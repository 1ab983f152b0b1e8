internal import PikeAnalysis
internal import QueryEngine
internal import Synchronization

/// Questions that are understood by what was said before.
enum RequestFaults {
  static let all = [
    PlantedFault(
      "resolve-through-state",
      "What is resolved is the item at that place of the last list, not the one that was sent.",
      .adapter, suite: "stateless-follow-up", property: "follow-up-stateless"
    ) { Plant(engine: { ResolvingByPlace($0) }) },
    PlantedFault(
      "references-of-last-definition",
      "References are looked for where a definition of the same file was asked for last.",
      .adapter, suite: "stateless-follow-up", property: "follow-up-stateless"
    ) { Plant(engine: { RememberedPlace($0) }) },
  ]
}

private final class ResolvingByPlace: PassingEngine, @unchecked Sendable {
  private struct State {
    var last: [CompletionItem.Origin] = []
    /// Where each stood when it was handed out.
    var places: [CompletionItem.Origin: Int] = [:]
  }

  private let state = Mutex(State())

  override func submit(_ request: EngineRequest, completion: @escaping @Sendable (EngineResponse) -> Void) {
    var request = request
    if case .resolveCompletion(let origin) = request.query.request {
      request.query.request = .resolveCompletion(item(inPlaceOf: origin))
    }
    super.submit(request) { [self] response in
      if case .result(.completion(let list)) = response.outcome { note(list) }
      completion(response)
    }
  }

  private func item(inPlaceOf origin: CompletionItem.Origin) -> CompletionItem.Origin {
    state.withLock { state in
      guard let place = state.places[origin], state.last.indices.contains(place) else { return origin }
      return state.last[place]
    }
  }

  private func note(_ list: CompletionList) {
    state.withLock { state in
      state.last = list.items.map(\.origin)
      for (place, origin) in state.last.enumerated() where origin != .none { state.places[origin] = place }
    }
  }
}

private final class RememberedPlace: PassingEngine, @unchecked Sendable {
  private let last = Mutex<[FileID: FeatureRequest]>([:])

  override func submit(_ request: EngineRequest, completion: @escaping @Sendable (EngineResponse) -> Void) {
    var request = request
    switch request.query.request {
    case .definition(let file, _): last.withLock { $0[file] = request.query.request }
    case .references(let file, _, let includesDeclaration):
      if case .definition(_, let position)? = last.withLock({ $0.removeValue(forKey: file) }) {
        request.query.request = .references(file, position, includesDeclaration: includesDeclaration)
      }
    default: break
    }
    super.submit(request, completion: completion)
  }
}
