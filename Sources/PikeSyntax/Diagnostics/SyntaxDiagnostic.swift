/// One mistake in a text, where a person would look for it.
package struct SyntaxDiagnostic: Sendable, Hashable {
  /// In bytes; empty where something is missing.
  package var range: Range<Int>
  package var message: String
  /// The bracket that is not closed, the `#if` without end: the other place to look at.
  package var related: Range<Int>?

  package init(range: Range<Int>, message: String, related: Range<Int>? = nil) {
    self.range = range
    self.message = message
    self.related = related
  }
}

extension SyntaxTree {
  /// What is wrong with the text, in order: a function of the tree alone, found where nodes say that there is something.
  package var diagnostics: [SyntaxDiagnostic] {
    var collector = DiagnosticCollector(text: text)
    collector.visit(root, at: 0)
    let result = collector.found + directives.diagnostics
    return directives.structure.unmatched.isEmpty
      ? result : result.sorted { ($0.range.lowerBound, $0.message) < ($1.range.lowerBound, $1.message) }
  }

  /// Whether there is any diagnostic, at no cost.
  package var hasDiagnostics: Bool { root.hasDiagnostics || !directives.structure.unmatched.isEmpty }
}

/// Walks into those nodes only that say that they hold a mistake.
struct DiagnosticCollector {
  let text: SourceText
  var found: [SyntaxDiagnostic] = []
  /// Where the last thing that is missing was reported; what stands right behind it is its consequence.
  private var lastMissing = -1
  /// Where the last string ended that is not closed: it has swallowed what is missing behind it.
  private var openStringEnd = -1

  /// The nodes around what is looked at, from the outermost on, where they begin, and the child that comes next in each. (Not calls
  /// inside calls, for which the stack of a small thread would not do.)
  private var ancestors: [Level] = []

  private struct Level {
    let node: GreenNode
    let start: Int
    private var index = 0
    private var offset: Int

    init(node: GreenNode, start: Int) {
      self.node = node
      self.start = start
      offset = start
    }

    /// The next child in which something is wrong.
    mutating func next() -> (child: GreenElement, offset: Int, index: Int)? {
      while index < node.childCount {
        let found = (child: node[index], offset: offset, index: index)
        index += 1
        offset += found.child.width
        if found.child.hasDiagnostics { return found }
      }
      return nil
    }
  }

  init(text: SourceText) { self.text = text }

  mutating func visit(_ node: GreenNode, at start: Int) {
    enter(node, at: start)
    while !ancestors.isEmpty {
      guard let (child, offset, index) = ancestors[ancestors.count - 1].next() else {
        ancestors.removeLast()
        continue
      }
      if let inner = child.node {
        enter(inner, at: offset)
      } else if child.isMissing {
        let level = ancestors[ancestors.count - 1]
        reportMissing(child, at: offset, index: index, in: level.node, level.start)
      } else {
        reportFaulty(child, at: offset)
      }
    }
  }

  /// Goes on to the children of a node, or says what is wrong with all of it.
  private mutating func enter(_ node: GreenNode, at start: Int) {
    ancestors.append(Level(node: node, start: start))
    switch node.kind {
    case .unexpected: reportUnexpected(node, at: start)
    case .tooDeep:
      add(textRange(of: node, at: start), "this is nested too deeply to be understood; simplify it")
    default: return
    }
    ancestors.removeLast()
  }

  private mutating func add(_ range: Range<Int>, _ message: String, related: Range<Int>? = nil) {
    found.append(SyntaxDiagnostic(range: range, message: message, related: related))
  }

  private mutating func reportMissing(
    _ element: GreenElement, at offset: Int, index: Int, in node: GreenNode, _ start: Int
  ) {
    guard let problem = element.problem, problem != .silent, offset != lastMissing, offset != openStringEnd else {
      return
    }
    lastMissing = offset
    var message = problem.message(for: element.kind)
    guard problem == .closing else {
      if let word = misspeltKeyword(before: offset) { message += "; is `\(word.found)` meant to be `\(word.keyword)`?" }
      return add(offset..<offset, message)
    }
    if let construct = ConstructName.of(closing: element.kind, in: ancestors.map(\.node)) {
      message += " to close \(construct)"
    }
    let place = node.kind == .classBody ? endOfIndentedItems(in: node, start) ?? offset : offset
    add(place..<place, message, related: openingBracket(of: element.kind, in: node, start, before: index))
  }

  /// In a class that is not closed: the end of the last item before the first one that is not indented, if those before it are.
  private func endOfIndentedItems(in node: GreenNode, _ start: Int) -> Int? {
    var offset = start
    var sawIndented = false
    for index in 0..<node.childCount {
      let child = node[index]
      if !child.isToken, child.width > 0, !child.kind.isDirective, child.kind != .conditionalGroup {
        let first = Lexer(text, from: offset).tokenStart
        let isAtMargin = first > 0 && (text[first - 1] == UInt8(ascii: "\n") || text[first - 1] == UInt8(ascii: "\r"))
        if isAtMargin { return sawIndented ? offset : nil }
        sawIndented = true
      }
      offset += child.width
    }
    return nil
  }

  /// The first word of the item in which something is missing, if it is nearly a keyword.
  private func misspeltKeyword(before offset: Int) -> (found: String, keyword: String)? {
    guard let item = ancestors.last(where: { $0.node.kind.canBeginWithMisspelling }) else { return nil }
    let lexer = Lexer(text, from: item.start)
    var copy = lexer
    let token = copy.next()
    guard token.kind == .identifier, token.end <= offset, token.end - token.start <= 16 else { return nil }
    let word = text.string(in: token.start..<token.end)
    return SpellingHint.keyword(like: word).map { (word, $0) }
  }

