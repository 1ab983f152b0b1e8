import QueryEngine
import Simulation
import Synchronization
import Testing

/// An engine that says back what it is told, and ends when the test says so.
private final class EchoTarget: BridgeTarget {
  struct Script: Sendable {
    var invalid: BridgeFailure?
    var failure: BridgeFailure?
  }

  private struct State {
    var events: BridgeEvents?
    var log: [String] = []
  }

  let script: Script
  private let state = Mutex(State())

  init(_ script: Script) { self.script = script }

  var log: [String] { state.withLock { $0.log } }

  private func note(_ what: String) { state.withLock { $0.log.append(what) } }

  func validate() async throws(BridgeFailure) {
    note("validate")
    if let invalid = script.invalid { throw invalid }
  }

  func start(_ events: BridgeEvents) async throws(BridgeFailure) {
    note("start")
    if let failure = script.failure { throw failure }
    state.withLock { $0.events = events }
  }

  func send(_ request: [UInt8]) { note("send \(String(decoding: request, as: UTF8.self))") }

  func stop() async { note("stop") }

  func say(_ text: String) { state.withLock { $0.events }?.received(Array(text.utf8)) }
  func end() { state.withLock { $0.events }?.ended() }
}

private final class BridgeHouse {
  let simulation = ChosenSchedule.simulation()
  let bridge: EditorBridge
  private let record: Record

  final class Record: Sendable {
    let targets = Mutex<[EchoTarget]>([])
    let heard = Mutex<[String]>([])
    let reports = Mutex<[BridgeReport]>([])
  }

  init(_ script: EchoTarget.Script = .init()) {
    let record = Record()
    self.record = record
    let world = simulation.world
    bridge = EditorBridge(
      clock: world.clock, spawner: TaskSpawner(on: world.executor, willSpawn: { world.nameNextTask($0) }),
      makeTarget: {
        let target = EchoTarget(script)
        record.targets.withLock { $0.append(target) }
        return target
      },
      deliver: { event in record.heard.withLock { $0.append(String(decoding: event, as: UTF8.self)) } },
      report: { report in record.reports.withLock { $0.append(report) } })
  }

  var targets: [EchoTarget] { record.targets.withLock { $0 } }
  var heard: [String] { record.heard.withLock { $0 } }
  var reports: [BridgeReport] { record.reports.withLock { $0 } }

  func start() {
    bridge.start()
    simulation.drain()
  }

  func advance(by duration: Duration) {
    simulation.advance(by: duration)
    simulation.drain()
  }
}

@Suite(.schedules(Schedules.many)) struct EditorBridgeTests {
  @Test func requestsAndEventsPassWhileItRuns() {
    let house = BridgeHouse()
    #expect(!house.bridge.send(Array("early".utf8)))
    house.start()
    #expect(house.bridge.send(Array("hello".utf8)))
    house.targets[0].say("world")
    house.bridge.stop()
    house.simulation.drain()
    #expect(!house.bridge.send(Array("late".utf8)))
    #expect(house.targets.map(\.log) == [["validate", "start", "send hello", "stop"]])
    #expect(house.heard == ["world"])
    #expect(house.reports == [.running, .stopped])
    #expect(house.bridge.counts.dropped == 2)
  }

  @Test func whatCannotBeRunIsNotRun() {
    let failure = BridgeFailure("there is no program pike9; install it, or set the path")
    let house = BridgeHouse(.init(invalid: failure))
    house.start()
    #expect(house.targets.map(\.log) == [["validate"]])
    #expect(house.reports == [.invalid(failure)])
    #expect(house.bridge.counts.targets == 0)
  }

  @Test func anEngineThatEndsIsStartedAgainAfterAWhile() {
    let house = BridgeHouse()
    house.start()
    house.targets[0].end()
    house.simulation.drain()
    #expect(house.targets[0].log == ["validate", "start", "stop"])
    house.advance(by: .milliseconds(99))
    #expect(house.targets.count == 1)
    house.advance(by: .milliseconds(1))
    #expect(house.targets.count == 2)
    house.targets[0].say("from the grave")
    house.targets[1].say("alive")
    #expect(house.heard == ["alive"])
    #expect(house.reports == [.running, .ended, .running])
  }

  @Test func anEngineThatNeverStartsIsGivenUp() {
    let house = BridgeHouse(.init(failure: BridgeFailure("it does not start")))
    house.start()
    for _ in 0..<20 { house.advance(by: .seconds(1)) }
    #expect(house.targets.count == 5)
    #expect(house.reports.last == .crashLoop)
    #expect(house.bridge.counts.targets == 0)
    #expect(house.simulation.sleepers == 0)
  }

  @Test func nothingIsLeftAfterDisposal() {
    let house = BridgeHouse()
    house.start()
    house.targets[0].end()
    house.simulation.drain()
    house.bridge.dispose()
    house.advance(by: .seconds(60))
    #expect(house.targets.count == 1)
    #expect(house.simulation.sleepers == 0)
    house.targets[0].say("late")
    house.bridge.start()
    house.simulation.drain()
    #expect(house.heard == [])
    #expect(house.bridge.counts.dropped == 2)
    #expect(house.bridge.counts.targets == 0)
    #expect(house.bridge.counts.handledAfterDispose == 0)
    #expect(house.reports.last == .disposed)
  }

  @Test(arguments: 0..<6)
  func disposalAtAnyMomentLeavesNothing(_ moment: Int) {
    let house = BridgeHouse()
    house.bridge.start()
    for _ in 0..<moment { house.simulation.runOne() }
    house.bridge.dispose()
    house.simulation.drain()
    #expect(house.bridge.counts.targets == 0)
    let log = house.targets.first?.log ?? []
    #expect(log.contains("start") == false || log.last == "stop")
  }
}
