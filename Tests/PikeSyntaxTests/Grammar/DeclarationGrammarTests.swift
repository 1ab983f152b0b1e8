import Testing

/// Examples of functions, variables, modifiers, attributes.
@Suite
struct DeclarationGrammarTests {
  @Test
  func variablesAreDeclaredBehindTheirType() {
    check("int x;", as: "(sourceFile (variableDeclaration (basicType int) (declarator x) ;) <end>)")
    check(
      "int x, y = 3, z;",
      as: """
        (sourceFile
          (variableDeclaration
            (basicType int)
            (declarator x)
            ,
            (declarator y = 3)
            ,
            (declarator z)
            ;)
          <end>)
        """)
    check(
      "Foo.Bar x = Foo.Bar();",
      as: """
        (sourceFile
          (variableDeclaration
            (qualifiedName Foo . Bar)
            (declarator
              x
              =
              (postfixExpression
                Foo
                (memberSuffix . Bar)
                (callSuffix (argumentList ( )))))
            ;)
          <end>)
        """)
    check(".Foo x;", as: "(sourceFile (variableDeclaration (qualifiedName . Foo) (declarator x) ;) <end>)")
    check(
      "Foo::Bar x;",
      as: """
        (sourceFile
          (variableDeclaration (qualifiedName Foo :: Bar) (declarator x) ;)
          <end>)
        """)
    check(
      "global.Foo x;",
      as: """
        (sourceFile
          (variableDeclaration (qualifiedName global . Foo) (declarator x) ;)
          <end>)
        """)
    check(
      "predef::foo x;",
      as: """
        (sourceFile
          (variableDeclaration (qualifiedName predef :: foo) (declarator x) ;)
          <end>)
        """)
    check(
      "7.8::Foo x;",
      as: """
        (sourceFile
          (variableDeclaration (qualifiedName 7.8 :: Foo) (declarator x) ;)
          <end>)
        """)
    check(
      "int constant x = 3;",
      as: """
        (sourceFile
          (variableDeclaration (basicType int) constant (declarator x = 3) ;)
          <end>)
        """)
  }

  @Test
  func modifiersStandBeforeADeclaration() {
    check(
      "private int x;",
      as: """
        (sourceFile
          (variableDeclaration (modifierList private) (basicType int) (declarator x) ;)
          <end>)
        """)
    check(
      "static nomask final optional int x;",
      as: """
        (sourceFile
          (variableDeclaration
            (modifierList static nomask final optional)
            (basicType int)
            (declarator x)
            ;)
          <end>)
        """)
    check(
      "extern protected public int x;",
      as: """
        (sourceFile
          (variableDeclaration
            (modifierList extern protected public)
            (basicType int)
            (declarator x)
            ;)
          <end>)
        """)
    check(
      "local inline variant int f() { }",
      as: """
        (sourceFile
          (functionDeclaration
            (modifierList local inline variant)
            (basicType int)
            f
            (parameterList ( ))
            (block { }))
          <end>)
        """)
    check(
      "private { int x; string y; }",
      as: """
        (sourceFile
          (modifierBlock
            (modifierList private)
            (classBody
              {
              (variableDeclaration (basicType int) (declarator x) ;)
              (variableDeclaration (basicType string) (declarator y) ;)
              }))
          <end>)
        """)
    check(
      "{ int x; }",
      as: """
        (sourceFile
          (modifierBlock
            (classBody { (variableDeclaration (basicType int) (declarator x) ;) }))
          <end>)
        """)
    check(";", as: "(sourceFile (emptyDeclaration ;) <end>)")
  }

