import Testing

/// Examples of conditional groups.
@Suite
struct ConditionalGroupGrammarTests {
  @Test
  func branchesOfDeclarationsAreLists() {
    check(
      """
      #if 1
      int x;
      #else
      int y;
      #endif
      int z;
      """,
      as: """
        (sourceFile
          (conditionalGroup
            (ifDirective # if 1)
            (declarationBranch (variableDeclaration (basicType int) (declarator x) ;))
            (elseDirective # else)
            (inactiveDeclarationBranch
              (variableDeclaration (basicType int) (declarator y) ;))
            (endifDirective # endif))
          (variableDeclaration (basicType int) (declarator z) ;)
          <end>)
        """)
    check(
      """
      #ifdef A
      int x;
      #elif defined(B)
      int y;
      #else
      int z;
      #endif
      """,
      as: """
        (sourceFile
          (conditionalGroup
            (ifDirective # ifdef A)
            (inactiveDeclarationBranch
              (variableDeclaration (basicType int) (declarator x) ;))
            (elifDirective # elif defined ( B ))
            (inactiveDeclarationBranch
              (variableDeclaration (basicType int) (declarator y) ;))
            (elseDirective # else)
            (declarationBranch (variableDeclaration (basicType int) (declarator z) ;))
            (endifDirective # endif))
          <end>)
        """)
    check(
      """
      #ifndef A
      #endif
      """,
      as: """
        (sourceFile
          (conditionalGroup
            (ifDirective # ifndef A)
            (declarationBranch)
            (endifDirective # endif))
          <end>)
        """)
  }

  @Test
  func branchesOfStatementsAreLists() {
    checkStatement(
      """
      #if 1
      a();
      #else
      b();
      #endif
      c();
      """,
      as: """
        (conditionalGroup
          (ifDirective # if 1)
          (statementBranch
            (expressionStatement
              (postfixExpression a (callSuffix (argumentList ( ))))
              ;))
          (elseDirective # else)
          (inactiveStatementBranch
            (expressionStatement
              (postfixExpression b (callSuffix (argumentList ( ))))
              ;))
          (endifDirective # endif))
        (expressionStatement (postfixExpression c (callSuffix (argumentList ( )))) ;)
        """)
    checkStatement(
      """
      if (a) {
      #if constant(B)
      b();
      #endif
      }
      """,
      as: """
        (ifStatement
          if
          (
          a
          )
          (block
            {
            (conditionalGroup
              (ifDirective # if constant ( B ))
              (statementBranch
                (expressionStatement
                  (postfixExpression b (callSuffix (argumentList ( ))))
                  ;))
              (endifDirective # endif))
            }))
        """)
  }

  @Test
  func groupsInTheMiddleOfAnExpressionAreTrivia() {
    check(
      """
      int x = 1
      #if 1
      + 2
      #else
      + 3
      #endif
      ;
      """,
      as: """
        (sourceFile
          (variableDeclaration
            (basicType int)
            (declarator x = (infixExpression 1 + 2))
            ;)
          <end>)
        """)
    check(
      """
      array a = ({
      #ifdef A
      1,
      #endif
      2 });
      """,
      as: """
        (sourceFile
          (variableDeclaration
            (arrayType array)
            (declarator a = (arrayLiteral ( { 2 } )))
            ;)
          <end>)
        """)
  }

  @Test
  func branchesThatAreNotWholeAreReadAsThePreprocessorReadsThem() {
    check(
      """
      #if 1
      class A {
      #else
      class B {
      #endif
      int x;
      }
      """,
      as: """
        (sourceFile
          (classDeclaration
            class
            A
            (classBody { (variableDeclaration (basicType int) (declarator x) ;) }))
          <end>)
        """)
    checkStatement(
      """
      #if 1
      if (a) {
      #else
      {
      #endif
      b();
      }
      """,
      as: """
        (ifStatement
          if
          (
          a
          )
          (block
            {
            (expressionStatement
              (postfixExpression b (callSuffix (argumentList ( ))))
              ;)
            }))
        """)
    checkStatement(
      """
      if (a) b();
      #if 1
      else c();
      #endif
      """,
      as: """
        (ifStatement
          if
          (
          a
          )
          (expressionStatement (postfixExpression b (callSuffix (argumentList ( )))) ;)
          else
          (expressionStatement (postfixExpression c (callSuffix (argumentList ( )))) ;))
        """)
  }

  @Test
  func groupsNest() {
    check(
      """
      #if 1
      #if 0
      int x;
      #endif
      int y;
      #endif
      """,
      as: """
        (sourceFile
          (conditionalGroup
            (ifDirective # if 1)
            (declarationBranch
              (conditionalGroup
                (ifDirective # if 0)
                (inactiveDeclarationBranch
                  (variableDeclaration (basicType int) (declarator x) ;))
                (endifDirective # endif))
              (variableDeclaration (basicType int) (declarator y) ;))
            (endifDirective # endif))
          <end>)
        """)
  }

  @Test
  func proseThatIsNotCompiledIsText() {
    check(
      """
      #if 0
      This isn't code, and won't be.
      #endif
      int x;
      """,
      as: """
        (sourceFile
          (conditionalGroup
            (ifDirective # if 0)
            (inactiveDeclarationBranch This isn't code, and won't be.)
            (endifDirective # endif))
          (variableDeclaration (basicType int) (declarator x) ;)
          <end>)
        """)
    check(
      #"""
      #if 0
      }}} ((( "
      #endif
      int x;
      """#,
      as: #"""
        (sourceFile
          (conditionalGroup
            (ifDirective # if 0)
            (inactiveDeclarationBranch }}} ((( ")
            (endifDirective # endif))
          (variableDeclaration (basicType int) (declarator x) ;)
          <end>)
        """#)
  }
}
