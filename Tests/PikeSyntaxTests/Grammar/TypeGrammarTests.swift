import Testing

/// Examples of types.
@Suite
struct TypeGrammarTests {
  @Test
  func basicTypesMayHaveRanges() {
    checkType("int", as: "(basicType int)")
    checkType("float", as: "(basicType float)")
    checkType("mixed", as: "(basicType mixed)")
    checkType("void", as: "(basicType void)")
    checkType("string", as: "(basicType string)")
    checkType("int(0..255)", as: "(basicType int (typeRange ( 0 .. 255 )))")
    checkType("int(..255)", as: "(basicType int (typeRange ( .. 255 )))")
    checkType("int(0..)", as: "(basicType int (typeRange ( 0 .. )))")
    checkType("int(..)", as: "(basicType int (typeRange ( .. )))")
    checkType("int(-1..1)", as: "(basicType int (typeRange ( - 1 .. 1 )))")
    checkType("int('a'..'z')", as: "(basicType int (typeRange ( 'a' .. 'z' )))")
    checkType("int(8bit)", as: "(basicType int (typeRange ( 8bit )))")
    checkType("string(8bit)", as: "(basicType string (typeRange ( 8bit )))")
    checkType("string(0..255)", as: "(basicType string (typeRange ( 0 .. 255 )))")
  }

  @Test
  func containersHaveElementTypes() {
    checkType("array", as: "(arrayType array)")
    checkType("array(int)", as: "(arrayType array ( (basicType int) ))")
    checkType(
      "array(array(string)|int)",
      as: """
        (arrayType
          array
          (
          (unionType (arrayType array ( (basicType string) )) | (basicType int))
          ))
        """)
    checkType("mapping", as: "(mappingType mapping)")
    checkType("mapping(string:int)", as: "(mappingType mapping ( (basicType string) : (basicType int) ))")
    checkType(
      "mapping(string|int:mapping(int:mixed))",
      as: """
        (mappingType
          mapping
          (
          (unionType (basicType string) | (basicType int))
          :
          (mappingType mapping ( (basicType int) : (basicType mixed) ))
          ))
        """)
    checkType("multiset", as: "(multisetType multiset)")
    checkType("multiset(string)", as: "(multisetType multiset ( (basicType string) ))")
  }

  @Test
  func functionTypesNameParametersAndResult() {
    checkType("function", as: "(functionType function)")
    checkType("function(:void)", as: "(functionType function ( : (basicType void) ))")
    checkType("function(int:void)", as: "(functionType function ( (basicType int) : (basicType void) ))")
    checkType(
      "function(int, string ... : array(int))",
      as: """
        (functionType
          function
          (
          (basicType int)
          ,
          (basicType string)
          ...
          :
          (arrayType array ( (basicType int) ))
          ))
        """)
    checkType("function(int,:int)", as: "(functionType function ( (basicType int) , : (basicType int) ))")
    checkType("function(,:int)", as: "(functionType function ( , : (basicType int) ))")
    checkType(
      "function(function(int:int):function(:void))",
      as: """
        (functionType
          function
          (
          (functionType function ( (basicType int) : (basicType int) ))
          :
          (functionType function ( : (basicType void) ))
          ))
        """)
  }

  @Test
  func objectsAndProgramsNameAClass() {
    checkType("object", as: "(objectType object)")
    checkType("object(Foo.Bar)", as: "(objectType object ( (qualifiedName Foo . Bar) ))")
    checkType("object(.Foo)", as: "(objectType object ( (qualifiedName . Foo) ))")
    checkType(#"object("file.pike")"#, as: #"(objectType object ( "file.pike" ))"#)
    checkType(#"object("a" + "b")"#, as: #"(objectType object ( "a" + "b" ))"#)
    checkType("program", as: "(programType program)")
    checkType("program(Foo)", as: "(programType program ( Foo ))")
    checkType("Foo", as: "Foo")
    checkType("Foo.Bar.Baz", as: "(qualifiedName Foo . Bar . Baz)")
    checkType("Foo::Bar", as: "(qualifiedName Foo :: Bar)")
    checkType("::Foo", as: "(qualifiedName :: Foo)")
    checkType(".Foo.Bar", as: "(qualifiedName . Foo . Bar)")
    checkType("predef::Foo", as: "(qualifiedName predef :: Foo)")
    checkType("global.Foo", as: "(qualifiedName global . Foo)")
    checkType("7.8::Foo", as: "(qualifiedName 7.8 :: Foo)")
    checkType("__builtin.foo", as: "(qualifiedName __builtin . foo)")
  }

  @Test
  func unionsAreListsOfTypes() {
    checkType("int|string", as: "(unionType (basicType int) | (basicType string))")
    checkType(
      "Foo|int|array(Foo.Bar)|void",
      as: """
        (unionType
          Foo
          |
          (basicType int)
          |
          (arrayType array ( (qualifiedName Foo . Bar) ))
          |
          (basicType void))
        """)
  }

  @Test
  func attributesWrapTypes() {
    checkType(
      #"__attribute__("name", int|string)"#,
      as: #"""
        (attributedType
          __attribute__
          (
          "name"
          ,
          (unionType (basicType int) | (basicType string))
          ))
        """#)
    checkType("__deprecated__(int)", as: "(attributedType __deprecated__ ( (basicType int) ))")
    checkType(
      "__deprecated__(array(int|string))",
      as: """
        (attributedType
          __deprecated__
          (
          (arrayType array ( (unionType (basicType int) | (basicType string)) ))
          ))
        """)
  }
}
