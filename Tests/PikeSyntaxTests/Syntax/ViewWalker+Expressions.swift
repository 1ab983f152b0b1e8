import PikeSyntax

extension ViewWalker {
  mutating func visit(_ expression: ExpressionSyntax?) {
    guard let expression else { return }
    switch expression.form {
    case .name(let token), .literal(let token), .missing(let token): add(token)
    case .tooDeep(let node): enter(node)
    case .qualifiedName(let view): visit(view)
    case .postfix(let view): visit(view)
    case .lambda(let view):
      enter(view)
      add(view.keyword)
      visit(view.parameterList)
      visit(view.body)
    case .catch(let view), .gauge(let view):
      enter(view)
      add(view.keyword)
      visit(view.block)
      visit(view.expression)
    case .typeof(let view):
      enter(view)
      add(view.keyword)
      visit(view.expression)
    case .sscanf(let view):
      enter(view)
      add(view.keyword)
      visit(view.input)
      visit(view.format)
      for target in view.targets { visit(target) }
    case .localDeclaration(let view): visit(view)
    case .localFunction(let view):
      enter(view)
      visit(view.returnType)
      declare(view.name)
      visit(view.parameterList)
      visit(view.body)
    case .class(let view): visit(view)
    case .enum(let view): visit(view)
    default: visitLiteral(expression.form)
    }
  }

  private mutating func visitLiteral(_ form: ExpressionSyntax.Form) {
    switch form {
    case .strings(let view):
      enter(view)
      for part in view.parts { visit(part) }
      add(view.strings)
    case .array(let view):
      enter(view)
      for element in view.elements { visit(element) }
    case .mapping(let view):
      enter(view)
      for stray in view.strays { visit(stray) }
      for entry in view.entries {
        enter(entry)
        visit(entry.key)
        add(entry.colon)
        visit(entry.value)
      }
    case .multiset(let view):
      enter(view)
      for element in view.elements { visit(element) }
    case .parenthesized(let view):
      enter(view)
      add(view.leftParenthesis, view.rightParenthesis)
      visit(view.expression)
    default: visitOperation(form)
    }
  }

  private mutating func visitOperation(_ form: ExpressionSyntax.Form) {
    switch form {
    case .comma(let view):
      enter(view)
      for expression in view.expressions { visit(expression) }
    case .assignment(let view):
      enter(view)
      add(view.operators)
      for target in view.targets { visit(target) }
      visit(view.value)
    case .conditional(let view):
      enter(view)
      add(view.operators)
      for branch in view.branches {
        visit(branch.condition)
        visit(branch.value)
      }
      visit(view.alternative)
    case .infix(let view):
      enter(view)
      visit(view.first)
      for (operation, operand) in view.rest {
        add(operation)
        visit(operand)
      }
    case .prefix(let view):
      enter(view)
      add(view.operator)
      visit(view.operand)
    case .cast(let view):
      enter(view)
      visit(view.type)
      visit(view.operand)
    case .spread(let view):
      enter(view)
      add(view.at)
      visit(view.expression)
    case .rangeBound(let view):
      enter(view)
      add(view.less)
      visit(view.expression)
    case .destructuring(let view):
      enter(view)
      for target in view.targets { visit(target) }
    case .typedLvalue(let view):
      enter(view)
      visit(view.type)
      declare(view.name)
    default: break
    }
  }

  private mutating func visit(_ view: PostfixSyntax) {
    enter(view)
    visit(view.operand)
    for suffix in view.suffixes {
      switch suffix {
      case .member(let member):
        enter(member)
        add(member.operator, member.name)
      case .call(let call):
        enter(call)
        if let list = call.argumentList {
          enter(list)
          add(list.leftParenthesis, list.rightParenthesis)
          add(list.commas)
        }
        for argument in call.arguments { visit(argument) }
        if let block = call.trailingBlock {
          enter(block)
          visit(block.body)
        }
      case .subscript(let index):
        enter(index)
        add(index.leftBracket, index.star, index.dots, index.rightBracket)
        visit(index.index)
        visit(index.lowerBound)
        visit(index.upperBound)
      case .increment(let step):
        enter(step)
        add(step.operator)
      }
    }
  }
}
