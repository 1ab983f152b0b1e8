import Simulation
import SimulationScenarios
import TestSupport
import Testing

@Suite struct ScheduleTests {
  private func recorded(_ scheduler: SchedulerKind, seed: UInt64) -> SimulationReport {
    Simulation.run(
      SimulationOptions(scheduler: scheduler, seed: seed, recordsSchedule: true), Scenario.publishAfterCancel.body())
  }

  @Test(arguments: allSchedulers)
  func aReplayedScheduleIsTheSameRun(_ scheduler: SchedulerKind) throws {
    for seed in 0..<10 {
      let report = recorded(scheduler, seed: UInt64(seed))
      let schedule = try #require(Schedule(text: report.schedule.text))
      let replayed = run(.replay(schedule), seed: 77, Scenario.publishAfterCancel.body())
      #expect(replayed.hash == report.hash && replayed.outcome == report.outcome)
      #expect(replayed.drift?.isNone == true)
      #expect(replayed.drift?.added == 0)
    }
  }

  @Test func aReplayedWaitIsReplayed() {
    let body: Body = { world in
      for name in ["a", "b", "c", "d"] {
        world.spawn(name: name) {
          await Task.yield()
          try await world.clock.sleep(for: .seconds(1))
          await Task.yield()
          world.note(name)
        }
      }
    }
    for seed in 0..<20 {
      let options = SimulationOptions(scheduler: .starvation(), seed: UInt64(seed), recordsSchedule: true)
      let report = Simulation.run(options, body)
      #expect(run(.replay(report.schedule), body).hash == report.hash)
    }
  }

  @Test func theTextIsTheSchedule() throws {
    var schedule = recorded(.random, seed: 3).schedule
    schedule.choices = [.init(stream: "a name, with @=%;* and é", ordinal: 12, value: .max)]
    #expect(Schedule(text: schedule.text) == schedule)
    #expect(!schedule.text.contains(" "))
  }

  @Test func aSeedAloneIsASchedule() { #expect(Schedule(text: "2a") == Schedule(seed: 42)) }

  @Test(arguments: [
    "", "-1", "+1", "1;2", "1;;;;", "1;x;;", "1;5;S1;", "1;5;S0*0;", "1;5;S0*ffffffff;", "1;5;Q0;", "1;5;S;", "1;;;a@1",
    "1;;;a=1@2", "1;;;%4@1=1", "1;;;%ff@1=1", "1;5;S0*1000000,S0;",
  ])
  func whatIsNoScheduleIsRefused(_ text: String) {
    let schedule = Schedule(text: text)
    #expect(schedule == nil)
  }

  @Test func damagedTextsDoNoHarm() {
    var generator = SeededGenerator(seed: 1)
    let text = Array(recorded(.random, seed: 3).schedule.text.utf8.prefix(400)) + Array(";a@1=2".utf8)
    for _ in 0..<2_000 {
      var damaged = text
      for _ in 0..<3 {
        damaged[Int.random(in: 0..<damaged.count, using: &generator)] = .random(in: 32...126, using: &generator)
      }
      guard let schedule = Schedule(text: String(decoding: damaged, as: UTF8.self)) else { continue }
      #expect(Schedule(text: schedule.text) == schedule)
    }
  }

  @Test func anyScheduleCanBeReplayedOnAnyCode() {
    for seed in 0..<20 {
      let schedule = recorded(.random, seed: UInt64(seed)).schedule
      let report = run(.replay(schedule), Scenario.starvation.body())
      #expect(report.outcome == .finished)
    }
  }

  @Test func turnsMayBeLeftOut() {
    var schedule = recorded(.partialOrder, seed: 1).schedule
    schedule.turns = schedule.turns.enumerated().filter { $0.offset % 3 != 0 }.map(\.element)
    let report = run(.replay(schedule), Scenario.publishAfterCancel.body())
    #expect(report.outcome == .finished || report.outcome == .failed("published after the cancel"))
  }
}
