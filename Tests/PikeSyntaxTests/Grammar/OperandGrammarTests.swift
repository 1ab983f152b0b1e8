import Testing

/// Examples of operands and what may stand behind them.
@Suite
struct OperandGrammarTests {
  @Test
  func namesMayBeQualified() {
    checkExpression("a.b.c", as: "(postfixExpression a (memberSuffix . b) (memberSuffix . c))")
    checkExpression("::a", as: "(qualifiedName :: a)")
    checkExpression("a::b", as: "(qualifiedName a :: b)")
    checkExpression("a::b::c", as: "(qualifiedName a :: b :: c)")
    checkExpression(#""file"::a"#, as: #"(qualifiedName "file" :: a)"#)
    checkExpression("local::a", as: "(qualifiedName local :: a)")
    checkExpression("global::a", as: "(qualifiedName global :: a)")
    checkExpression("global.a", as: "(qualifiedName global . a)")
    checkExpression("predef::a", as: "(qualifiedName predef :: a)")
    checkExpression("7.8::a", as: "(qualifiedName 7.8 :: a)")
    checkExpression(".a", as: "(qualifiedName . a)")
    checkExpression(".a.b", as: "(postfixExpression (qualifiedName . a) (memberSuffix . b))")
    checkExpression("this_program::a", as: "(qualifiedName this_program :: a)")
    checkExpression(
      "a::`[](b)",
      as: "(postfixExpression (qualifiedName a :: `[]) (callSuffix (argumentList ( b ))))")
    checkExpression("a::`->b = c", as: "(assignmentExpression (qualifiedName a :: `->b) = c)")
    checkExpression("__func__", as: "__func__")
    checkExpression("__FILE__", as: "__FILE__")
    checkExpression("`+(a, b)", as: "(postfixExpression `+ (callSuffix (argumentList ( a , b ))))")
    checkExpression(#"`->(a, "b")"#, as: #"(postfixExpression `-> (callSuffix (argumentList ( a , "b" ))))"#)
  }

  @Test
  func suffixesAreOneNode() {
    checkExpression(
      "a->b(c)->d[1]",
      as: """
        (postfixExpression
          a
          (memberSuffix -> b)
          (callSuffix (argumentList ( c )))
          (memberSuffix -> d)
          (subscriptSuffix [ 1 ]))
        """)
    checkExpression(
      "a(b)(c)(d)",
      as: """
        (postfixExpression
          a
          (callSuffix (argumentList ( b )))
          (callSuffix (argumentList ( c )))
          (callSuffix (argumentList ( d ))))
        """)
    checkExpression("a->if", as: "(postfixExpression a (memberSuffix -> if))")
    checkExpression("a->class", as: "(postfixExpression a (memberSuffix -> class))")
    checkExpression("a->?b", as: "(postfixExpression a (memberSuffix ->? b))")
    checkExpression("a?->b", as: "(postfixExpression a (memberSuffix ?-> b))")
    checkExpression("a->`+", as: "(postfixExpression a (memberSuffix -> `+))")
    checkExpression("a->__foo__", as: "(postfixExpression a (memberSuffix -> __foo__))")
  }

  @Test
  func callsHaveArguments() {
    checkExpression("a()", as: "(postfixExpression a (callSuffix (argumentList ( ))))")
    checkExpression("a(b, c)", as: "(postfixExpression a (callSuffix (argumentList ( b , c ))))")
    checkExpression("a(b,)", as: "(postfixExpression a (callSuffix (argumentList ( b , ))))")
    checkExpression(
      "a(@b)",
      as: "(postfixExpression a (callSuffix (argumentList ( (spreadExpression @ b) ))))")
    checkExpression(
      "a(b, @c, @d)",
      as: """
        (postfixExpression
          a
          (callSuffix
            (argumentList ( b , (spreadExpression @ c) , (spreadExpression @ d) ))))
        """)
    checkExpression(
      "a() { b(); }",
      as: """
        (postfixExpression
          a
          (callSuffix
            (argumentList ( ))
            (implicitLambda
              (block
                {
                (expressionStatement
                  (postfixExpression b (callSuffix (argumentList ( ))))
                  ;)
                }))))
        """)
    checkExpression(
      "a(b) { return __ARGV__; }->c",
      as: """
        (postfixExpression
          a
          (callSuffix
            (argumentList ( b ))
            (implicitLambda (block { (returnStatement return __ARGV__ ;) })))
          (memberSuffix -> c))
        """)
  }

  @Test
  func indicesAndRanges() {
    checkExpression("a[1]", as: "(postfixExpression a (subscriptSuffix [ 1 ]))")
    checkExpression(
      "a[b, c..d]",
      as: "(postfixExpression a (subscriptSuffix [ (commaExpression b , c) .. d ]))")
    checkExpression("a[1..]", as: "(postfixExpression a (subscriptSuffix [ 1 .. ]))")
    checkExpression("a[..2]", as: "(postfixExpression a (subscriptSuffix [ .. 2 ]))")
    checkExpression("a[..]", as: "(postfixExpression a (subscriptSuffix [ .. ]))")
    checkExpression("a[1..2]", as: "(postfixExpression a (subscriptSuffix [ 1 .. 2 ]))")
    checkExpression("a[<1..]", as: "(postfixExpression a (subscriptSuffix [ (rangeBound < 1) .. ]))")
    checkExpression("a[..<1]", as: "(postfixExpression a (subscriptSuffix [ .. (rangeBound < 1) ]))")
    checkExpression(
      "a[<2..<1]",
      as: "(postfixExpression a (subscriptSuffix [ (rangeBound < 2) .. (rangeBound < 1) ]))")
    checkExpression("a[*]", as: "(postfixExpression a (subscriptSuffix [ * ]))")
    checkExpression("a[?1]", as: "(postfixExpression a (subscriptSuffix [? 1 ]))")
    checkExpression("a[?1..2]", as: "(postfixExpression a (subscriptSuffix [? 1 .. 2 ]))")
  }

  @Test
  func parenthesesHoldListsOfExpressions() {
    checkExpression("(a)", as: "(parenthesizedExpression ( a ))")
    checkExpression("(a, b)", as: "(parenthesizedExpression ( (commaExpression a , b) ))")
    checkExpression("((a))", as: "(parenthesizedExpression ( (parenthesizedExpression ( a )) ))")
  }

  @Test
  func arraysMappingsAndMultisets() {
    checkExpression("({ })", as: "(arrayLiteral ( { } ))")
    checkExpression("({ a, b, })", as: "(arrayLiteral ( { a , b , } ))")
    checkExpression(
      "({ @a, ({ b }) })",
      as: "(arrayLiteral ( { (spreadExpression @ a) , (arrayLiteral ( { b } )) } ))")
    checkExpression("([ ])", as: "(mappingLiteral ( [ ] ))")
    checkExpression(
      "([ a: b, c: d, ])",
      as: "(mappingLiteral ( [ (mappingEntry a : b) , (mappingEntry c : d) , ] ))")
    checkExpression(
      "([ a ? b : c : d ])",
      as: "(mappingLiteral ( [ (mappingEntry (conditionalExpression a ? b : c) : d) ] ))")
    checkExpression(
      "([ ([string]a): b ])",
      as: """
        (mappingLiteral
          (
          [
          (mappingEntry
            (parenthesizedExpression ( (softCastExpression [ (basicType string) ] a) ))
            :
            b)
          ]
          ))
        """)
    checkExpression("(< >)", as: "(multisetLiteral (< >))")
    checkExpression("(< a, b, >)", as: "(multisetLiteral (< a , b , >))")
    checkExpression("(< @a >)", as: "(multisetLiteral (< (spreadExpression @ a) >))")
  }

  @Test
  func functionsWithoutName() {
    checkExpression("lambda() { }", as: "(lambdaExpression lambda (parameterList ( )) (block { }))")
    checkExpression(
      "lambda(int a, mixed ... b) { return a; }",
      as: """
        (lambdaExpression
          lambda
          (parameterList
            (
            (parameter (basicType int) a)
            ,
            (parameter (basicType mixed) ... b)
            ))
          (block { (returnStatement return a ;) }))
        """)
    checkExpression(
      "lambda() { }()",
      as: """
        (postfixExpression
          (lambdaExpression lambda (parameterList ( )) (block { }))
          (callSuffix (argumentList ( ))))
        """)
  }

  @Test
  func classesAndEnumsAreOperands() {
    checkExpression(
      "class { int x; }()",
      as: """
        (postfixExpression
          (classDeclaration
            class
            (classBody { (variableDeclaration (basicType int) (declarator x) ;) }))
          (callSuffix (argumentList ( ))))
        """)
    checkExpression(
      "class A(int x) { }",
      as: """
        (classDeclaration
          class
          A
          (parameterList ( (parameter (basicType int) x) ))
          (classBody { }))
        """)
    checkExpression("enum { x }", as: "(enumDeclaration enum (enumBody { (enumMember x) }))")
  }

  @Test
  func specialForms() {
    checkExpression(
      "catch { a(); }",
      as: """
        (catchExpression
          catch
          (block
            {
            (expressionStatement
              (postfixExpression a (callSuffix (argumentList ( ))))
              ;)
            }))
        """)
    checkExpression("catch (a)", as: "(catchExpression catch ( a ))")
    checkExpression("catch { } || b", as: "(infixExpression (catchExpression catch (block { })) || b)")
    checkExpression(
      "gauge { a(); }",
      as: """
        (gaugeExpression
          gauge
          (block
            {
            (expressionStatement
              (postfixExpression a (callSuffix (argumentList ( ))))
              ;)
            }))
        """)
    checkExpression("typeof(a)", as: "(typeofExpression typeof ( a ))")
    checkExpression(
      "typeof(a) == typeof(b)",
      as: """
        (infixExpression
          (typeofExpression typeof ( a ))
          ==
          (typeofExpression typeof ( b )))
        """)
    checkExpression(#"sscanf(a, "%d", b)"#, as: #"(sscanfExpression sscanf ( a , "%d" , b ))"#)
    checkExpression(
      #"sscanf(a, "%d%s", int b, [c, d])"#,
      as: #"""
        (sscanfExpression
          sscanf
          (
          a
          ,
          "%d%s"
          ,
          (typedLvalue (basicType int) b)
          ,
          (destructuring [ c , d ])
          ))
        """#)
  }
}
