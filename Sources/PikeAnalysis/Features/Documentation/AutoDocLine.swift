/// One line of a documentation comment: text, or a keyword with what stands behind it.
///
/// The markup is Pike's AutoDoc. A keyword begins with `@` as the first thing on a line; `@name{` is markup within text, `@[` a
/// reference and `@@` the character itself.
enum AutoDocLine: Equatable {
  case text(String)
  case keyword(String, argument: String)

  init(_ line: some StringProtocol) {
    let trimmed = line.drop { $0 == " " || $0 == "\t" }
    guard trimmed.first == "@" else {
      self = .text(String(line))
      return
    }
    let name = trimmed.dropFirst().prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    let rest = trimmed.dropFirst(1 + name.count)
    guard !name.isEmpty, rest.first != "{" else {
      self = .text(String(line))
      return
    }
    self = .keyword(String(name), argument: String(rest.trimmingBlanks))
  }

  /// The lines of a comment; one that ends in `@` goes on with the next.
  static func lines(of text: String) -> [AutoDocLine] {
    var lines: [AutoDocLine] = []
    var open: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let whole = open.map { $0 + line.drop { $0 == " " } } ?? String(line)
      if whole.hasSuffix("@"), !whole.hasSuffix("@@") {
        open = String(whole.dropLast())
      } else {
        lines.append(AutoDocLine(whole))
        open = nil
      }
    }
    if let open { lines.append(AutoDocLine(open)) }
    return lines
  }
}

extension StringProtocol {
  /// Without the blanks at both ends.
  var trimmingBlanks: SubSequence {
    var rest = self[...]
    while let first = rest.first, first == " " || first == "\t" { rest = rest.dropFirst() }
    while let last = rest.last, last == " " || last == "\t" || last == "\r" { rest = rest.dropLast() }
    return rest
  }
}