  @Test
  func functionsHaveParametersAndABody() {
    check(
      "void f() { }",
      as: """
        (sourceFile
          (functionDeclaration (basicType void) f (parameterList ( )) (block { }))
          <end>)
        """)
    check(
      "int f(int a, string b) { return a; }",
      as: """
        (sourceFile
          (functionDeclaration
            (basicType int)
            f
            (parameterList
              (
              (parameter (basicType int) a)
              ,
              (parameter (basicType string) b)
              ))
            (block { (returnStatement return a ;) }))
          <end>)
        """)
    check(
      "int f(int a,) { }",
      as: """
        (sourceFile
          (functionDeclaration
            (basicType int)
            f
            (parameterList ( (parameter (basicType int) a) , ))
            (block { }))
          <end>)
        """)
    check(
      "int f(,) { }",
      as: """
        (sourceFile
          (functionDeclaration (basicType int) f (parameterList ( , )) (block { }))
          <end>)
        """)
    check(
      "int f(void|int x, mixed ... rest) { }",
      as: """
        (sourceFile
          (functionDeclaration
            (basicType int)
            f
            (parameterList
              (
              (parameter (unionType (basicType void) | (basicType int)) x)
              ,
              (parameter (basicType mixed) ... rest)
              ))
            (block { }))
          <end>)
        """)
    check(
      "int f(Foo x, .Foo y, Foo.Bar|int z) { }",
      as: """
        (sourceFile
          (functionDeclaration
            (basicType int)
            f
            (parameterList
              (
              (parameter Foo x)
              ,
              (parameter (qualifiedName . Foo) y)
              ,
              (parameter (unionType (qualifiedName Foo . Bar) | (basicType int)) z)
              ))
            (block { }))
          <end>)
        """)
  }

  @Test
  func prototypesEndInASemicolonAndNeedNoNames() {
    check(
      "void f();",
      as: """
        (sourceFile
          (functionDeclaration (basicType void) f (parameterList ( )) ;)
          <end>)
        """)
    check(
      "int f(int, string ...);",
      as: """
        (sourceFile
          (functionDeclaration
            (basicType int)
            f
            (parameterList
              (
              (parameter (basicType int))
              ,
              (parameter (basicType string) ...)
              ))
            ;)
          <end>)
        """)
  }

