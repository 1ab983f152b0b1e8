import JSONRPC
import Recording
package import Transcript

/// Semantic tokens come by five, go forward, lie within the text, and have types that the legend knows.
package struct SemanticTokensWellFormed: Checker {
  package static let property = Property(
    id: "semantic-tokens-well-formed", purpose: "Semantic tokens come by five, go forward, and lie within the text.",
    weight: .must)
  package static let interests: Interests = .answers

  /// How many types the server has announced.
  private var typeCount: Int?

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .answered(let exchange) = observation.fact, let answer = exchange.answer, answer.outcome == .result
    else { return }
    switch exchange.request.method {
    case Method.initialize:
      let legend = answer.result?["capabilities"]?["semanticTokensProvider"]?["legend"]
      typeCount = legend?["tokenTypes"]?.elementCount
    case Method.semanticTokensFull, Method.semanticTokensRange:
      judge(answer.result?["data"], of: exchange, at: observation.record, session, &report)
    case EngineMethod.query where exchange.query?.feature == "semantic_tokens":
      judge(answer.reply?.payload?["data"], of: exchange, at: observation.record, session, &report)
    default: break
    }
  }

  private func judge(
    _ data: JSONView?, of exchange: Exchange, at record: Int, _ session: Session, _ report: inout Report
  ) {
    guard let data, data.isArray else { return }
    func find(_ expected: String, _ came: String, _ weight: Weight) {
      report.find(record, expected: "\(expected) in the answer to \(exchange.subject)", came: came, weight: weight)
    }
    guard let numbers = Self.naturals(in: data) else { return find("natural numbers", "something else", .must) }
    guard numbers.count.isMultiple(of: 5) else { return find("numbers by five", "\(numbers.count)", .must) }
    var document: OpenDocument?
    if let own = exchange.document, case .exact(let known)? = exchange.text(of: own, isOwn: true, in: session) {
      document = known
    }
    let encoding = exchange.positionEncoding(in: session)
    let isStrict = session.kind == .queryEngine || session.limits.promises.contains(.exactPositions)
    var position = Position(line: 0, character: 0)
    for index in stride(from: 0, to: numbers.count, by: 5) {
      position.character = numbers[index + 1] + (numbers[index] == 0 ? position.character : 0)
      position.line += numbers[index]
      if let typeCount, numbers[index + 3] >= typeCount {
        return find("one of \(typeCount) types", "\(numbers[index + 3]) at \(position)", .must)
      }
      guard let text = document?.text else { continue }
      guard position.line < text.lineCount else { return find("a line of the text", "\(position)", .must) }
      if let problem = Self.problem(of: numbers[index + 2], from: position, in: text, encoding, isStrict) {
        return find("a token within its line", "\(numbers[index + 2]) from \(position)", problem)
      }
    }
  }

  /// Some clients take tokens of more than one line: what is beyond a line's end is a fault only of a strict server.
  private static func problem(
    of length: Int, from position: Position, in text: DocumentText, _ encoding: PositionEncoding, _ isStrict: Bool
  ) -> Weight? {
    let end = Position(line: position.line, character: position.character + length)
    let issues = [position, end].map { text.offset(of: $0, in: encoding).issue }
    if issues.contains(.insideCharacter) || issues[0] != nil { return .must }
    return issues[1] == nil ? nil : isStrict ? .must : .observation
  }

  private static func naturals(in data: JSONView) -> [Int]? {
    data.bytes.withUnsafeBufferPointer { bytes -> [Int]? in
      var scanner = JSONScanner(bytes, range: data.range)
      var numbers: [Int] = []
      var areNatural = true
      try? scanner.forEachElement { (scanner) throws(JSONError) in
        let range = try scanner.skipValue()
        guard let number = Int(digits: scanner.bytes[range]), number >= 0, number <= Int(Int32.max) else {
          areNatural = false
          return
        }
        numbers.append(number)
      }
      return areNatural ? numbers : nil
    }
  }
}
