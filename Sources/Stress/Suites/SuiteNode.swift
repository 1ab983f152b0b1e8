import Yams

/// A value in a suite's file that knows where it stands.
struct SuiteNode {
  let node: Node
  let file: String

  static func parse(_ text: String, file: String) throws(SuiteError) -> SuiteNode {
    guard text.utf8.count <= SuiteReader.longestFile else {
      throw SuiteError(file: file, message: "it is larger than 1 MiB; is it a suite?")
    }
    // Anchors let a small text stand for a huge one.
    if let line = text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex(where: usesAnchors) {
      throw SuiteError(
        file: file, line: line + 1, message: "anchors and aliases (& and *) are not supported; write the value out")
    }
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw SuiteError(file: file, message: "it is empty; a suite has a name, a purpose and workloads")
      }
      return SuiteNode(node: node, file: file)
    } catch let error as SuiteError {
      throw error
    } catch let error as YamlError {
      throw Self.error(error, file)
    } catch {
      throw SuiteError(file: file, message: "it is not YAML: \(error)")
    }
  }

  private static func usesAnchors(_ line: Substring) -> Bool {
    let value = line.drop { $0 == " " || $0 == "-" }
    let afterColon = value.firstIndex(of: ":").map { value[value.index(after: $0)...].drop { $0 == " " } } ?? value
    return value.first == "*" || value.first == "&" || afterColon.first == "*" || afterColon.first == "&"
  }

  private static func error(_ error: YamlError, _ file: String) -> SuiteError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      SuiteError(
        file: file, line: mark.line,
        message: "it is not YAML: \(problem); is something indented by a tab, or a quote missing?")
    case .duplicatedKeysInMapping(let keys, let context):
      SuiteError(file: file, line: context.mark.line, message: "\(keys.joined(separator: ", ")) stands twice here")
    default: SuiteError(file: file, message: "it is not YAML: \(error)")
    }
  }

  func error(_ message: String) -> SuiteError { SuiteError(file: file, line: node.mark?.line, message: message) }

  // MARK: Values

  func string(_ what: String) throws(SuiteError) -> String {
    guard let text = node.scalar?.string, !text.isEmpty else { throw error("\(what) must be a text") }
    return text
  }

  func integer(_ what: String, in range: ClosedRange<Int>) throws(SuiteError) -> Int {
    guard let number = node.scalar.flatMap({ Int($0.string) }), range.contains(number) else {
      throw error("\(what) must be a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  func list(_ what: String) throws(SuiteError) -> [SuiteNode] {
    guard let sequence = node.sequence else { throw error("\(what) must be a list: put '- ' before each") }
    return sequence.map { SuiteNode(node: $0, file: file) }
  }

  /// The members, in the order of the file; only those that are known.
  func members(_ what: String, known: [String]) throws(SuiteError) -> [(key: String, value: SuiteNode)] {
    guard let mapping = node.mapping else { throw error("\(what) must have keys: \(known.joined(separator: ", "))") }
    var members: [(key: String, value: SuiteNode)] = []
    for (key, value) in mapping {
      let name = SuiteNode(node: key, file: file)
      let text = try name.string("a key of \(what)")
      guard known.contains(text) else {
        throw name.error(
          "\(what) has no key '\(text)'\(Self.suggestion(text, known)); there are: \(known.joined(separator: ", "))")
      }
      if members.contains(where: { $0.key == text }) { throw name.error("'\(text)' stands twice") }
      members.append((text, SuiteNode(node: value, file: file)))
    }
    return members
  }

  /// The known word that somebody may have meant.
  static func suggestion(_ text: String, _ known: [String]) -> String {
    let near = known.min { distance(text, $0) < distance(text, $1) }
    guard let near, distance(text, near) <= 2 else { return "" }
    return " (did you mean '\(near)'?)"
  }

  /// Levenshtein's distance (V. I. Levenshtein, 1966), of short words.
  private static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left.utf8.prefix(40)), Array(right.utf8.prefix(40)))
    var row = Array(0...right.count)
    for (index, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let next = min(row[column] + 1, row[column + 1] + 1, diagonal + (byte == right[column] ? 0 : 1))
        diagonal = row[column + 1]
        row[column + 1] = next
      }
    }
    return row[right.count]
  }
}
