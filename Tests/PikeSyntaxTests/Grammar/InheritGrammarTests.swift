import Testing

/// Examples of inherits, imports, constants, typedefs.
@Suite
struct InheritGrammarTests {
  @Test
  func inheritNamesAProgramByNameOrFile() {
    check("inherit Foo;", as: "(sourceFile (inheritDeclaration inherit Foo ;) <end>)")
    check(
      "inherit Foo.Bar : baz;",
      as: """
        (sourceFile
          (inheritDeclaration inherit (qualifiedName Foo . Bar) (inheritName : baz) ;)
          <end>)
        """)
    check("inherit .Foo;", as: "(sourceFile (inheritDeclaration inherit (qualifiedName . Foo) ;) <end>)")
    check("inherit ::Foo;", as: "(sourceFile (inheritDeclaration inherit (qualifiedName :: Foo) ;) <end>)")
    check(#"inherit "file.pike";"#, as: #"(sourceFile (inheritDeclaration inherit "file.pike" ;) <end>)"#)
    check(
      #"inherit "a" "b" + "c" : name;"#,
      as: #"""
        (sourceFile
          (inheritDeclaration
            inherit
            (stringConcatenation "a" "b" + "c")
            (inheritName : name)
            ;)
          <end>)
        """#)
    check(
      #"inherit Foo : "name";"#,
      as: #"(sourceFile (inheritDeclaration inherit Foo (inheritName : "name") ;) <end>)"#)
    check(
      "private inherit 7.8::Foo;",
      as: """
        (sourceFile
          (inheritDeclaration
            (modifierList private)
            inherit
            (qualifiedName 7.8 :: Foo)
            ;)
          <end>)
        """)
  }

  @Test
  func importNamesAModuleOrADirectory() {
    check("import A;", as: "(sourceFile (importDeclaration import A ;) <end>)")
    check("import A.B.C;", as: "(sourceFile (importDeclaration import (qualifiedName A . B . C) ;) <end>)")
    check(#"import "directory";"#, as: #"(sourceFile (importDeclaration import "directory" ;) <end>)"#)
  }

  @Test
  func constantsAreListedBehindCommas() {
    check("constant a = 1;", as: "(sourceFile (constantDeclaration constant (declarator a = 1) ;) <end>)")
    check(
      "protected constant a = 1, b = ({ 2 });",
      as: """
        (sourceFile
          (constantDeclaration
            (modifierList protected)
            constant
            (declarator a = 1)
            ,
            (declarator b = (arrayLiteral ( { 2 } )))
            ;)
          <end>)
        """)
  }

  @Test
  func typedefGivesATypeAName() {
    check(
      "typedef int|string id;",
      as: """
        (sourceFile
          (typedefDeclaration
            typedef
            (unionType (basicType int) | (basicType string))
            id
            ;)
          <end>)
        """)
    check(
      "private typedef function(int:void) callback;",
      as: """
        (sourceFile
          (typedefDeclaration
            (modifierList private)
            typedef
            (functionType function ( (basicType int) : (basicType void) ))
            callback
            ;)
          <end>)
        """)
  }
}
