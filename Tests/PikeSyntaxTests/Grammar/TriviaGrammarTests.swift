import Testing

/// Examples of white space, comments, encodings.
@Suite
struct TriviaGrammarTests {
  @Test
  func commentsStandAnywhere() {
    check(
      """
      //! Documentation of x.
      //! @seealso y
      int x; // behind
      """,
      as: "(sourceFile (variableDeclaration (basicType int) (declarator x) ;) <end>)")
    check(
      "int /* a */ x /* b */ = /* c */ 1 /* d */;",
      as: "(sourceFile (variableDeclaration (basicType int) (declarator x = 1) ;) <end>)")
    check(
      "/*! AutoDoc */ int x;",
      as: "(sourceFile (variableDeclaration (basicType int) (declarator x) ;) <end>)")
    check(
      """
      int x; //
      //

      """,
      as: "(sourceFile (variableDeclaration (basicType int) (declarator x) ;) <end>)")
    check(
      #"""
      // continued \
      line
      int x;
      """#,
      as: "(sourceFile (variableDeclaration (basicType int) (declarator x) ;) <end>)")
    check(
      "/* // */ int x; /* */",
      as: "(sourceFile (variableDeclaration (basicType int) (declarator x) ;) <end>)")
    check(
      """
      #!/usr/bin/env pike
      int x;
      """,
      as: "(sourceFile (variableDeclaration (basicType int) (declarator x) ;) <end>)")
  }

  @Test
  func lineEndsOfAllKinds() {
    check(
      "int x;\r\nint y;\r\n",
      as: """
        (sourceFile
          (variableDeclaration (basicType int) (declarator x) ;)
          (variableDeclaration (basicType int) (declarator y) ;)
          <end>)
        """)
    check(
      "int x;\rint y;",
      as: """
        (sourceFile
          (variableDeclaration (basicType int) (declarator x) ;)
          (variableDeclaration (basicType int) (declarator y) ;)
          <end>)
        """)
    check("// a\r\nint x;", as: "(sourceFile (variableDeclaration (basicType int) (declarator x) ;) <end>)")
    check(
      "#define A 1\r\nint x = A;\r\n",
      as: """
        (sourceFile
          (defineDirective # define A 1)
          (variableDeclaration (basicType int) (declarator x = A) ;)
          <end>)
        """)
  }
}
