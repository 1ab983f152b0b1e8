import TestSupport
import Testing

@testable import QueryEngine

struct BridgeMachineTests {
  private func running() -> BridgeMachine {
    var machine = BridgeMachine()
    _ = machine.start()
    _ = machine.validated(1, nil)
    _ = machine.started(1, nil, at: .zero)
    return machine
  }

  @Test func theCommandIsValidatedBeforeItIsRun() {
    var machine = BridgeMachine()
    #expect(machine.start() == [.validate(1)])
    #expect(machine.state == .starting)
    #expect(machine.validated(1, nil) == [.start(1)])
    #expect(machine.started(1, nil, at: .zero) == [.report(.running)])
    #expect(machine.state == .running)
    #expect(machine.stop() == [.stop(1)])
    #expect(machine.state == .stopping)
    #expect(machine.stopped(1) == [.report(.stopped)])
    #expect(machine.state == .stopped)
    #expect(machine.counts.targets == 0)
  }

  @Test func aCommandThatCannotBeRunIsNotRun() {
    var machine = BridgeMachine()
    _ = machine.start()
    let failure = BridgeFailure("no such program")
    #expect(machine.validated(1, failure) == [.report(.invalid(failure))])
    #expect(machine.state == .stopped)
    #expect(machine.counts.targets == 0)
    #expect(machine.start() == [.validate(2)])
  }

  @Test func restartsAreDelayedMoreAndMoreAndThenGivenUp() {
    var machine = BridgeMachine(policy: .init(crashLimit: 5))
    var actions = machine.start()
    var delays: [Duration] = []
    for number in 1...5 {
      #expect(actions == [.validate(number)])
      _ = machine.validated(number, nil)
      _ = machine.started(number, nil, at: .zero)
      let end = machine.ended(number, at: .seconds(number))
      #expect(end.first == .stop(number))
      _ = machine.stopped(number)
      if case .wait(_, let delay)? = end.last { delays.append(delay) }
      actions = machine.retry(number)
    }
    #expect(delays == [.milliseconds(100), .milliseconds(200), .milliseconds(400), .milliseconds(800)])
    #expect(actions == [])
    #expect(machine.state == .stopped)
    #expect(machine.counts.crashLoops == 1)
    #expect(machine.start() == [.validate(6)])
  }

  @Test func endsThatLieFarApartAreNoLoop() {
    var machine = BridgeMachine(policy: .init(crashLimit: 2, window: .seconds(60)))
    _ = machine.start()
    for number in 1...10 {
      _ = machine.validated(number, nil)
      _ = machine.started(number, nil, at: .zero)
      let end = machine.ended(number, at: .seconds(61 * number))
      #expect(end.last == .wait(number, .milliseconds(100)))
      _ = machine.stopped(number)
      _ = machine.retry(number)
    }
  }

  @Test func whatComesLateChangesNothing() {
    var machine = running()
    #expect(machine.validated(1, nil) == [])
    #expect(machine.started(1, nil, at: .zero) == [])
    #expect(machine.retry(1) == [])
    #expect(machine.ended(0, at: .zero) == [])
    #expect(machine.state == .running)
    #expect(machine.passes(0) == false)
    #expect(machine.counts.dropped == 1)
  }

  @Test func aRestartStartsWhenTheOldOneIsGone() {
    var machine = running()
    #expect(machine.restart() == [.stop(1)])
    #expect(machine.start() == [])
    #expect(machine.stopped(1) == [.report(.stopped), .validate(2)])
  }

  @Test func stoppingBeforeAnythingRunsIsImmediate() {
    var machine = BridgeMachine()
    _ = machine.start()
    #expect(machine.stop() == [])
    #expect(machine.state == .stopped)
    #expect(machine.validated(1, nil) == [])
  }

  @Test func anEndDuringTheStartIsAnEnd() {
    var machine = BridgeMachine()
    _ = machine.start()
    _ = machine.validated(1, nil)
    #expect(machine.ended(1, at: .zero).last == .wait(1, .milliseconds(100)))
    #expect(machine.started(1, nil, at: .zero) == [])
    #expect(machine.state == .starting)
    #expect(machine.stopped(1) == [])
    #expect(machine.retry(1) == [.validate(2)])
  }

  @Test func afterDisposalEverythingIsDroppedAndCounted() {
    var machine = running()
    #expect(machine.passes(1) == true)
    #expect(machine.dispose() == [.stop(1), .report(.disposed)])
    #expect(machine.dispose() == [])
    #expect(machine.passes(1) == false)
    #expect(machine.accepts() == nil)
    #expect(machine.start() == [])
    #expect(machine.counts.dropped == 3)
    #expect(machine.counts.targets == 1)
    #expect(machine.stopped(1) == [])
    #expect(machine.counts.targets == 0)
    #expect(machine.state == .disposed)
  }

  /// Whatever happens in whatever order: no two targets are wanted at once, each that is started is stopped, nothing follows disposal.
  @Test func noOrderOfEventsLeavesATargetBehind() {
    for seed in 0..<3000 {
      var world = BridgeWorld(seed: UInt64(seed))
      world.run()
      let problem = world.problem
      guard problem == nil else {
        Issue.record("seed \(seed): \(problem ?? "")")
        return
      }
    }
  }
}

/// Answers a machine's actions late and in any order.
private struct BridgeWorld {
  private var machine = BridgeMachine(policy: .init(crashLimit: 3))
  private var generator: SeededGenerator
  private var pending: [BridgeMachine.Action] = []
  private var started: Set<Int> = []
  private var stopped: Set<Int> = []
  private(set) var problem: String?

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func run() {
    for _ in 0..<60 where problem == nil {
      switch Int.random(in: 0..<12, using: &generator) {
      case 0: take(machine.start())
      case 1: take(machine.stop())
      case 2: take(machine.restart())
      case 3: if let number = started.subtracting(stopped).min() { take(machine.ended(number, at: .zero)) }
      default: answer()
      }
    }
    take(machine.dispose())
    while !pending.isEmpty { answer() }
    if machine.counts.targets != 0 { problem = "\(machine.counts.targets) targets are left" }
    let left = started.subtracting(stopped)
    if !left.isEmpty { problem = "targets \(left.sorted()) were never stopped" }
  }

  private mutating func take(_ actions: [BridgeMachine.Action]) { pending += actions }

  private mutating func answer() {
    guard !pending.isEmpty else { return }
    let action = pending.remove(at: Int.random(in: 0..<pending.count, using: &generator))
    let fails = Int.random(in: 0..<4, using: &generator) == 0
    let failure = fails ? BridgeFailure("it fails") : nil
    switch action {
    case .validate(let number): take(machine.validated(number, failure))
    case .start(let number):
      // What was stopped before it was started is not started, as in the driver.
      let failure = machine.wants(number) ? failure : BridgeFailure("not wanted")
      if failure == nil { started.insert(number) }
      if failure == nil, started.subtracting(stopped).count > 1 { note(number) }
      take(machine.started(number, failure, at: .zero))
    case .stop(let number):
      // A target is stopped when its start is over.
      if pending.contains(.start(number)) { return pending.append(action) }
      stopped.insert(number)
      take(machine.stopped(number))
    case .wait(let number, _): take(machine.retry(number))
    case .report: break
    }
  }

  private mutating func note(_ number: Int) {
    // One that has ended by itself may still be being cleared away.
    let left = started.subtracting(stopped).subtracting([number])
    let isBeingStopped = left.allSatisfy { pending.contains(.stop($0)) }
    if !isBeingStopped { problem = "\(number) was started beside \(left.sorted())" }
  }
}
