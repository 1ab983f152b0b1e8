/// What a token or a node is. Tokens stand below 128, nodes from 128 on.
package enum SyntaxKind: UInt8, Sendable, CaseIterable {
  // Tokens whose text varies.
  case endOfFile
  case unknown
  case identifier
  case integer
  case float
  /// `8bit`, in the width of a string or an integer.
  case bits
  case malformedNumber
  case character
  case string
  /// `#"…"`, which may hold line breaks.
  case multilineString
  /// `#(…#)`, `#[…#]`, `#{…#}`: no escapes.
  case literalString
  /// `#string "file"`
  case includedString
  case unterminatedCharacter
  case unterminatedString
  case unterminatedMultilineString
  /// A name of the form `__name__`, which the language keeps for itself.
  case reservedName

  // Punctuation.
  case leftParenthesis
  case rightParenthesis
  case leftBrace
  case rightBrace
  case leftBracket
  case rightBracket
  /// `(<`
  case multisetStart
  /// `>)`
  case multisetEnd
  /// `[?`
  case safeIndexStart
  case semicolon
  case comma
  case colon
  case colonColon
  case dot
  case dotDot
  case dotDotDot
  case arrow
  /// `->?`, or in old code `?->`
  case safeArrow
  case at
  case question
  /// `?:`, which binds like `||`
  case questionColon
  case plus
  case minus
  case star
  case slash
  case percent
  case ampersand
  case pipe
  case caret
  case tilde
  case bang
  case plusPlus
  case minusMinus
  case ampersandAmpersand
  case pipePipe
  case shiftLeft
  case shiftRight
  case less
  case greater
  case lessEqual
  case greaterEqual
  case equalEqual
  case bangEqual
  case equal
  case plusEqual
  case minusEqual
  case starEqual
  case slashEqual
  case percentEqual
  case ampersandEqual
  case pipeEqual
  case caretEqual
  case shiftLeftEqual
  case shiftRightEqual

  // Keywords.
  case arrayKeyword
  case attributeKeyword
  case breakKeyword
  case caseKeyword
  case catchKeyword
  case classKeyword
  case constantKeyword
  case continueKeyword
  case defaultKeyword
  case deprecatedKeyword
  case doKeyword
  case elseKeyword
  case enumKeyword
  case externKeyword
  case finalKeyword
  case floatKeyword
  case forKeyword
  case foreachKeyword
  case funcKeyword
  case functionKeyword
  case gaugeKeyword
  case globalKeyword
  case ifKeyword
  case importKeyword
  case inheritKeyword
  case inlineKeyword
  case intKeyword
  case lambdaKeyword
  case localKeyword
  case mappingKeyword
  case mixedKeyword
  case multisetKeyword
  case nomaskKeyword
  case objectKeyword
  case optionalKeyword
  case predefKeyword
  case privateKeyword
  case programKeyword
  case protectedKeyword
  case publicKeyword
  case returnKeyword
  case sscanfKeyword
  case staticKeyword
  case stringKeyword
  case switchKeyword
  case typedefKeyword
  case typeofKeyword
  case variantKeyword
  case voidKeyword
  case whileKeyword

  // Of the preprocessor.
  /// A whole directive; the lexer's only, a tree has a node in its place.
  case directive
  case hash
  case directiveName
  /// A directive that does not exist.
  case unknownDirectiveName
  /// What follows the name of a directive and is not what belongs there.
  case malformedDirectiveText
  /// What follows the name of a directive that takes free text.
  case directiveText
  /// A branch that is not compiled and could not be parsed by itself, as it stands.
  case inactiveText
  /// The parser's only: the end of a branch that is parsed by itself.
  case endOfBranch

  // Nodes: files and lists.
  case sourceFile = 128
  case classBody
  case block
  case unexpected
  /// What stood below the deepest level that is parsed.
  case tooDeep

  // The preprocessor.
  case ifDirective
  case elifDirective
  case elseDirective
  case endifDirective
  case defineDirective
  case undefDirective
  case includeDirective
  case otherDirective
  case conditionalGroup
  case declarationBranch
  case statementBranch
  /// A branch that is not compiled. Mistakes in it are nobody's business.
  case inactiveDeclarationBranch
  case inactiveStatementBranch

  // Declarations.
  case inheritDeclaration
  case importDeclaration
  case constantDeclaration
  case classDeclaration
  case enumDeclaration
  case typedefDeclaration
  case functionDeclaration
  case variableDeclaration
  case modifierBlock
  case emptyDeclaration
  case modifierList
  case attribute
  case declarator
  case enumMember
  case enumBody
  case parameterList
  case parameter
  case inheritName

  // Types.
  case basicType
  case arrayType
  case mappingType
  case multisetType
  case functionType
  case objectType
  case programType
  case unionType
  case attributedType
  case typeRange

  // Names of more than one part, in types and expressions.
  case qualifiedName

  // Statements.
  case expressionStatement
  case variableStatement
  case localFunctionStatement
  case constantStatement
  case ifStatement
  case whileStatement
  case doStatement
  case forStatement
  case foreachStatement
  case switchStatement
  case caseLabel
  case defaultLabel
  case returnStatement
  case breakStatement
  case continueStatement
  case labeledStatement
  case emptyStatement

  // Expressions.
  case commaExpression
  case localDeclaration
  case assignmentExpression
  case destructuring
  case conditionalExpression
  case infixExpression
  case prefixExpression
  case castExpression
  case softCastExpression
  case postfixExpression
  case memberSuffix
  case callSuffix
  case subscriptSuffix
  case incrementSuffix
  case implicitLambda
  case parenthesizedExpression
  case arrayLiteral
  case mappingLiteral
  case mappingEntry
  case multisetLiteral
  case spreadExpression
  case stringConcatenation
  case lambdaExpression
  case catchExpression
  case gaugeExpression
  case typeofExpression
  case sscanfExpression
  case argumentList
  case rangeBound
  case typedLvalue

  package var isToken: Bool { rawValue < 128 }
  package var isInactiveBranch: Bool { self == .inactiveDeclarationBranch || self == .inactiveStatementBranch }

  package var isDirective: Bool {
    rawValue >= SyntaxKind.ifDirective.rawValue && rawValue <= SyntaxKind.otherDirective.rawValue
  }
  package var isKeyword: Bool {
    rawValue >= SyntaxKind.arrayKeyword.rawValue && rawValue <= SyntaxKind.whileKeyword.rawValue
  }
}
