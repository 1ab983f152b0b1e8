package import Simulation

/// A bit of everything that is legal.
package struct Mixed: Workload {
  package static let name = "mixed"
  package static let purpose = "Short stretches of all legal workloads follow one another in one session."
  package static let parameters: [WorkloadParameter] = [
    .messages(30),
    WorkloadParameter("stretch", 7, in: 1...10_000, "how many messages one stretch has at most"),
  ]

  private let messages: Int
  private let stretch: Int

  package init(_ settings: WorkloadSettings) {
    messages = settings.number("messages")
    stretch = settings.number("stretch")
  }

  private static let parts: [any Workload.Type] = [
    Typist.self, Cancellation.self, BrokenEdits.self, ReloadStorm.self, FollowUps.self, Fairness.self, GitHistory.self,
    Snapshots.self,
  ]

  package func write(_ script: inout ClientScript, _ choices: inout Choices) {
    let end = script.messageCount + messages
    let framing = script.framing
    let parts = Self.parts.filter { $0.framings.contains(framing) }
    while script.messageCount < end {
      let part = choices.pick("mixed.part", parts)
      let length = choices.draw("mixed.stretch", in: 1...stretch)
      part.init(WorkloadSettings(part.parameters, messages: length)).write(&script, &choices)
      script.pause(choices.draw("mixed.pause", in: 0...200_000))
    }
  }
}
