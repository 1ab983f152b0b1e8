// What the diagnostics say.
extension Problem {
  func message(for kind: SyntaxKind) -> String {
    switch self {
    case .silent: ""
    case .afterExpression: "missing `;` after this expression"
    case .afterStatement: "missing `;` after this statement"
    case .afterDeclaration: "missing `;` after this declaration"
    case .afterLocalFunction: "missing `;` after this function inside a function"
    case .closing: "missing \(kind.quoted)"
    case .opening: "missing \(kind.quoted)"
    case .name: "missing name"
    case .type: "missing type"
    case .expression: "missing expression"
    case .parameterType: "missing type of a parameter"
    case .body where kind == .leftBrace: "missing body of the function: `{` or `;`"
    case .body: "missing statement"
    case .block: "missing block: `{`"
    case .colonAfterCase: "missing `:` after this label"
    case .colonInConditional: "missing `:` and the other value of `?`"
    case .colonInMapping: "missing `:` and the value of this key"
    case .colonInType: "missing `:` between the types of keys and values"
    case .commaInList: "missing `,`"
    case .assignment: "missing `=`"
    case .whileAfterDo: "missing `while` and the condition of `do`"
    case .separator: "missing \(kind.quoted)"
    case .returnType: "missing `:` and the type that the function returns"
    }
  }
}

extension SyntaxKind {
  var quoted: String {
    switch self {
    case .endOfFile: "end of file"
    case .identifier: "name"
    case .integer, .float: "number"
    case .string: "string"
    default: "`\(spelling)`"
    }
  }

  /// The bracket that closes this one.
  var closing: SyntaxKind? {
    switch self {
    case .leftParenthesis: .rightParenthesis
    case .leftBrace: .rightBrace
    case .leftBracket, .safeIndexStart: .rightBracket
    case .multisetStart: .multisetEnd
    default: nil
    }
  }

  /// What is wrong with a token of this kind.
  func complaint(_ text: SourceText, _ range: Range<Int>) -> String {
    switch self {
    case .unterminatedString: "this string is not closed; `\"` is missing at the end of the line"
    case .unterminatedMultilineString: "this string is not closed before the end of the file"
    case .unterminatedCharacter: "this character is empty or not closed; write it as 'x'"
    case .unknownDirectiveName: "there is no directive `#\(text.string(in: range))`"
    case .malformedDirectiveText: "`#pike` takes a version of two numbers, such as `#pike 8.0`"
    case .malformedNumber: "this is not a number: `\(text.string(in: range))`"
    default:
      range.count > 8 || text.count > SyntaxTree.maximumLength
        ? "this text is too long to be parsed"
        : "this character means nothing here: \(text[range].map { "0x" + String($0, radix: 16) }.joined(separator: " "))"
    }
  }
}
