/// A documentation comment as Markdown, for hover and the like.
///
/// It goes from line to line and keeps what is open: the section, the groups (`@mapping … @endmapping`) whose members are lists, and
/// code. So anything may be unclosed, closed twice or out of place.
package struct AutoDocMarkdown {
  private var blocks: [String] = []
  /// The declarations that `@decl` gives.
  private var declarations: [String] = []
  /// The lines of the paragraph or list item that is being read.
  private var paragraph: [String] = []
  /// How deep in lists what is read stands.
  private var indentation = 0
  /// The list marker or label that the paragraph begins with.
  private var lead = ""
  private var groups: [AutoDocGroup] = []
  private var section: String?
  /// Lines of code, as they stand; nil outside of it.
  private var code: [String]?
  /// Code that `@endcode` ends, not the next keyword.
  private var isCodeDelimited = false
  private var ignored = 0

  private static let depthLimit = 8

  package static func render(_ text: String) -> String {
    var renderer = AutoDocMarkdown()
    for line in AutoDocLine.lines(of: text) { renderer.add(line) }
    renderer.endCode()
    renderer.endParagraph()
    let declarations =
      renderer.declarations.isEmpty
      ? [] : [Markdown.fence(renderer.declarations.joined(separator: "\n"))]
    return (declarations + renderer.blocks).joined(separator: "\n\n")
  }

  // MARK: Lines

  private mutating func add(_ line: AutoDocLine) {
    switch line {
    case .keyword("ignore", _): ignored += 1
    case .keyword("endignore", _): ignored = max(0, ignored - 1)
    case _ where ignored > 0: break
    case .text(let text): addText(text)
    case .keyword(let name, let argument): addKeyword(name, argument)
    }
  }

  private mutating func addText(_ text: String) {
    if code != nil {
      code?.append(AutoDocInline.plain(text))
    } else if text.allSatisfy(\.isWhitespace) {
      endParagraph()
    } else {
      paragraph.append(AutoDocInline.markdown(text.trimmingBlanks))
    }
  }

  private mutating func addKeyword(_ name: String, _ argument: String) {
    if code != nil, isCodeDelimited, name != "endcode" {
      code?.append("@\(name) \(argument)")
      return
    }
    endCode()
    if let group = AutoDocGroup(opening: name) { return open(group, argument) }
    if name.hasPrefix("end"), AutoDocGroup(opening: String(name.dropFirst(3))) != nil { return closeGroup() }
    switch name {
    case "decl": declarations.append(AutoDocInline.plain(argument))
    case "param": addParameter(argument)
    case "member", "elem", "value", "type", "index", "item", "c", "row": addMember(argument)
    case "example":
      beginSection("Example")
      code = []
    case "code":
      endParagraph()
      (code, isCodeDelimited) = ([], true)
    case "deprecated":
      beginSection("Deprecated")
      let names = argument.split(separator: " ").map { Markdown.code($0) }
      if !names.isEmpty { paragraph.append("Use \(names.joined(separator: ", ")).") }
    default:
      // What only sorts and places the text says nothing to its reader.
      guard let title = Self.titles[name] else { return }
      beginSection(title, argument: argument)
    }
  }

  // MARK: Sections

  private mutating func beginSection(_ title: String, argument: String = "") {
    endParagraph()
    groups = []
    indentation = 0
    section = title
    blocks.append("**\(title)**")
    if !argument.isEmpty { paragraph.append(AutoDocInline.markdown(argument)) }
  }

  /// Parameters without text between them share the text that follows.
  private mutating func addParameter(_ argument: String) {
    let name = Markdown.code(AutoDocInline.plain(argument))
    if section == Self.parameters, groups.isEmpty, paragraph.isEmpty, !lead.isEmpty {
      lead = lead.replacing(" —", with: "") + ", \(name) —"
      return
    }
    if section == Self.parameters { endParagraph() } else { beginSection(Self.parameters) }
    groups = []
    (indentation, lead) = (1, "- \(name) —")
  }

  // MARK: Lists

  private mutating func open(_ group: AutoDocGroup, _ argument: String) {
    endParagraph()
    guard groups.count < Self.depthLimit else { return }
    groups.append(group)
    if group == .section, !argument.isEmpty { blocks.append("**\(AutoDocInline.markdown(argument))**") }
  }

  private mutating func addMember(_ argument: String) {
    endParagraph()
    let isProse = groups.last?.isProse == true
    let text = isProse ? AutoDocInline.markdown(argument) : Markdown.code(AutoDocInline.plain(argument)) + " —"
    (indentation, lead) = (max(1, listDepth), "- \(text)")
  }

  private mutating func closeGroup() {
    endParagraph()
    _ = groups.popLast()
    indentation = listDepth
  }

  /// Of a member's text in the innermost group.
  private var listDepth: Int { groups.filter(\.isList).count + (section == Self.parameters ? 1 : 0) }

  // MARK: Output

  private mutating func endParagraph() {
    defer { (paragraph, lead) = ([], "") }
    guard !paragraph.isEmpty || !lead.isEmpty else { return }
    if lead.isEmpty {
      append(paragraph, indentation: indentation)
    } else {
      if paragraph.isEmpty { lead = lead.replacing(" —", with: "") }
      append([([lead] + paragraph.prefix(1)).joined(separator: " ")], indentation: indentation - 1)
      if paragraph.count > 1 { continueBlock(Array(paragraph.dropFirst()), indentation: indentation) }
    }
  }

  private mutating func append(_ lines: [String], indentation: Int) {
    let blank = String(repeating: "  ", count: max(0, indentation))
    let text = lines.map { blank + $0 }.joined(separator: "\n")
    // The items of one list stand together.
    if lines.first?.hasPrefix("- ") == true, let last = blocks.last, last.drop(while: { $0 == " " }).hasPrefix("- ") {
      blocks[blocks.count - 1] += "\n" + text
    } else {
      blocks.append(text)
    }
  }

  private mutating func continueBlock(_ lines: [String], indentation: Int) {
    let blank = String(repeating: "  ", count: max(0, indentation))
    blocks[blocks.count - 1] += lines.map { "\n" + blank + $0 }.joined()
  }

  private mutating func endCode() {
    guard var lines = code else { return }
    (code, isCodeDelimited) = (nil, false)
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    guard !lines.isEmpty else { return }
    let fence = Markdown.fence(lines.joined(separator: "\n"))
    append(fence.split(separator: "\n", omittingEmptySubsequences: false).map(String.init), indentation: indentation)
  }

  private static let parameters = "Parameters"
  private static let titles = [
    "returns": "Returns", "throws": "Throws", "note": "Note", "seealso": "See also", "bugs": "Bugs",
    "fixme": "To be fixed", "obsolete": "Obsolete", "copyright": "Copyright", "thanks": "Thanks",
  ]
}

/// What `@name … @endname` encloses.
enum AutoDocGroup {
  /// Members with types or names.
  case members
  /// Items of prose.
  case items
  case section

  init?(opening name: String) {
    switch name {
    case "mapping", "array", "multiset", "string", "int", "mixed", "float", "object": self = .members
    case "ul", "ol", "dl", "table": self = .items
    case "section": self = .section
    default: return nil
    }
  }

  var isList: Bool { self != .section }
  var isProse: Bool { self == .items }
}
