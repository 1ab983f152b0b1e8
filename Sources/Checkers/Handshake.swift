import JSONRPC
import Recording
package import Transcript

/// INV-06: the handshake tells the protocol's name and major version, and refuses a client that speaks something else.
package struct Handshake: Checker {
  package static let property = Property(
    id: "handshake", purpose: "The handshake enforces the protocol's name and major version (INV-06).",
    queryEngine: .must)
  package static let interests: Interests = .answers

  private static let name = "query-engine-v2"
  private static let major = 2

  /// The answer that refused the client.
  private var refusal: Int?

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .answered(let exchange) = observation.fact, exchange.request.from == .client,
      let answer = exchange.answer
    else { return }
    guard exchange.request.method == EngineMethod.getProtocolInfo else {
      if let refusal, exchange.request.record > refusal, answer.outcome == .result {
        report.find(
          observation.record, expected: "an error to \(exchange.subject) after the refusal (record \(refusal))",
          came: "a result")
      }
      return
    }
    let isLegal = Self.isLegal(exchange.params)
    switch answer.outcome {
    case .failure where isLegal:
      report.find(observation.record, expected: "a handshake", came: answer.outcome.brief)
    case .failure: refusal = observation.record
    case .result where !isLegal:
      report.find(observation.record, expected: "a client of another protocol to be refused", came: "a result")
    case .result:
      refusal = nil
      judge(answer.result, at: observation.record, &report)
    }
  }

  private static func isLegal(_ params: JSONView?) -> Bool {
    let found = params?.members("protocol", "major", "version")
    func isAbsent(_ view: JSONView?) -> Bool { view?.isNull ?? true }
    return (isAbsent(found?[0]) || found?[0]?.string == name) && (isAbsent(found?[1]) || found?[1]?.integer == major)
      && (isAbsent(found?[2]) || found?[2]?.string?.split(separator: ".").first == "2")
  }

  private func judge(_ result: JSONView?, at record: Int, _ report: inout Report) {
    let found = result?.members("protocol", "major", "minor", "version", "build_id", "capabilities")
    func find(_ expected: String, _ view: JSONView?) {
      let came = view.map { String(decoding: $0.raw.prefix(80), as: UTF8.self) } ?? "none"
      report.find(record, expected: "\(expected) in the handshake", came: came)
    }
    if found?[0]?.string != Self.name { find("the protocol \(Self.name)", found?[0]) }
    if found?[1]?.integer != Self.major { find("the major version \(Self.major)", found?[1]) }
    if found?[2]?.integer == nil { find("a minor version", found?[2]) }
    if found?[3]?.string?.hasPrefix("\(Self.major).") != true { find("a version \(Self.major).…", found?[3]) }
    if found?[4]?.string == nil { find("a build_id", found?[4]) }
    let capabilities = found?[5]?.members("snapshot", "cancellation", "analyze")
    if capabilities?.allSatisfy({ $0?.bool != nil }) != true { find("the capabilities", found?[5]) }
  }
}