  /// The bracket of the same node that the missing one would close.
  private func openingBracket(
    of closing: SyntaxKind, in node: GreenNode, _ start: Int, before index: Int
  ) -> Range<Int>? {
    var offset = start
    for child in (0..<index).map({ node[$0] }) {
      if child.isToken, !child.isMissing, child.kind.closing == closing {
        return offset + child.triviaWidth..<offset + child.width
      }
      offset += child.width
    }
    return nil
  }

  private mutating func reportUnexpected(_ node: GreenNode, at start: Int) {
    let range = textRange(of: node, at: start)
    // A string that is not closed explains why it stands where it does.
    for index in 0..<node.childCount where node[index].isToken && node[index].kind.isFaulty {
      return reportFaulty(node, at: start)
    }
    guard start != lastMissing else { return }
    let first = node.childCount > 0 ? node[0] : GreenElement(token: .endOfFile, trivia: 0, text: 0)
    var message = "unexpected \(describe(first, range))"
    if node.childCount == 1, let explanation = explain(first.kind) { message = explanation }
    if let explanation = explainPointer(node) { message = explanation }
    if let word = misspeltKeyword(before: range.lowerBound) {
      message += "; is `\(word.found)` meant to be `\(word.keyword)`?"
    }
    add(range, message)
  }

  /// What to say of one token that should not be there, where there is something to say.
  private func explain(_ kind: SyntaxKind) -> String? {
    let parent = ancestors.dropLast().last?.node.kind ?? .sourceFile
    let isItem = parent.isItemList
    switch kind {
    case .elseKeyword where isItem: return "there is no `if` before this `else`"
    case .rightBrace where isItem: return "there is no `{` that this `}` could close"
    case .dotDotDot where parent != .expressionStatement: return "unexpected `...`; a range is written `..`"
    case .dotDot where parent == .parameter || parent == .functionType:
      return "unexpected `..`; what may be repeated is written `...`"
    case .semicolon where parent == .foreachStatement:
      return "unexpected `;`; with an index, `foreach` is written `foreach (a; i; b)`"
    case .equal where parent == .assignmentExpression: return "nothing can be assigned to this expression"
    case _ where isItem && (kind.isMemberKeyword || kind == .localKeyword):
      return "\(kind.quoted) cannot stand inside a function"
    case _ where kind.isKeyword && !isItem: return "\(kind.quoted) is a keyword and cannot be a name"
    default: return nil
    }
  }

  /// What to say of C's declarators.
  private func explainPointer(_ node: GreenNode) -> String? {
    let parent = ancestors.dropLast().last?.node.kind ?? .sourceFile
    guard parent.declaresName else { return nil }
    if node[0].kind == .star { return "unexpected `*`; Pike has no pointers" }
    guard node[0].kind == .leftParenthesis, node.childCount > 1, node[1].kind == .star else { return nil }
    return "unexpected `(`; what holds a function is declared as `function(int:string) name`"
  }

  private mutating func reportFaulty(_ node: GreenNode, at start: Int) {
    var offset = start
    for index in 0..<node.childCount {
      if node[index].isToken, node[index].kind.isFaulty { reportFaulty(node[index], at: offset) }
      offset += node[index].width
    }
  }

  private func describe(_ element: GreenElement, _ range: Range<Int>) -> String {
    if element.isVirtual { return "\(element.kind.quoted), which comes out of this macro" }
    let width = min(element.textWidth, 40)
    let text = text.string(in: range.lowerBound..<min(range.upperBound, range.lowerBound + width))
    return "`\(text)\(width < element.textWidth ? "…" : "")`"
  }

  /// From the first token's text to the end of the last.
  private func textRange(of node: GreenNode, at start: Int) -> Range<Int> {
    var first = node
    var trivia = 0
    while first.childCount > 0 {
      guard let inner = first[0].node else {
        trivia = first[0].triviaWidth
        break
      }
      first = inner
    }
    return start + trivia..<start + node.width
  }

  private mutating func reportFaulty(_ element: GreenElement, at offset: Int) {
    let range = offset + element.triviaWidth..<offset + element.width
    if element.hasTriviaError { reportOpenComment(offset..<range.lowerBound) }
    guard element.kind.isFaulty, !element.isVirtual else { return }
    if element.kind.isUnterminated { openStringEnd = range.upperBound }
    add(range, element.kind.complaint(text, range))
  }

  private mutating func reportOpenComment(_ trivia: Range<Int>) {
    var offset = trivia.lowerBound
    let lexer = Lexer(text)
    while offset < trivia.upperBound {
      let next = lexer.byte(offset + 1)
      if lexer.byte(offset) == UInt8(ascii: "/"), next == UInt8(ascii: "*") {
        let (end, isClosed) = lexer.endOfBlockComment(from: offset)
        if !isClosed { return add(offset..<offset + 2, "this comment is not closed; `*/` is missing") }
        offset = end
      } else if lexer.byte(offset) == UInt8(ascii: "/"), next == UInt8(ascii: "/") {
        offset = lexer.endOfLineComment(from: offset + 2)
      } else {
        offset += 1
      }
    }
  }
}

extension DirectiveTable {
  var diagnostics: [SyntaxDiagnostic] {
    structure.unmatched.map { index in
      let directive = directives[index]
      let message =
        directive.kind.opensGroup
        ? "this condition is never closed; `#endif` is missing" : "there is no `#if` before this directive"
      return SyntaxDiagnostic(range: directive.range, message: message)
    }
  }
}
