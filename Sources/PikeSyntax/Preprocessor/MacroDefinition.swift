/// What a `#define` says, as far as the parser needs it: kinds of tokens rather than text.
package final class MacroDefinition: Sendable {
  /// What the uses of a macro look like to the parser.
  enum Shape: Sendable {
    /// Its body is an expression by itself: a use is parsed as the name, or the call, that it looks like.
    case value
    /// The same, and it is a string that may stand beside another one.
    case string
    /// Anything else: a use is replaced with the tokens of the body.
    case tokens
  }

  struct BodyToken: Sendable {
    var kind: SyntaxKind
    /// Which parameter's argument stands here, or -1.
    var parameter = -1
    /// The hash of an identifier's text, by which a macro is found; otherwise zero.
    var hash: UInt64 = 0
  }

  /// With its text; only names are compared, kinds decide.
  let name: [UInt8]
  let nameHash: UInt64
  /// Nil when it is not used like a function.
  let parameterCount: Int?
  /// The last parameter takes all that is left.
  let isVariadic: Bool
  let body: [BodyToken]
  let bodyText: [UInt8]
  /// By the hash of its name, which parameter it is: so the text of the body can be read again.
  let parameters: [UInt64: Int]
  let shape: Shape

  init(
    name: [UInt8], parameterCount: Int?, isVariadic: Bool, body: [BodyToken], bodyText: [UInt8],
    parameters: [UInt64: Int],
    shape: Shape
  ) {
    self.name = name
    nameHash = FNV1a.hash(name)
    self.parameterCount = parameterCount
    self.isVariadic = isVariadic
    self.body = body
    self.bodyText = bodyText
    self.parameters = parameters
    self.shape = shape
  }

  func with(shape: Shape) -> MacroDefinition {
    MacroDefinition(
      name: name, parameterCount: parameterCount, isVariadic: isVariadic, body: body, bodyText: bodyText,
      parameters: parameters, shape: shape)
  }
}
