import Testing

/// Examples of operators.
@Suite
struct OperatorGrammarTests {
  @Test
  func operatorsBindByPrecedence() {
    checkExpression("a || b && c", as: "(infixExpression a || (infixExpression b && c))")
    checkExpression("a && b | c", as: "(infixExpression a && (infixExpression b | c))")
    checkExpression("a | b ^ c", as: "(infixExpression a | (infixExpression b ^ c))")
    checkExpression("a ^ b & c", as: "(infixExpression a ^ (infixExpression b & c))")
    checkExpression("a & b == c", as: "(infixExpression a & (infixExpression b == c))")
    checkExpression("a == b < c", as: "(infixExpression a == (infixExpression b < c))")
    checkExpression("a < b << c", as: "(infixExpression a < (infixExpression b << c))")
    checkExpression("a << b + c", as: "(infixExpression a << (infixExpression b + c))")
    checkExpression("a + b * c", as: "(infixExpression a + (infixExpression b * c))")
    checkExpression("a * b + c", as: "(infixExpression (infixExpression a * b) + c)")
    checkExpression("a < b == c", as: "(infixExpression (infixExpression a < b) == c)")
  }

  @Test
  func operatorsOfOneLevelAreOneNode() {
    checkExpression("a + b - c", as: "(infixExpression a + b - c)")
    checkExpression("a * b / c % d", as: "(infixExpression a * b / c % d)")
    checkExpression("a == b != c", as: "(infixExpression a == b != c)")
    checkExpression("a < b <= c > d >= e", as: "(infixExpression a < b <= c > d >= e)")
    checkExpression("a << b >> c", as: "(infixExpression a << b >> c)")
    checkExpression("a || b || c", as: "(infixExpression a || b || c)")
  }

  @Test
  func prefixOperatorsBindTighterThanInfix() {
    checkExpression("!a", as: "(prefixExpression ! a)")
    checkExpression("!!a", as: "(prefixExpression ! (prefixExpression ! a))")
    checkExpression("~a & b", as: "(infixExpression (prefixExpression ~ a) & b)")
    checkExpression("-a * b", as: "(infixExpression (prefixExpression - a) * b)")
    checkExpression("- -a", as: "(prefixExpression - (prefixExpression - a))")
    checkExpression("-a->b", as: "(prefixExpression - (postfixExpression a (memberSuffix -> b)))")
    checkExpression("!a || b", as: "(infixExpression (prefixExpression ! a) || b)")
  }

  @Test
  func incrementsStandBeforeOrBehind() {
    checkExpression("++a", as: "(prefixExpression ++ a)")
    checkExpression("--a->b", as: "(prefixExpression -- (postfixExpression a (memberSuffix -> b)))")
    checkExpression("a++", as: "(postfixExpression a (incrementSuffix ++))")
    checkExpression("a[1]--", as: "(postfixExpression a (subscriptSuffix [ 1 ]) (incrementSuffix --))")
    checkExpression(
      "a++ + ++b",
      as: """
        (infixExpression
          (postfixExpression a (incrementSuffix ++))
          +
          (prefixExpression ++ b))
        """)
    checkExpression("a---b", as: "(infixExpression (postfixExpression a (incrementSuffix --)) - b)")
  }

  @Test
  func conditionalsNestToTheRight() {
    checkExpression("a ? b : c", as: "(conditionalExpression a ? b : c)")
    checkExpression("a ? b : c ? d : e", as: "(conditionalExpression a ? b : c ? d : e)")
    checkExpression(
      "a ? b ? c : d : e",
      as: "(conditionalExpression a ? (conditionalExpression b ? c : d) : e)")
    checkExpression(
      "a || b ? c + 1 : d",
      as: "(conditionalExpression (infixExpression a || b) ? (infixExpression c + 1) : d)")
    checkExpression("a ?: b", as: "(infixExpression a ?: b)")
    checkExpression("a ?: b ?: c", as: "(infixExpression a ?: b ?: c)")
  }

