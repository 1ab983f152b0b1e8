import IncrementalQueries
import PikeAnalysis
import Synchronization

/// How requests come, are cancelled and are answered.
extension Engine {
  package func submit(_ request: EngineRequest, completion: @escaping @Sendable (EngineResponse) -> Void) {
    searchLibraryOnce()
    submit(request, from: .client, completion: completion)
  }

  @discardableResult
  package func cancel(_ id: String) -> Bool {
    let now = clock.now
    guard let effects = desk.withLock({ $0.cancel(id, at: now) }) else { return false }
    perform(effects)
    return true
  }

  func submit(
    _ request: EngineRequest, from origin: RequestOrigin, completion: @escaping @Sendable (EngineResponse) -> Void
  ) {
    let now = clock.now
    let latest = snapshots.latest
    let question = request.query.request
    let (isOpen, preparation) = preparation(of: request)
    let requestClass = request.requestClass ?? question.defaultClass(isOpen: isOpen)
    let open = RequestDesk.Open(
      id: request.id, origin: origin, request: question, requestClass: requestClass, selection: request.snapshot,
      arrival: now, isShared: false, computation: ComputationNumber(number: 0), completion: completion)
    guard let state = state(for: request.snapshot, latest) else {
      perform(desk.withLock { $0.refuse(open, .snapshotNotFound) })
      return
    }
    let arrival = Arrival(
      query: request.query, revision: state.revision, isFixed: request.snapshot != .latest, requestClass: requestClass,
      origin: origin, needsPreparation: preparation.isNeeded)
    let effects = desk.withLock { desk in
      desk.take(arrival, open, state: state) { number in
        Computation(
          number: number, query: request.query, priority: requestClass.priority, preparation: preparation, state: state,
          stepper: options.stepper(request.query))
      }
    }
    perform(effects)
  }

  private func state(for selection: SnapshotSelection, _ latest: EngineState) -> EngineState? {
    switch selection {
    case .latest: latest
    case .fixed(let revision): snapshots.state(at: revision)
    }
  }

  private func preparation(of request: EngineRequest) -> (isOpen: Bool, Preparation) {
    let question = request.query.request
    return host.withLock { host in
      let isOpen = question.file.map { host.documents[$0] != nil } ?? false
      // A fixed snapshot is what it is, whatever the disk says now.
      guard request.snapshot == .latest else { return (isOpen, Preparation()) }
      let closed = isOpen ? nil : question.file.flatMap { host.disk[$0] == nil ? nil : $0 }
      return (
        isOpen,
        Preparation(
          project: searching.isBusy, workspace: question.needsWorkspace && crawling.isBusy,
          touchedFiles: host.isRefreshing || !host.touched.isEmpty, closedFile: closed)
      )
    }
  }

  /// To be called with no lock held: answers may lead anywhere.
  ///
  /// - Returns: whether the computation `own` was given a slot, which the caller goes on with.
  @discardableResult
  func perform(_ effects: RequestDesk.Effects, own: Computation? = nil) -> Bool {
    var goesOn = false
    for computation in effects.slices {
      if computation === own { goesOn = true } else { start(computation) }
    }
    if let computation = effects.preparation {
      spawner.spawn("prepare", priority: computation.priority) { [self] in await prepare(computation) }
    }
    for (completion, response) in effects.answers { completion(response) }
    return goesOn
  }

  private func start(_ computation: Computation) {
    spawner.spawn("compute", priority: computation.priority) { [self] in await run(computation) }
  }

  // MARK: Statistics

  package var statistics: EngineStatistics {
    var statistics = EngineStatistics()
    desk.withLock { desk in
      statistics.totals = desk.telemetry.totals
      for index in statistics.totals.indices { statistics.totals[index].scheduling = desk.scheduler.counts[index] }
      statistics.recent = desk.telemetry.recent
      statistics.work = desk.telemetry.work
      statistics.openRequests = desk.openCount
      statistics.stoppingRequests = desk.stoppingRequestCount
      statistics.runningComputations = desk.computationCount
    }
    publishing.withLock { publishing in
      statistics.published = publishing.machine.published
      statistics.overtaken = publishing.machine.overtaken
      statistics.totals[RequestClass.typing.rawValue].coalesced = publishing.machine.coalesced
    }
    return statistics
  }
}
