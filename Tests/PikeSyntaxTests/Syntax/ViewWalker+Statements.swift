import PikeSyntax

extension ViewWalker {
  mutating func visit(_ statement: StatementSyntax?) {
    switch statement {
    case nil: break
    case .expression(let view):
      enter(view)
      visit(view.expression)
      add(view.semicolon)
    case .variable(let view):
      enter(view)
      visit(view.declaration)
      add(view.semicolon)
    case .constant(let view): visit(view)
    case .import(let view): visit(view)
    case .block(let view): visit(view)
    case .if(let view): visit(view)
    case .while(let view): visitConditionAndBody(view)
    case .switch(let view): visitConditionAndBody(view)
    case .do(let view): visit(view)
    case .for(let view): visit(view)
    case .foreach(let view): visit(view)
    case .case(let view):
      enter(view)
      add(view.keyword, view.dots, view.colon)
      visit(view.value)
      visit(view.end)
    case .default(let view):
      enter(view)
      add(view.keyword, view.colon)
    case .return(let view):
      enter(view)
      add(view.keyword, view.semicolon)
      visit(view.value)
    case .jump(let view):
      enter(view)
      add(view.keyword, view.label, view.semicolon)
    case .labeled(let view):
      enter(view)
      add(view.colon)
      declare(view.label)
      visit(view.body)
    case .conditionalGroup(let view): visit(view)
    case .directive(let view): visit(view)
    case .missing(let token): add(token)
    case .empty(let node), .unexpected(let node), .tooDeep(let node): enter(node)
    }
  }

  mutating func visit(_ view: LocalDeclarationSyntax?) {
    guard let view else { return }
    enter(view)
    visit(view.type)
    visit(view.declarators)
  }

  private mutating func visitConditionAndBody(_ view: some ConditionAndBodySyntax) {
    enter(view)
    add(view.keyword, view.leftParenthesis, view.rightParenthesis)
    visit(view.condition)
    visit(view.body)
  }

  private mutating func visit(_ view: IfSyntax) {
    enter(view)
    for clause in view.clauses {
      add(clause.elseKeyword, clause.ifKeyword, clause.leftParenthesis, clause.rightParenthesis)
      visit(clause.condition)
      visit(clause.body)
    }
  }

  private mutating func visit(_ view: DoSyntax) {
    enter(view)
    add(view.keyword, view.whileKeyword, view.leftParenthesis, view.rightParenthesis, view.semicolon)
    visit(view.body)
    visit(view.condition)
  }

  private mutating func visit(_ view: ForSyntax) {
    enter(view)
    add(view.keyword, view.leftParenthesis, view.rightParenthesis)
    add(view.semicolons)
    visit(view.initializer)
    visit(view.condition)
    visit(view.step)
    visit(view.body)
  }

  private mutating func visit(_ view: ForeachSyntax) {
    enter(view)
    add(view.keyword, view.leftParenthesis, view.separator, view.rightParenthesis)
    visit(view.collection)
    visit(view.index)
    visit(view.value)
    visit(view.body)
  }
}
