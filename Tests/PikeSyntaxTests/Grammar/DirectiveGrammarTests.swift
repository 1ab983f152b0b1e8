import Testing

/// Examples of directives and macros.
@Suite
struct DirectiveGrammarTests {
  @Test
  func directivesAreItems() {
    check(
      #"""
      #include "a.h"
      #include <b.h>
      int x;
      """#,
      as: #"""
        (sourceFile
          (includeDirective # include "a.h")
          (includeDirective # include < b . h >)
          (variableDeclaration (basicType int) (declarator x) ;)
          <end>)
        """#)
    check(
      """
      #pragma strict_types
      #pike 7.8
      #undef A
      int x;
      """,
      as: """
        (sourceFile
          (otherDirective # pragma strict_types)
          (otherDirective # pike 7.8)
          (undefDirective # undef A)
          (variableDeclaration (basicType int) (declarator x) ;)
          <end>)
        """)
    check(
      """
      #define A

      """,
      as: "(sourceFile (defineDirective # define A) <end>)")
    check(
      """
      # define A 1

      """,
      as: "(sourceFile (defineDirective # define A 1) <end>)")
    check(
      """
      #if 0
      #error Don't do this
      #endif
      """,
      as: """
        (sourceFile
          (conditionalGroup
            (ifDirective # if 0)
            (inactiveDeclarationBranch (otherDirective # error Don't do this))
            (endifDirective # endif))
          <end>)
        """)
    check(
      #"""
      #define A 1 \
       + 2
      int x;
      """#,
      as: """
        (sourceFile
          (defineDirective # define A 1 + 2)
          (variableDeclaration (basicType int) (declarator x) ;)
          <end>)
        """)
    check(
      """
      #define A /* a
      b */ 1
      int x;
      """,
      as: """
        (sourceFile
          (defineDirective # define A 1)
          (variableDeclaration (basicType int) (declarator x) ;)
          <end>)
        """)
    checkStatement(
      """
      #define A 1
      a();
      #undef A
      """,
      as: """
        (defineDirective # define A 1)
        (expressionStatement (postfixExpression a (callSuffix (argumentList ( )))) ;)
        (undefDirective # undef A)
        """)
  }

  @Test
  func valuesAreParsedAsNames() {
    check(
      """
      #define A 1
      int x = A + A;
      """,
      as: """
        (sourceFile
          (defineDirective # define A 1)
          (variableDeclaration
            (basicType int)
            (declarator x = (infixExpression A + A))
            ;)
          <end>)
        """)
    check(
      """
      #define A(x) ((x) + 1)
      int x = A(2) * 3;
      """,
      as: """
        (sourceFile
          (defineDirective # define A ( x ) ( ( x ) + 1 ))
          (variableDeclaration
            (basicType int)
            (declarator
              x
              =
              (infixExpression
                (postfixExpression A (callSuffix (argumentList ( 2 ))))
                *
                3))
            ;)
          <end>)
        """)
    check(
      """
      #define EMPTY
      EMPTY int x;
      """,
      as: """
        (sourceFile
          (defineDirective # define EMPTY)
          (variableDeclaration (basicType int) (declarator x) ;)
          <end>)
        """)
  }

  @Test
  func stringsStandSideBySide() {
    check(
      #"""
      #define S "a"
      string s = "b" S "c" S;
      """#,
      as: #"""
        (sourceFile
          (defineDirective # define S "a")
          (variableDeclaration
            (basicType string)
            (declarator s = (stringConcatenation "b" S "c" S))
            ;)
          <end>)
        """#)
    check(
      """
      #define STR(x) #x
      string s = STR(a + b);
      """,
      as: """
        (sourceFile
          (defineDirective # define STR ( x ) # x)
          (variableDeclaration
            (basicType string)
            (declarator
              s
              =
              (postfixExpression
                STR
                (callSuffix (argumentList ( (infixExpression a + b) )))))
            ;)
          <end>)
        """)
  }

  @Test
  func statementsAndDeclarationsComeOutOfMacros() {
    check(
      """
      #define DECL int x;
      DECL
      int y;
      """,
      as: """
        (sourceFile
          (defineDirective # define DECL int x ;)
          (variableDeclaration (basicType <int>) (declarator <identifier>) <;>)
          (variableDeclaration (basicType int) (declarator y) ;)
          <end>)
        """)
    check(
      """
      #define FUNC(n) int n() { return 1; }
      FUNC(a)
      FUNC(b)
      """,
      as: """
        (sourceFile
          (defineDirective # define FUNC ( n ) int n ( ) { return 1 ; })
          (functionDeclaration
            (basicType <int>)
            <identifier>
            (parameterList <(> <)>)
            (block <{> (returnStatement <return> <integer> <;>) <}>))
          (functionDeclaration
            (basicType <int>)
            <identifier>
            (parameterList <(> <)>)
            (block <{> (returnStatement <return> <integer> <;>) <}>))
          <end>)
        """)
    check(
      """
      #define DO(x) do { x; } while (0)
      void f() { DO(a()); }
      """,
      as: """
        (sourceFile
          (defineDirective # define DO ( x ) do { x ; } while ( 0 ))
          (functionDeclaration
            (basicType void)
            f
            (parameterList ( ))
            (block
              {
              (doStatement
                <do>
                (block
                  <{>
                  (expressionStatement
                    (postfixExpression <identifier> (callSuffix (argumentList <(> <)>)))
                    <;>)
                  <}>)
                <while>
                <(>
                <integer>
                <)>
                ;)
              }))
          <end>)
        """)
    check(
      """
      #define IF(x) if (x)
      void f() { IF(a) b(); else c(); }
      """,
      as: """
        (sourceFile
          (defineDirective # define IF ( x ) if ( x ))
          (functionDeclaration
            (basicType void)
            f
            (parameterList ( ))
            (block
              {
              (ifStatement
                <if>
                <(>
                <identifier>
                <)>
                (expressionStatement
                  (postfixExpression b (callSuffix (argumentList ( ))))
                  ;)
                else
                (expressionStatement
                  (postfixExpression c (callSuffix (argumentList ( ))))
                  ;))
              }))
          <end>)
        """)
    check(
      """
      #define OPEN {
      #define CLOSE }
      void f() OPEN a(); CLOSE
      """,
      as: """
        (sourceFile
          (defineDirective # define OPEN {)
          (defineDirective # define CLOSE })
          (functionDeclaration
            (basicType void)
            f
            (parameterList ( ))
            (block
              <{>
              (expressionStatement
                (postfixExpression a (callSuffix (argumentList ( ))))
                ;)
              <}>))
          <end>)
        """)
    check(
      """
      #define TYPE int
      TYPE x;
      """,
      as: """
        (sourceFile
          (defineDirective # define TYPE int)
          (variableDeclaration (basicType <int>) (declarator x) ;)
          <end>)
        """)
  }

  @Test
  func namesArePasted() {
    check(
      """
      #define MAKE(a, b) int a##b = 1;
      MAKE(x, y)
      """,
      as: """
        (sourceFile
          (defineDirective # define MAKE ( a , b ) int a ## b = 1 ;)
          (variableDeclaration
            (basicType <int>)
            (declarator <identifier> <=> <integer>)
            <;>)
          <end>)
        """)
    check(
      """
      #define GET(n) `##n
      int x;
      """,
      as: """
        (sourceFile
          (defineDirective # define GET ( n ) ` ## n)
          (variableDeclaration (basicType int) (declarator x) ;)
          <end>)
        """)
  }

  @Test
  func lastParametersTakeAllThatIsLeft() {
    check(
      """
      #define CALL(f, args...) f(args)
      int x = CALL(g, 1, 2);
      """,
      as: """
        (sourceFile
          (defineDirective # define CALL ( f , args ... ) f ( args ))
          (variableDeclaration
            (basicType int)
            (declarator
              x
              =
              (postfixExpression CALL (callSuffix (argumentList ( g , 1 , 2 )))))
            ;)
          <end>)
        """)
    check(
      """
      #define DECLARE(t, n...) t n;
      DECLARE(int, a, b)
      """,
      as: """
        (sourceFile
          (defineDirective # define DECLARE ( t , n ... ) t n ;)
          (variableDeclaration
            (basicType <int>)
            (declarator <identifier>)
            <,>
            (declarator <identifier>)
            <;>)
          <end>)
        """)
  }

  @Test
  func definitionsCountFromWhereTheyStand() {
    check(
      """
      #define D int x;
      D
      #undef D
      int D;
      """,
      as: """
        (sourceFile
          (defineDirective # define D int x ;)
          (variableDeclaration (basicType <int>) (declarator <identifier>) <;>)
          (undefDirective # undef D)
          (variableDeclaration (basicType int) (declarator D) ;)
          <end>)
        """)
    check(
      """
      #define D int x;
      D
      #define D string y;
      D
      """,
      as: """
        (sourceFile
          (defineDirective # define D int x ;)
          (variableDeclaration (basicType <int>) (declarator <identifier>) <;>)
          (defineDirective # define D string y ;)
          (variableDeclaration (basicType <string>) (declarator <identifier>) <;>)
          <end>)
        """)
  }

  @Test
  func recursionEnds() {
    check(
      """
      #define A A
      int x = A;
      """,
      as: """
        (sourceFile
          (defineDirective # define A A)
          (variableDeclaration (basicType int) (declarator x = A) ;)
          <end>)
        """)
    check(
      """
      #define A B
      #define B A
      int x = A;
      """,
      as: """
        (sourceFile
          (defineDirective # define A B)
          (defineDirective # define B A)
          (variableDeclaration (basicType int) (declarator x = A) ;)
          <end>)
        """)
    check(
      """
      #define F(x) F(x);
      void f() { F(1) }
      """,
      as: """
        (sourceFile
          (defineDirective # define F ( x ) F ( x ) ;)
          (functionDeclaration
            (basicType void)
            f
            (parameterList ( ))
            (block
              {
              (expressionStatement
                (postfixExpression
                  <identifier>
                  (callSuffix (argumentList <(> <integer> <)>)))
                <;>)
              }))
          <end>)
        """)
  }
}
