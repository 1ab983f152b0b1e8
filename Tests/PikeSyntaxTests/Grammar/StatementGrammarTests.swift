import Testing

/// Examples of statements.
@Suite
struct StatementGrammarTests {
  @Test
  func conditionsGovernStatements() {
    checkStatement(
      "if (a) b();",
      as: """
        (ifStatement
          if
          (
          a
          )
          (expressionStatement (postfixExpression b (callSuffix (argumentList ( )))) ;))
        """)
    checkStatement(
      "if (a) b(); else c();",
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
    checkStatement(
      "if (a) b(); else if (c) d(); else e();",
      as: """
        (ifStatement
          if
          (
          a
          )
          (expressionStatement (postfixExpression b (callSuffix (argumentList ( )))) ;)
          else
          if
          (
          c
          )
          (expressionStatement (postfixExpression d (callSuffix (argumentList ( )))) ;)
          else
          (expressionStatement (postfixExpression e (callSuffix (argumentList ( )))) ;))
        """)
    checkStatement(
      "if (a) if (b) c(); else d();",
      as: """
        (ifStatement
          if
          (
          a
          )
          (ifStatement
            if
            (
            b
            )
            (expressionStatement
              (postfixExpression c (callSuffix (argumentList ( ))))
              ;)
            else
            (expressionStatement
              (postfixExpression d (callSuffix (argumentList ( ))))
              ;)))
        """)
    checkStatement(
      "if (int x = a) { } else { }",
      as: """
        (ifStatement
          if
          (
          (localDeclaration (basicType int) (declarator x = a))
          )
          (block { })
          else
          (block { }))
        """)
    checkStatement(
      "while (a) b();",
      as: """
        (whileStatement
          while
          (
          a
          )
          (expressionStatement (postfixExpression b (callSuffix (argumentList ( )))) ;))
        """)
    checkStatement(
      "while (int x = next()) use(x);",
      as: """
        (whileStatement
          while
          (
          (localDeclaration
            (basicType int)
            (declarator x = (postfixExpression next (callSuffix (argumentList ( ))))))
          )
          (expressionStatement
            (postfixExpression use (callSuffix (argumentList ( x ))))
            ;))
        """)
    checkStatement(
      "do a(); while (b);",
      as: """
        (doStatement
          do
          (expressionStatement (postfixExpression a (callSuffix (argumentList ( )))) ;)
          while
          (
          b
          )
          ;)
        """)
    checkStatement(
      "do { a(); } while (b);",
      as: """
        (doStatement
          do
          (block
            {
            (expressionStatement
              (postfixExpression a (callSuffix (argumentList ( ))))
              ;)
            })
          while
          (
          b
          )
          ;)
        """)
  }

  @Test
  func forHasThreeParts() {
    checkStatement("for (;;);", as: "(forStatement for ( ; ; ) (emptyStatement ;))")
    checkStatement(
      "for (int i; i < 3; i++) a();",
      as: """
        (forStatement
          for
          (
          (localDeclaration (basicType int) (declarator i))
          ;
          (infixExpression i < 3)
          ;
          (postfixExpression i (incrementSuffix ++))
          )
          (expressionStatement (postfixExpression a (callSuffix (argumentList ( )))) ;))
        """)
    checkStatement(
      "for (int i = 0, j = 1; ; ) { }",
      as: """
        (forStatement
          for
          (
          (localDeclaration (basicType int) (declarator i = 0) , (declarator j = 1))
          ;
          ;
          )
          (block { }))
        """)
    checkStatement(
      "for (a, b; c; d, e);",
      as: """
        (forStatement
          for
          (
          (commaExpression a , b)
          ;
          c
          ;
          (commaExpression d , e)
          )
          (emptyStatement ;))
        """)
  }

  @Test
  func foreachHasTwoForms() {
    checkStatement("foreach (a, b);", as: "(foreachStatement foreach ( a , b ) (emptyStatement ;))")
    checkStatement(
      "foreach (a, int b) c();",
      as: """
        (foreachStatement
          foreach
          (
          a
          ,
          (typedLvalue (basicType int) b)
          )
          (expressionStatement (postfixExpression c (callSuffix (argumentList ( )))) ;))
        """)
    checkStatement(
      "foreach (a, int|Foo.Bar b) c();",
      as: """
        (foreachStatement
          foreach
          (
          a
          ,
          (typedLvalue (unionType (basicType int) | (qualifiedName Foo . Bar)) b)
          )
          (expressionStatement (postfixExpression c (callSuffix (argumentList ( )))) ;))
        """)
    checkStatement(
      "foreach (a, [int b, string c]);",
      as: """
        (foreachStatement
          foreach
          (
          a
          ,
          (destructuring
            [
            (typedLvalue (basicType int) b)
            ,
            (typedLvalue (basicType string) c)
            ])
          )
          (emptyStatement ;))
        """)
    checkStatement(
      "foreach (a; int i; string s) c();",
      as: """
        (foreachStatement
          foreach
          (
          a
          ;
          (typedLvalue (basicType int) i)
          ;
          (typedLvalue (basicType string) s)
          )
          (expressionStatement (postfixExpression c (callSuffix (argumentList ( )))) ;))
        """)
    checkStatement("foreach (a; ; c);", as: "(foreachStatement foreach ( a ; ; c ) (emptyStatement ;))")
    checkStatement("foreach (a;;);", as: "(foreachStatement foreach ( a ; ; ) (emptyStatement ;))")
    checkStatement(
      "foreach (a = b, c[1]);",
      as: """
        (foreachStatement
          foreach
          (
          (assignmentExpression a = b)
          ,
          (postfixExpression c (subscriptSuffix [ 1 ]))
          )
          (emptyStatement ;))
        """)
  }

  @Test
  func switchesHaveLabels() {
    checkStatement(
      "switch (a) { case 1: b(); break; default: c(); }",
      as: """
        (switchStatement
          switch
          (
          a
          )
          (block
            {
            (caseLabel case 1 :)
            (expressionStatement
              (postfixExpression b (callSuffix (argumentList ( ))))
              ;)
            (breakStatement break ;)
            (defaultLabel default :)
            (expressionStatement
              (postfixExpression c (callSuffix (argumentList ( ))))
              ;)
            }))
        """)
    checkStatement(
      "switch (a) { case 1..2: case ..3: case 4..: }",
      as: """
        (switchStatement
          switch
          (
          a
          )
          (block
            {
            (caseLabel case 1 .. 2 :)
            (caseLabel case .. 3 :)
            (caseLabel case 4 .. :)
            }))
        """)
    checkStatement(
      #"switch (a) { case "a": case Foo.BAR: case 'c': }"#,
      as: #"""
        (switchStatement
          switch
          (
          a
          )
          (block
            {
            (caseLabel case "a" :)
            (caseLabel case (postfixExpression Foo (memberSuffix . BAR)) :)
            (caseLabel case 'c' :)
            }))
        """#)
  }

  @Test
  func jumpsMayNameALabel() {
    checkStatement(
      "outer: while (1) { break outer; continue outer; }",
      as: """
        (labeledStatement
          outer
          :
          (whileStatement
            while
            (
            1
            )
            (block
              {
              (breakStatement break outer ;)
              (continueStatement continue outer ;)
              })))
        """)
    checkStatement(
      "a: b: c();",
      as: """
        (labeledStatement
          a
          :
          (labeledStatement
            b
            :
            (expressionStatement
              (postfixExpression c (callSuffix (argumentList ( ))))
              ;)))
        """)
    checkStatement("break;", as: "(breakStatement break ;)")
    checkStatement("continue;", as: "(continueStatement continue ;)")
    checkStatement("return;", as: "(returnStatement return ;)")
    checkStatement("return a, b;", as: "(returnStatement return (commaExpression a , b) ;)")
    checkStatement(
      "return int x = 3;",
      as: "(returnStatement return (localDeclaration (basicType int) (declarator x = 3)) ;)")
  }

  @Test
  func declarationsAreStatementsToo() {
    checkStatement("int x;", as: "(variableStatement (localDeclaration (basicType int) (declarator x)) ;)")
    checkStatement(
      "int x, y = 3;",
      as: """
        (variableStatement
          (localDeclaration (basicType int) (declarator x) , (declarator y = 3))
          ;)
        """)
    checkStatement(
      "int|string x = a;",
      as: """
        (variableStatement
          (localDeclaration
            (unionType (basicType int) | (basicType string))
            (declarator x = a))
          ;)
        """)
    checkStatement("Foo x;", as: "(variableStatement (localDeclaration Foo (declarator x)) ;)")
    checkStatement(
      "Foo.Bar x, y = 3;",
      as: """
        (variableStatement
          (localDeclaration
            (qualifiedName Foo . Bar)
            (declarator x)
            ,
            (declarator y = 3))
          ;)
        """)
    checkStatement(
      ".Foo x;",
      as: "(variableStatement (localDeclaration (qualifiedName . Foo) (declarator x)) ;)")
    checkStatement(
      "7.8::Foo x;",
      as: """
        (variableStatement
          (localDeclaration (qualifiedName 7.8 :: Foo) (declarator x))
          ;)
        """)
    checkStatement(
      "a = 3, b = 4;",
      as: """
        (expressionStatement
          (commaExpression (assignmentExpression a = 3) , (assignmentExpression b = 4))
          ;)
        """)
    checkStatement(
      "constant x = 1, y = 2;",
      as: "(constantStatement constant (declarator x = 1) , (declarator y = 2) ;)")
    checkStatement("import Foo.Bar;", as: "(importDeclaration import (qualifiedName Foo . Bar) ;)")
    checkStatement(
      "__deprecated__(int) x;",
      as: """
        (variableStatement
          (localDeclaration
            (attributedType __deprecated__ ( (basicType int) ))
            (declarator x))
          ;)
        """)
  }

  @Test
  func functionsAndClassesInsideFunctionsNeedASemicolon() {
    checkStatement(
      "int g(int x) { return x; };",
      as: """
        (expressionStatement
          (localFunctionStatement
            (basicType int)
            g
            (parameterList ( (parameter (basicType int) x) ))
            (block { (returnStatement return x ;) }))
          ;)
        """)
    checkStatement(
      "Foo g() { };",
      as: """
        (expressionStatement
          (localFunctionStatement Foo g (parameterList ( )) (block { }))
          ;)
        """)
    checkStatement(
      "class A { int x; };",
      as: """
        (expressionStatement
          (classDeclaration
            class
            A
            (classBody { (variableDeclaration (basicType int) (declarator x) ;) }))
          ;)
        """)
    checkStatement(
      "enum A { x };",
      as: "(expressionStatement (enumDeclaration enum A (enumBody { (enumMember x) })) ;)")
  }

  @Test
  func blocksAndEmptyStatements() {
    checkStatement("{ }", as: "(block { })")
    checkStatement(
      "{ a(); { b(); } }",
      as: """
        (block
          {
          (expressionStatement (postfixExpression a (callSuffix (argumentList ( )))) ;)
          (block
            {
            (expressionStatement
              (postfixExpression b (callSuffix (argumentList ( ))))
              ;)
            })
          })
        """)
    checkStatement(";", as: "(emptyStatement ;)")
  }

  @Test
  func gaugeAndCatchAreStatements() {
    checkStatement(
      "gauge { a(); };",
      as: """
        (expressionStatement
          (gaugeExpression
            gauge
            (block
              {
              (expressionStatement
                (postfixExpression a (callSuffix (argumentList ( ))))
                ;)
              }))
          ;)
        """)
    checkStatement(
      "gauge(a());",
      as: """
        (expressionStatement
          (gaugeExpression
            gauge
            (
            (postfixExpression a (callSuffix (argumentList ( ))))
            ))
          ;)
        """)
    checkStatement(
      "catch { a(); };",
      as: """
        (expressionStatement
          (catchExpression
            catch
            (block
              {
              (expressionStatement
                (postfixExpression a (callSuffix (argumentList ( ))))
                ;)
              }))
          ;)
        """)
    checkStatement(
      "mixed e = catch { a(); };",
      as: """
        (variableStatement
          (localDeclaration
            (basicType mixed)
            (declarator
              e
              =
              (catchExpression
                catch
                (block
                  {
                  (expressionStatement
                    (postfixExpression a (callSuffix (argumentList ( ))))
                    ;)
                  }))))
          ;)
        """)
    checkStatement(
      "catch (a(), b);",
      as: """
        (expressionStatement
          (catchExpression
            catch
            (
            (commaExpression (postfixExpression a (callSuffix (argumentList ( )))) , b)
            ))
          ;)
        """)
  }
}