  @Test
  func operatorsAndPropertiesHaveNamesOfTheirOwn() {
    check(
      "int `+(mixed a) { }",
      as: """
        (sourceFile
          (functionDeclaration
            (basicType int)
            `+
            (parameterList ( (parameter (basicType mixed) a) ))
            (block { }))
          <end>)
        """)
    check(
      "int ``-(mixed a) { }",
      as: """
        (sourceFile
          (functionDeclaration
            (basicType int)
            ``-
            (parameterList ( (parameter (basicType mixed) a) ))
            (block { }))
          <end>)
        """)
    check(
      "int `()() { }",
      as: """
        (sourceFile
          (functionDeclaration (basicType int) `() (parameterList ( )) (block { }))
          <end>)
        """)
    check(
      "int `[](int i) { }",
      as: """
        (sourceFile
          (functionDeclaration
            (basicType int)
            `[]
            (parameterList ( (parameter (basicType int) i) ))
            (block { }))
          <end>)
        """)
    check(
      "int `[]=(int i, int v) { }",
      as: """
        (sourceFile
          (functionDeclaration
            (basicType int)
            `[]=
            (parameterList
              (
              (parameter (basicType int) i)
              ,
              (parameter (basicType int) v)
              ))
            (block { }))
          <end>)
        """)
    check(
      "array `[..](int a, int b, int c, int d) { }",
      as: """
        (sourceFile
          (functionDeclaration
            (arrayType array)
            `[..]
            (parameterList
              (
              (parameter (basicType int) a)
              ,
              (parameter (basicType int) b)
              ,
              (parameter (basicType int) c)
              ,
              (parameter (basicType int) d)
              ))
            (block { }))
          <end>)
        """)
    check(
      "int `->(string s) { }",
      as: """
        (sourceFile
          (functionDeclaration
            (basicType int)
            `->
            (parameterList ( (parameter (basicType string) s) ))
            (block { }))
          <end>)
        """)
    check(
      "int `->=(string s, mixed v) { }",
      as: """
        (sourceFile
          (functionDeclaration
            (basicType int)
            `->=
            (parameterList
              (
              (parameter (basicType string) s)
              ,
              (parameter (basicType mixed) v)
              ))
            (block { }))
          <end>)
        """)
    check(
      "int `foo() { }",
      as: """
        (sourceFile
          (functionDeclaration (basicType int) `foo (parameterList ( )) (block { }))
          <end>)
        """)
    check(
      "void `foo=(int v) { }",
      as: """
        (sourceFile
          (functionDeclaration
            (basicType void)
            `foo=
            (parameterList ( (parameter (basicType int) v) ))
            (block { }))
          <end>)
        """)
    check(
      "int `->foo() { }",
      as: """
        (sourceFile
          (functionDeclaration (basicType int) `->foo (parameterList ( )) (block { }))
          <end>)
        """)
    check(
      "void `->foo=(int v) { }",
      as: """
        (sourceFile
          (functionDeclaration
            (basicType void)
            `->foo=
            (parameterList ( (parameter (basicType int) v) ))
            (block { }))
          <end>)
        """)
    check(
      "int `!() { }",
      as: """
        (sourceFile
          (functionDeclaration (basicType int) `! (parameterList ( )) (block { }))
          <end>)
        """)
    check(
      "int `~() { }",
      as: """
        (sourceFile
          (functionDeclaration (basicType int) `~ (parameterList ( )) (block { }))
          <end>)
        """)
    check(
      "int `<<(int i) { }",
      as: """
        (sourceFile
          (functionDeclaration
            (basicType int)
            `<<
            (parameterList ( (parameter (basicType int) i) ))
            (block { }))
          <end>)
        """)
    check(
      "int `>=(int i) { }",
      as: """
        (sourceFile
          (functionDeclaration
            (basicType int)
            `>=
            (parameterList ( (parameter (basicType int) i) ))
            (block { }))
          <end>)
        """)
    check(
      "int `==(mixed o) { }",
      as: """
        (sourceFile
          (functionDeclaration
            (basicType int)
            `==
            (parameterList ( (parameter (basicType mixed) o) ))
            (block { }))
          <end>)
        """)
    check(
      "int `!=(mixed o) { }",
      as: """
        (sourceFile
          (functionDeclaration
            (basicType int)
            `!=
            (parameterList ( (parameter (basicType mixed) o) ))
            (block { }))
          <end>)
        """)
  }

  @Test
  func attributesStandBeforeTheType() {
    check(
      "__deprecated__ int x;",
      as: """
        (sourceFile
          (variableDeclaration
            (attribute __deprecated__)
            (basicType int)
            (declarator x)
            ;)
          <end>)
        """)
    check(
      "__deprecated__() int f();",
      as: """
        (sourceFile
          (functionDeclaration
            (attribute __deprecated__ ( ))
            (basicType int)
            f
            (parameterList ( ))
            ;)
          <end>)
        """)
    check(
      "__deprecated__(int) x;",
      as: """
        (sourceFile
          (variableDeclaration
            (attributedType __deprecated__ ( (basicType int) ))
            (declarator x)
            ;)
          <end>)
        """)
    check(
      #"__attribute__("a") int x;"#,
      as: #"""
        (sourceFile
          (variableDeclaration
            (attribute __attribute__ ( "a" ))
            (basicType int)
            (declarator x)
            ;)
          <end>)
        """#)
    check(
      #"__attribute__("a" "b",) int x;"#,
      as: #"""
        (sourceFile
          (variableDeclaration
            (attribute __attribute__ ( "a" "b" , ))
            (basicType int)
            (declarator x)
            ;)
          <end>)
        """#)
    check(
      #"__attribute__("a", int) x;"#,
      as: #"""
        (sourceFile
          (variableDeclaration
            (attributedType __attribute__ ( "a" , (basicType int) ))
            (declarator x)
            ;)
          <end>)
        """#)
  }
}
