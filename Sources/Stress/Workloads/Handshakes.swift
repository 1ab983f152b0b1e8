package import JSONRPC
package import Simulation

/// Clients that speak another protocol, or another version of it; the server has to refuse them.
package struct Handshakes: Workload {
  package static let name = "handshakes"
  package static let purpose = "Clients of other protocols and versions introduce themselves, and go on all the same."
  package static let parameters: [WorkloadParameter] = [
    WorkloadParameter("questions", 2, in: 0...100, "how many questions follow the handshake at most")
  ]
  package static let framings: [Framing] = [.lines]

  private let questions: Int

  package init(_ settings: WorkloadSettings) { questions = settings.number("questions") }

  private static let clients: [JSONValue] = [
    ["protocol": "query-engine-v2", "major": 3], ["protocol": "query-engine-v2", "major": 1],
    ["protocol": "query-engine-v3", "major": 2], ["protocol": "query-engine-v2", "version": "3.0.0"],
    ["protocol": "query-engine-v2", "major": 2, "minor": 99, "more": [1]], [:],
  ]

  package func write(_ script: inout ClientScript, _ choices: inout Choices) {
    let client = choices.pick("handshakes.client", Self.clients)
    script.sendRaw(script.rawRequest("get_protocol_info", client))
    script.pause(choices.draw("handshakes.pause", in: 0...5_000))
    for _ in 0..<choices.draw("handshakes.questions", in: 0...max(0, questions)) {
      script.sendRaw(script.rawRequest("engine_update_config", [:]))
    }
    script.endOfInput()
  }
}
