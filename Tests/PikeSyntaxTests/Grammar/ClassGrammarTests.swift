import Testing

/// Examples of classes and enums.
@Suite
struct ClassGrammarTests {
  @Test
  func classesHoldDeclarations() {
    check("class A { }", as: "(sourceFile (classDeclaration class A (classBody { })) <end>)")
    check(
      "class A { inherit B; int x; void f() { } }",
      as: """
        (sourceFile
          (classDeclaration
            class
            A
            (classBody
              {
              (inheritDeclaration inherit B ;)
              (variableDeclaration (basicType int) (declarator x) ;)
              (functionDeclaration (basicType void) f (parameterList ( )) (block { }))
              }))
          <end>)
        """)
    check(
      "class A { };",
      as: """
        (sourceFile
          (classDeclaration class A (classBody { }))
          (emptyDeclaration ;)
          <end>)
        """)
    check(
      "class { int x; }",
      as: """
        (sourceFile
          (classDeclaration
            class
            (classBody { (variableDeclaration (basicType int) (declarator x) ;) }))
          <end>)
        """)
    check(
      "class A { class B { } enum C { d } private { int y; } }",
      as: """
        (sourceFile
          (classDeclaration
            class
            A
            (classBody
              {
              (classDeclaration class B (classBody { }))
              (enumDeclaration enum C (enumBody { (enumMember d) }))
              (modifierBlock
                (modifierList private)
                (classBody { (variableDeclaration (basicType int) (declarator y) ;) }))
              }))
          <end>)
        """)
  }

  @Test
  func classesMayHaveParametersForCreate() {
    check(
      "class A(int a, string b) { }",
      as: """
        (sourceFile
          (classDeclaration
            class
            A
            (parameterList
              (
              (parameter (basicType int) a)
              ,
              (parameter (basicType string) b)
              ))
            (classBody { }))
          <end>)
        """)
    check(
      "class A(private int a, public string|int b,) { }",
      as: """
        (sourceFile
          (classDeclaration
            class
            A
            (parameterList
              (
              (parameter (modifierList private) (basicType int) a)
              ,
              (parameter
                (modifierList public)
                (unionType (basicType string) | (basicType int))
                b)
              ,
              ))
            (classBody { }))
          <end>)
        """)
    check(
      "class A(int ... rest) { }",
      as: """
        (sourceFile
          (classDeclaration
            class
            A
            (parameterList ( (parameter (basicType int) ... rest) ))
            (classBody { }))
          <end>)
        """)
    check(
      "class (int x) { }",
      as: """
        (sourceFile
          (classDeclaration
            class
            (parameterList ( (parameter (basicType int) x) ))
            (classBody { }))
          <end>)
        """)
  }

  @Test
  func enumsListTheirMembers() {
    check(
      "enum A { a, b, c }",
      as: """
        (sourceFile
          (enumDeclaration
            enum
            A
            (enumBody { (enumMember a) , (enumMember b) , (enumMember c) }))
          <end>)
        """)
    check(
      "enum A { a = 1, b, c = a + 2, }",
      as: """
        (sourceFile
          (enumDeclaration
            enum
            A
            (enumBody
              {
              (enumMember a = 1)
              ,
              (enumMember b)
              ,
              (enumMember c = (infixExpression a + 2))
              ,
              }))
          <end>)
        """)
    check("enum { a }", as: "(sourceFile (enumDeclaration enum (enumBody { (enumMember a) })) <end>)")
    check(
      "enum A { , , a, }",
      as: "(sourceFile (enumDeclaration enum A (enumBody { , , (enumMember a) , })) <end>)")
    check(
      "private enum A { }",
      as: """
        (sourceFile
          (enumDeclaration (modifierList private) enum A (enumBody { }))
          <end>)
        """)
  }
}
