import Synchronization

/// Owns an engine on an editor's behalf: starts, stops, restarts and disposes of it, and nothing else. It knows neither what is asked nor
/// what is answered. What to do is ``BridgeMachine``'s; here it is done.
///
/// Events and reports are passed on while the bridge can neither be disposed of nor change, so that none comes after ``dispose()`` has
/// returned; whoever gets them must be quick, and must not call the bridge.
package final class EditorBridge: Sendable {
  private struct State {
    var machine: BridgeMachine
    var targets: [Int: Running] = [:]
    var waiter: Task<Void, Never>?
  }

  /// A target, and whether it is being started still.
  private struct Running {
    var target: any BridgeTarget
    let starting = Latch()
  }

  private let state: Mutex<State>
  private let clock: EngineClock
  private let spawner: TaskSpawner
  private let makeTarget: @Sendable () -> any BridgeTarget
  private let deliver: @Sendable ([UInt8]) -> Void
  private let report: @Sendable (BridgeReport) -> Void

  package init(
    clock: any Clock<Duration>, spawner: TaskSpawner, makeTarget: @escaping @Sendable () -> any BridgeTarget,
    deliver: @escaping @Sendable ([UInt8]) -> Void, report: @escaping @Sendable (BridgeReport) -> Void
  ) {
    state = Mutex(State(machine: BridgeMachine()))
    self.clock = EngineClock(clock)
    self.spawner = spawner
    self.makeTarget = makeTarget
    self.deliver = deliver
    self.report = report
  }

  package func start() { step { $0.start() } }
  package func stop() { step { $0.stop() } }
  package func restart() { step { $0.restart() } }
  package func dispose() { step { $0.dispose() } }

  /// False when the request was dropped, since nothing runs.
  @discardableResult
  package func send(_ request: [UInt8]) -> Bool {
    state.withLock { state in
      guard let number = state.machine.accepts(), let running = state.targets[number] else { return false }
      running.target.send(request)
      return true
    }
  }

  package var counts: BridgeCounts { state.withLock { $0.machine.counts } }

  // MARK: Carrying out

  private func step(_ transition: (inout BridgeMachine) -> [BridgeMachine.Action]) {
    let actions = state.withLock { state in
      let actions = transition(&state.machine)
      for case .report(let what) in actions { report(what) }
      if !state.machine.isWaiting {
        state.waiter?.cancel()
        state.waiter = nil
      }
      return actions
    }
    for action in actions { carryOut(action) }
  }

  private func carryOut(_ action: BridgeMachine.Action) {
    switch action {
    case .validate(let number): validate(number)
    case .start(let number): start(number)
    case .stop(let number): stop(number)
    case .wait(let number, let delay): wait(number, delay)
    case .report: break
    }
  }

  private func validate(_ number: Int) {
    let running = Running(target: makeTarget())
    running.starting.enter()
    state.withLock { $0.targets[number] = running }
    spawner.spawn("validate engine") { [self] in
      let failure = await Self.failure { () async throws(BridgeFailure) in try await running.target.validate() }
      step { $0.validated(number, failure) }
      if state.withLock({ !$0.machine.hasTarget(number) }) {
        forget(number)
        running.starting.leave()
      }
    }
  }

  private func start(_ number: Int) {
    guard let running = state.withLock({ $0.targets[number] }) else { return }
    let events = BridgeEvents(
      received: { [weak self] in self?.received($0, from: number) }, ended: { [weak self] in self?.ended(number) })
    spawner.spawn("start engine") { [self] in
      var failure: BridgeFailure? = BridgeFailure("it is not wanted any more")
      if state.withLock({ $0.machine.wants(number) }) {
        failure = await Self.failure { () async throws(BridgeFailure) in try await running.target.start(events) }
      }
      if failure != nil { forget(number) }
      let now = clock.now
      step { $0.started(number, failure, at: now) }
      running.starting.leave()
    }
  }

  private func stop(_ number: Int) {
    guard let running = state.withLock({ $0.targets[number] }) else {
      // Its start has failed in this very moment.
      step { $0.stopped(number) }
      return
    }
    spawner.spawn("stop engine") { [self] in
      await running.starting.wait()
      await running.target.stop()
      forget(number)
      step { $0.stopped(number) }
    }
  }

  private func wait(_ number: Int, _ delay: Duration) {
    let deadline = clock.now + delay
    let waiter = spawner.spawn("wait to restart engine") { [self] in
      if await clock.sleep(until: deadline) { step { $0.retry(number) } }
    }
    state.withLock { $0.waiter = waiter }
  }

  private func received(_ event: [UInt8], from number: Int) {
    state.withLock { state in
      guard state.machine.passes(number) else { return }
      deliver(event)
      state.machine.handled()
    }
  }

  private func ended(_ number: Int) {
    let now = clock.now
    step { $0.ended(number, at: now) }
  }

  private func forget(_ number: Int) { _ = state.withLock { $0.targets.removeValue(forKey: number) } }

  private static func failure(_ body: () async throws(BridgeFailure) -> Void) async -> BridgeFailure? {
    do throws(BridgeFailure) {
      try await body()
      return nil
    } catch {
      return error
    }
  }
}
