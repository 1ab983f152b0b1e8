package import Replay

/// All workloads. Adding one means adding a file, and a line here.
package enum Workloads {
  package static let all: [any Workload.Type] = [
    Typist.self,
    Cancellation.self,
    BrokenEdits.self,
    ReloadStorm.self,
    FollowUps.self,
    Fairness.self,
    Lifecycle.self,
    Snapshots.self,
    GitHistory.self,
    Mixed.self,
    RecordedMutation.self,
    IllegalInput.self,
  ]

  /// The workload of that name, with these parameters. The recording is for one that tells a recorded session again.
  package static func make(
    _ name: String, _ parameters: [String: WorkloadParameter.Value] = [:], recording: RecordedSession? = nil
  ) throws(WorkloadError) -> any Workload {
    guard let type = all.first(where: { $0.name == name }) else {
      throw WorkloadError(
        description: "there is no workload '\(name)'; there are: \(all.map { $0.name }.joined(separator: ", "))")
    }
    return type.init(try WorkloadSettings(type.parameters, parameters, recording: recording))
  }
}

extension WorkloadParameter {
  /// How long a session is. The handshake and the end come on top.
  static func messages(_ standard: Int) -> WorkloadParameter {
    WorkloadParameter("messages", standard, in: 1...100_000, "about how many messages the client sends")
  }
}
