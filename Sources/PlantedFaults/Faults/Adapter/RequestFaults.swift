internal import PikeAnalysis
internal import QueryEngine
internal import Synchronization

/// Questions that are understood by what was said before.
enum RequestFaults {
  static let all = [
    PlantedFault(
      "resolve-through-state",
      "What is resolved is the item at that place of the last list, not the one that was sent.",
      .adapter, suite: "stateless-follow-up", property: "same-question-same-answer", in: [.lsp]
    ) { Plant(engine: { ResolvingByPlace($0) }) },
    PlantedFault(
      "references-of-first-definition",
      "References are looked for where a definition in the same file was asked for first since the last ones.",
      .adapter, suite: "stateless-follow-up", property: "fresh-equals-incremental"
    ) { Plant(engine: { RememberedPlace($0) }) },
    PlantedFault(
      "resolve-needs-last-list", "An item of an older list than the last one cannot be resolved any more.",
      .adapter, suite: "stateless-follow-up", property: "stateless-follow-up"
    ) { Plant(engine: { LastListOnly($0) }) },
    PlantedFault(
      "resolve-own-items-only", "An item that another server had made is sent back as it came.",
      .adapter, suite: "stateless-follow-up", property: "follow-ups-after-restart", in: [.lsp]
    ) { Plant(engine: { OwnItemsOnly($0) }) },
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

private final class LastListOnly: PassingEngine, @unchecked Sendable {
  private let last = Mutex<Set<CompletionItem.Origin>>([])

  override func submit(_ request: EngineRequest, completion: @escaping @Sendable (EngineResponse) -> Void) {
    super.submit(request) { [self] response in
      var response = response
      if case .result(.completion(let list)) = response.outcome {
        last.withLock { $0 = Set(list.items.map(\.origin)) }
      }
      if case .resolveCompletion(let origin) = request.query.request, !last.withLock({ $0.contains(origin) }) {
        response.outcome = .failed("the list has no such item")
      }
      completion(response)
    }
  }
}

private final class OwnItemsOnly: PassingEngine, @unchecked Sendable {
  private let made = Mutex<Set<CompletionItem.Origin>>([])

  override func submit(_ request: EngineRequest, completion: @escaping @Sendable (EngineResponse) -> Void) {
    var request = request
    if case .resolveCompletion(let origin) = request.query.request, !made.withLock({ $0.contains(origin) }) {
      request.query.request = .resolveCompletion(.none)
    }
    super.submit(request) { [self] response in
      if case .result(.completion(let list)) = response.outcome {
        made.withLock { $0.formUnion(list.items.map(\.origin)) }
      }
      completion(response)
    }
  }
}

private final class RememberedPlace: PassingEngine, @unchecked Sendable {
  private let first = Mutex<[FileID: FeatureRequest]>([:])

  override func submit(_ request: EngineRequest, completion: @escaping @Sendable (EngineResponse) -> Void) {
    var request = request
    switch request.query.request {
    case .definition(let file, _): first.withLock { if $0[file] == nil { $0[file] = request.query.request } }
    case .references(let file, _, let includesDeclaration):
      if case .definition(_, let position)? = first.withLock({ $0.removeValue(forKey: file) }) {
        request.query.request = .references(file, position, includesDeclaration: includesDeclaration)
      }
    default: break
    }
    super.submit(request, completion: completion)
  }
}
