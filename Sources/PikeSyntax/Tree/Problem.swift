/// What is to be said of a token that is missing; the raw value stands in the tree.
enum Problem: UInt8 {
  /// A mistake that has been reported already.
  case silent = 0
  case afterExpression
  case afterStatement
  case afterDeclaration
  case afterLocalFunction
  case closing
  case opening
  case name
  case type
  case expression
  case parameterType
  case body
  case block
  case colonAfterCase
  case colonInConditional
  case colonInMapping
  case colonInType
  case commaInList
  case assignment
  case whileAfterDo
  case separator
  case returnType
}
