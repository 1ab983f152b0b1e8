import ArgumentParser
import EngineTargets
import Foundation
import JSONRPC
import PlantedFaults
import Replay
import Simulation
import Stress

/// How often failures come again from their files when the engine has changed a little: by the turns that the file holds, and by seed alone.
struct Drift: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "drift")

  @Argument(help: "Recordings of planted failures, as `reprise stress --planted all` leaves them.") var files: [String]

  func run() throws {
    for file in files {
      let recorded = try RecordedSession.load(path: file)
      guard recorded.isGenerated, let fault = try PlantedHeader.fault(of: recorded) else { continue }
      let options = try recorded.runOptions()
      let same = try HarmlessChange.all.filter { change in
        let target = EmbeddedTarget(limits: EmbeddedEngines.limits) { change.factory($0, fault: fault) }
        var run = try target.subject(recorded).play(options)
        var judge = StressJudge(recorded, StressTargets.embedded(fault: fault))
        try judge.judge(&run, options)
        return run.verdict.signature == options.violation
      }
      let lost = HarmlessChange.all.filter { !same.contains($0) }
      let line: JSONValue = [
        "fault": .string(fault.id), "signature": .string(options.violation ?? ""),
        "changes": .number(String(HarmlessChange.all.count)), "same": .number(String(same.count)),
        "lost": .array(lost.map { .string("\($0)") }),
      ]
      print(String(decoding: line.serialized(), as: UTF8.self))
    }
  }
}
