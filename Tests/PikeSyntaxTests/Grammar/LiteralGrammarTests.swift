import Testing

/// Examples of literals.
@Suite
struct LiteralGrammarTests {
  @Test
  func integers() {
    checkExpression("0", as: "0")
    checkExpression("12", as: "12")
    checkExpression("0x1F", as: "0x1F")
    checkExpression("0X1f", as: "0X1f")
    checkExpression("0b101", as: "0b101")
    checkExpression("0B11", as: "0B11")
    checkExpression("017", as: "017")
  }

  @Test
  func floats() {
    checkExpression("1.5", as: "1.5")
    checkExpression(".5", as: ".5")
    checkExpression("1e5", as: "1e5")
    checkExpression("1.5e-5", as: "1.5e-5")
    checkExpression("1E+5", as: "1E+5")
    checkExpression("1 . a", as: "(postfixExpression 1 (memberSuffix . a))")
  }

  @Test
  func rangesAreNoFloats() {
    checkExpression("a[1..2]", as: "(postfixExpression a (subscriptSuffix [ 1 .. 2 ]))")
    checkExpression("a[0x1..0b1]", as: "(postfixExpression a (subscriptSuffix [ 0x1 .. 0b1 ]))")
  }

  @Test
  func characters() {
    checkExpression("'a'", as: "'a'")
    checkExpression(#"'\''"#, as: #"'\''"#)
    checkExpression(#"'\\'"#, as: #"'\\'"#)
    checkExpression(#"'"'"#, as: #"'"'"#)
    checkExpression(#"'\n'"#, as: #"'\n'"#)
    checkExpression(#"'\x41'"#, as: #"'\x41'"#)
    checkExpression(#"'\u1234'"#, as: #"'\u1234'"#)
    checkExpression(#"'\d65'"#, as: #"'\d65'"#)
    checkExpression(#"'\0'"#, as: #"'\0'"#)
    checkExpression("'ab'", as: "'ab'")
  }

  @Test
  func strings() {
    checkExpression(#""""#, as: #""""#)
    checkExpression(#""a""#, as: #""a""#)
    checkExpression(#""a\"b""#, as: #""a\"b""#)
    checkExpression(#""\\""#, as: #""\\""#)
    checkExpression(#""\x41\u1234\U00012345\d65\101""#, as: #""\x41\u1234\U00012345\d65\101""#)
    checkExpression(
      #"""
      "a\
      b"
      """#,
      as: #"""
        "a\
        b"
        """#)
    checkExpression(#""a // no comment /* neither""#, as: #""a // no comment /* neither""#)
  }

  @Test
  func stringsSideBySideAreOne() {
    checkExpression(#""a" "b""#, as: #"(stringConcatenation "a" "b")"#)
    checkExpression(#""a" "b" #"c" __func__"#, as: #"(stringConcatenation "a" "b" #"c" __func__)"#)
    checkExpression(#""a" + "b" "c""#, as: #"(infixExpression "a" + (stringConcatenation "b" "c"))"#)
  }

  @Test
  func stringsOverLines() {
    checkExpression(
      #"""
      #"a
      b"
      """#,
      as: #"""
        #"a
        b"
        """#)
    checkExpression(
      #"""
      #(a "b" \ 
       c#)
      """#,
      as: #"""
        #(a "b" \ 
         c#)
        """#)
    checkExpression("#[a#]", as: "#[a#]")
    checkExpression("#{a#}", as: "#{a#}")
    checkExpression(#"#string "file""#, as: #"#string "file""#)
  }

  @Test
  func namesWithEscapesAndOtherLetters() {
    checkExpression("é", as: "é")
    checkExpression(#"\u0041b"#, as: #"\u0041b"#)
    checkExpression(#"a\u0041b"#, as: #"a\u0041b"#)
  }
}
