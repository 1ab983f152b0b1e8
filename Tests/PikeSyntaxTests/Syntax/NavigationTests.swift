import PikeSyntax
import Testing

struct NavigationTests {
  private let tree = SyntaxTree.parse(" int a = f(1, b);\n// end\n")

  @Test func thePathLeadsFromTheRootToTheToken() {
    let path = tree.path(to: 11)
    #expect(path.token.text == "1")
    #expect(
      path.nodes.map(\.kind) == [
        .sourceFile, .variableDeclaration, .declarator, .postfixExpression, .callSuffix, .argumentList,
      ])
    #expect(path.parent.kind == .argumentList)
    #expect(path.innermost(.declarator)?.text == "a = f(1, b)")
    #expect(path.innermost(.classDeclaration) == nil)
  }

  @Test func triviaBelongToTheTokenBehindThem() {
    #expect(tree.path(to: 0).token.text == "int")
    #expect(tree.path(to: 4).token.text == "a")
    #expect(tree.path(to: tree.text.count - 2).token.kind == .endOfFile)
  }

  @Test(arguments: [-5, 0, 1, 25, 26, 400])
  func anyOffsetHasAPath(offset: Int) {
    #expect(!tree.path(to: offset).nodes.isEmpty)
    #expect(SyntaxTree.parse("").path(to: offset).token.kind == .endOfFile)
  }

  @Test func aPathGoesOnToEachNeighbour() {
    let tokens = tree.rootNode.tokens.map(\.text)
    var path = tree.path(to: 0)
    var forwards = [path.token.text]
    while path.moveToNext() { forwards.append(path.token.text) }
    #expect(forwards == tokens)
    var backwards = [path.token.text]
    while path.moveToPrevious() { backwards.append(path.token.text) }
    #expect(backwards == tokens.reversed())
  }

  @Test func aPathPassesNodesOfAnyShape() {
    for text in [EveryConstruct.healthy] + EveryConstruct.broken {
      let tree = SyntaxTree.parse(text)
      let tokens = Array(tree.rootNode.tokens)
      var path = tree.path(to: 0)
      while path.moveToPrevious() {}
      var forwards = [path.token]
      while path.moveToNext() { forwards.append(path.token) }
      let isSame = forwards == tokens
      #expect(isSame, "\(text.prefix(80))")
    }
  }

  @Test func theTokenBeforeAnOffsetEndsThere() {
    #expect(tree.token(before: 4)?.text == "int")
    #expect(tree.token(before: 3) == nil)
    #expect(tree.token(before: 13)?.text == ",")
    #expect(tree.token(before: 400)?.text == ";")
    #expect(tree.token(before: 0) == nil)
  }

  @Test func theTokenAfterAnOffsetBeginsThere() {
    #expect(tree.token(after: 0).text == "int")
    #expect(tree.token(after: 1).text == "int")
    #expect(tree.token(after: 2).text == "a")
    #expect(tree.token(after: 17).kind == .endOfFile)
  }

  @Test func rangesAreWithAndWithoutTrivia() {
    let declaration = tree.rootNode.children.first { $0.kind == .variableDeclaration }?.node
    #expect(declaration?.rangeWithTrivia == 0..<17)
    #expect(declaration?.range == 1..<17)
    #expect(declaration?.firstToken?.text == "int")
    #expect(declaration?.lastToken?.text == ";")
    #expect(declaration?.firstToken?.triviaRange == 0..<1)
    #expect(declaration?.firstToken?.textRange == 1..<4)
  }

  @Test func descendantsComeBeforeTheirChildren() {
    let kinds = SyntaxTree.parse("int a = 1;").rootNode.descendants.map(\.kind)
    #expect(
      kinds == [
        .sourceFile, .variableDeclaration, .basicType, .intKeyword, .declarator, .identifier, .equal, .integer,
        .semicolon, .endOfFile,
      ])
  }

  @Test func aMissingTokenHasNoTextAndIsFound() {
    let tree = SyntaxTree.parse("int a = ;")
    let missing = tree.rootNode.tokens.filter(\.isMissing)
    #expect(missing.map(\.kind) == [.identifier])
    #expect(missing.map(\.textRange) == [7..<7])
    #expect(missing.map(\.text) == [""])
  }
}