  @Test
  func assignmentsAreChains() {
    checkExpression("a = b", as: "(assignmentExpression a = b)")
    checkExpression("a = b = c", as: "(assignmentExpression a = b = c)")
    checkExpression("a = b ? c : d", as: "(assignmentExpression a = (conditionalExpression b ? c : d))")
    checkExpression("a += b -= c", as: "(assignmentExpression a += b -= c)")
    checkExpression("a *= b /= c %= d", as: "(assignmentExpression a *= b /= c %= d)")
    checkExpression("a |= b &= c ^= d", as: "(assignmentExpression a |= b &= c ^= d)")
    checkExpression("a <<= b >>= c", as: "(assignmentExpression a <<= b >>= c)")
    checkExpression("a->b = c", as: "(assignmentExpression (postfixExpression a (memberSuffix -> b)) = c)")
    checkExpression(
      "a[1] = b",
      as: "(assignmentExpression (postfixExpression a (subscriptSuffix [ 1 ])) = b)")
  }

  @Test
  func bracketsBeforeAnAssignmentTakeApart() {
    checkExpression("[a, b] = c", as: "(assignmentExpression (destructuring [ a , b ]) = c)")
    checkExpression("[a] += b", as: "(assignmentExpression (destructuring [ a ]) += b)")
    checkExpression(
      "[int a, string b] = c",
      as: """
        (assignmentExpression
          (destructuring
            [
            (typedLvalue (basicType int) a)
            ,
            (typedLvalue (basicType string) b)
            ])
          =
          c)
        """)
    checkExpression(
      "[a, [b, c]] = d",
      as: "(assignmentExpression (destructuring [ a , (destructuring [ b , c ]) ]) = d)")
    checkExpression(
      "[a->b, c[1]] = d",
      as: """
        (assignmentExpression
          (destructuring
            [
            (postfixExpression a (memberSuffix -> b))
            ,
            (postfixExpression c (subscriptSuffix [ 1 ]))
            ])
          =
          d)
        """)
    checkExpression(
      "([a, b] = c)",
      as: """
        (parenthesizedExpression
          (
          (assignmentExpression (destructuring [ a , b ]) = c)
          ))
        """)
  }

  @Test
  func castsAndSoftCasts() {
    checkExpression("(int)a", as: "(castExpression ( (basicType int) ) a)")
    checkExpression("(int)-a", as: "(castExpression ( (basicType int) ) (prefixExpression - a))")
    checkExpression(
      "(int)(string)a",
      as: "(castExpression ( (basicType int) ) (castExpression ( (basicType string) ) a))")
    checkExpression(
      "(array(int)|string)a->b",
      as: """
        (castExpression
          (
          (unionType (arrayType array ( (basicType int) )) | (basicType string))
          )
          (postfixExpression a (memberSuffix -> b)))
        """)
    checkExpression("[int]a", as: "(softCastExpression [ (basicType int) ] a)")
    checkExpression(
      "[array(string)]a->b",
      as: """
        (softCastExpression
          [
          (arrayType array ( (basicType string) ))
          ]
          (postfixExpression a (memberSuffix -> b)))
        """)
    checkExpression(
      "[int|Foo.Bar]a",
      as: """
        (softCastExpression
          [
          (unionType (basicType int) | (qualifiedName Foo . Bar))
          ]
          a)
        """)
    checkExpression(
      "(int)[string]a",
      as: """
        (castExpression
          (
          (basicType int)
          )
          (softCastExpression [ (basicType string) ] a))
        """)
    checkExpression(
      "([int]a)",
      as: "(parenthesizedExpression ( (softCastExpression [ (basicType int) ] a) ))")
    checkExpression(
      "([string]a)->b",
      as: """
        (postfixExpression
          (parenthesizedExpression ( (softCastExpression [ (basicType string) ] a) ))
          (memberSuffix -> b))
        """)
  }
}
