internal import QueryEngine

/// Clocks and tasks that do not keep their word.
enum TimeFaults {
  static let all = [
    PlantedFault(
      "clock-wakes-late", "Every third sleeper that wants more than ten milliseconds gets three seconds more.",
      .environment, suite: "typing-fairness", property: "first-diagnostics", in: [.lsp]
    ) { Plant(clock: { FaultyClock.make($0, every: 3, .seconds(3)) }) },
    PlantedFault(
      "sleeper-forgotten", "Every fourth sleeper that wants more than ten milliseconds is never woken up.",
      .environment, suite: "typing-fairness", property: "first-diagnostics", in: [.lsp]
    ) { Plant(clock: { FaultyClock.make($0, every: 4, .seconds(36_000)) }) },
    PlantedFault(
      "preparation-dropped", "Every fourth request that has to wait for the disk is never gone on with.",
      .environment, suite: "reload-storm", property: "hang"
    ) {
      let occasions = Occasions(every: 4)
      return Plant(tasks: { _ in
        { name, _, body in
          guard name == "prepare", occasions.come() else { return body }
          return {}
        }
      })
    },
    PlantedFault(
      "background-tasks-late", "Tasks of a low priority begin twenty seconds late, every other one.",
      .environment, suite: "typing-fairness", property: "request-latency"
    ) {
      let occasions = Occasions(every: 2)
      return Plant(tasks: { clock in
        { _, priority, body in
          guard priority == .low, occasions.come() else { return body }
          return {
            try? await clock.sleep(for: .seconds(20))
            await body()
          }
        }
      })
    },
  ]
}

/// Wakes some sleepers later than they want.
private struct FaultyClock<Base: Clock<Duration>>: Clock {
  let base: Base
  let occasions: Occasions
  let delay: Duration

  typealias Instant = Base.Instant

  var now: Instant { base.now }
  var minimumResolution: Duration { base.minimumResolution }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    let isLong = now.duration(to: deadline) > .milliseconds(10)
    let isLate = isLong && occasions.come()
    try await base.sleep(until: isLate ? deadline.advanced(by: delay) : deadline, tolerance: tolerance)
  }
}

extension FaultyClock where Base == ContinuousClock {
  static func make(_ clock: any Clock<Duration>, every period: Int, _ delay: Duration) -> any Clock<Duration> {
    func wrap<C: Clock>(_ clock: C) -> any Clock<Duration> where C.Duration == Duration {
      FaultyClock<C>(base: clock, occasions: Occasions(every: period), delay: delay)
    }
    return wrap(clock)
  }
}
