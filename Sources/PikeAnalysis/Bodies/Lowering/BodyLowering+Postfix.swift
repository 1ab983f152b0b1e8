internal import PikeSyntax

/// `a->b(c)[d]++`
extension BodyLowering {
  mutating func postfix(_ node: SyntaxNode, _ access: Body.Access) -> Int? {
    let parts = node.children.filter { $0.node?.kind != .unexpected }
    guard let operand = parts.first else { return nil }
    var value = lower(operand, self.access(before: parts, 1, access))
    let isMacro = operand.token.map(\.namesMacro) ?? false
    for (index, part) in parts.enumerated().dropFirst() {
      guard case .node(let suffix) = part else { continue }
      let access = self.access(before: parts, index + 1, access)
      switch suffix.kind {
      case .memberSuffix: value = member(suffix, of: value, access)
      case .callSuffix: value = call(suffix, of: value, isMacro: isMacro && index == 1)
      case .subscriptSuffix: value = subscripted(suffix, value)
      default: break
      }
    }
    return value
  }

  /// What is done with what stands before the suffix at `index`; behind the last one, what is done with the whole.
  private func access(before parts: [SyntaxElement], _ index: Int, _ access: Body.Access) -> Body.Access {
    guard index < parts.count else { return access }
    switch parts[index].kind {
    case .callSuffix: return [.read, .call]
    case .incrementSuffix: return [.read, .write]
    default: return .read
    }
  }

  private mutating func member(_ node: SyntaxNode, of value: Int, _ access: Body.Access) -> Int {
    let suffix = MemberSuffixSyntax(unchecked: node)
    guard let sign = suffix.operator else { return add(.unknown) }
    let kind = Body.Use.Kind.member(base: value, isArrow: sign.kind != .dot)
    guard let token = suffix.name else { return add(.unknown) }
    let index = use(token, kind, access)
    uses[index].operatorRange = place(sign.sourceRange, sign).range
    return add(.use(index))
  }

  private mutating func call(_ node: SyntaxNode, of value: Int, isMacro: Bool) -> Int {
    let suffix = CallSuffixSyntax(unchecked: node)
    if isMacro { macroArguments += 1 }
    var count: Int? = 0
    if let list = suffix.argumentList {
      for element in list.syntax.children {
        if case .node(let inner) = element, inner.kind == .unexpected {
          mention(inner)
          count = nil
        } else if isExpression(element) {
          if element.kind == .spreadExpression || element.isMissing || isMacroName(element) { count = nil }
          lower(element)
          count = count.map { $0 + 1 }
        }
      }
      if list.rightParenthesis?.isMissing ?? true { count = nil }
    }
    if let block = suffix.trailingBlock?.body {
      visitLambda(nil, block, node.rangeWithTrivia)
      count = count.map { $0 + 1 }
    }
    if isMacro { macroArguments -= 1 }
    if case .use(let index) = expressions[value] { uses[index].argumentCount = count }
    return add(.call(value))
  }

  /// What a macro stands for may have a comma in it.
  private func isMacroName(_ element: SyntaxElement) -> Bool { element.token?.namesMacro ?? false }

  private mutating func subscripted(_ node: SyntaxNode, _ value: Int) -> Int {
    let suffix = SubscriptSuffixSyntax(unchecked: node)
    lowerAll(node)
    if suffix.dots != nil { return value }
    return suffix.star == nil ? add(.element(value)) : add(.unknown)
  }
}
