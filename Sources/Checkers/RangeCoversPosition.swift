import JSONRPC
import Recording
package import Transcript

/// What is said about a place is about that place: the range of a hover, or of what is to be renamed, has the position in it that was asked about.
///
/// Source: LSP 3.17, "Hover Request" and "Prepare Rename Request".
package struct RangeCoversPosition: Checker {
  package static let property = Property(
    id: "range-covers-position",
    purpose: "The range of a hover or a rename has the position in it that was asked about.",
    languageServer: .observation, queryEngine: .must)
  package static let interests: Interests = .answers

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .answered(let exchange) = observation.fact, exchange.request.from == .client,
      exchange.answer?.outcome == .result, !session.hasGap
    else { return }
    let isQuery = exchange.query != nil
    let name = isQuery ? exchange.query?.feature ?? "" : exchange.request.method
    guard Self.features.contains(name) else { return }
    let params = isQuery ? exchange.query?.params : exchange.params
    let result = isQuery ? exchange.answer?.reply?.payload : exchange.answer?.result
    guard let asked = params?["position"].flatMap(Position.init), let range = result?["range"],
      let start = range["start"].flatMap(Position.init), let end = range["end"].flatMap(Position.init)
    else { return }
    func isBefore(_ left: Position, _ right: Position) -> Bool {
      (left.line, left.character) < (right.line, right.character)
    }
    guard isBefore(asked, start) || isBefore(end, asked) else { return }
    let isPromised = session.limits.promises.contains(.exactPositions)
    report.find(
      observation.record, expected: "a range with \(asked) in it in the answer to \(exchange.subject)",
      came: "\(start)-\(end)", weight: isQuery || isPromised ? .must : .observation)
  }

  private static let features: Set = [Method.hover, Method.prepareRename, "hover", "prepare_rename"]
}
