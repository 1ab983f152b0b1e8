/// Markup within a line of documentation as Markdown: `@expr{…@}`, `@b{…@}`, `@[name]`, `@@`. What is not closed ends with the text.
struct AutoDocInline {
  private var rest: Substring
  /// Whether the result is for code: nothing is marked, and nothing escaped.
  private let isPlain: Bool
  private var result = ""
  /// What closes each `@name{` that is open.
  private var closings: [String] = []

  static func markdown(_ text: some StringProtocol) -> String {
    var inline = AutoDocInline(text, isPlain: false)
    return inline.read()
  }

  /// The text without its markup, for code.
  static func plain(_ text: some StringProtocol) -> String {
    var inline = AutoDocInline(text, isPlain: true)
    return inline.read()
  }

  private init(_ text: some StringProtocol, isPlain: Bool) {
    rest = Substring(text)
    self.isPlain = isPlain
  }

  private mutating func read() -> String {
    while let character = rest.popFirst() {
      if character == "@" { readMarkup() } else { append(character) }
    }
    while let closing = closings.popLast() { result += closing }
    return result
  }

  private mutating func readMarkup() {
    switch rest.first {
    case "@":
      append("@")
      rest.removeFirst()
    case "}":
      rest.removeFirst()
      result += closings.popLast() ?? ""
    case "[":
      guard let end = rest.firstIndex(of: "]") else { return append("@") }
      appendCode(rest[..<end].dropFirst())
      rest = rest[end...].dropFirst()
    default: readSpan()
    }
  }

  private mutating func readSpan() {
    let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard !name.isEmpty, rest[name.endIndex...].first == "{" else { return append("@") }
    rest = rest[name.endIndex...].dropFirst()
    if !isPlain, Self.codeNames.contains(String(name)) {
      return appendCode(AutoDocInline.plain(takeSpan()))
    }
    let mark = isPlain ? "" : Self.marks[String(name)] ?? ""
    result += mark
    closings.append(mark)
  }

  /// What stands before the `@}` that closes what was just opened.
  private mutating func takeSpan() -> Substring {
    var open = 1
    var cursor = rest
    while let at = cursor.firstIndex(of: "@") {
      cursor = cursor[at...].dropFirst()
      if cursor.first == "@" {
        cursor.removeFirst()
      } else if cursor.first == "}" {
        cursor.removeFirst()
        open -= 1
        if open == 0 {
          defer { rest = cursor }
          return rest[..<at]
        }
      } else if cursor.drop(while: { $0.isASCII && $0.isLetter }).first == "{" {
        open += 1
      }
    }
    defer { rest = rest[rest.endIndex...] }
    return rest
  }

  private mutating func append(_ character: Character) {
    if !isPlain, Self.special.contains(character) { result.append("\\") }
    result.append(character)
  }

  private mutating func appendCode(_ text: some StringProtocol) {
    result += isPlain ? String(text) : Markdown.code(text)
  }

  private static let codeNames: Set = ["expr", "code", "tt", "ref", "pre", "xml"]
  private static let marks = ["b": "**", "i": "*", "u": "*"]
  private static let special: Set<Character> = ["\\", "`", "*", "_", "<", "[", "]"]
}
