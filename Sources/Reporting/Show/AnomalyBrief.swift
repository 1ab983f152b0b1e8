import JSONRPC
import Transcript

enum AnomalyBrief {
  static func text(_ anomaly: Anomaly) -> String {
    switch anomaly {
    case .malformed(_, let error): "not a JSON object: \(error)"
    case .shapeless: "neither request, notification nor answer"
    case .duplicateAnswer(_, let request): "#\(request.record) \(request.method) was answered before"
    case .unknownAnswer(_, let id): "answers no known request (id \(id.map { "\($0)" } ?? "none"))"
    case .reusedID(_, let inFlight): "its id is in use: #\(inFlight.record) \(inFlight.method) is in flight"
    case .badParams(_, _, let missing): "its params lack \(missing)"
    }
  }
}
