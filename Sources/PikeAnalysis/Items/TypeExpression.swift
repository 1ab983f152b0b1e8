/// A type as it was written, without positions.
package indirect enum TypeExpression: Hashable, Sendable {
  /// Not written, or not understood.
  case unknown
  /// `int`, `float`, `string`, `mixed`, `void`, … without its range.
  case basic(String)
  case named(ProgramName)
  case array(TypeExpression)
  case mapping(TypeExpression, TypeExpression)
  case multiset(TypeExpression)
  /// `object` and `program` of what is named; unknown when nothing is.
  case object(TypeExpression)
  case program(TypeExpression)
  case function([TypeExpression], rest: TypeExpression?, result: TypeExpression)
  case union([TypeExpression])
}

/// A name of a class or module as it was written.
package struct ProgramName: Hashable, Sendable {
  package enum Start: Hashable, Sendable {
    /// `Foo.Bar`: looked up from where it stands.
    case scope
    /// `.Foo.Bar`: in the module of the file itself.
    case sibling
    /// `global::`, `predef::` and so on; `inherited::` with the name before the colons.
    case qualifier(String)
    /// `"file.pike"`: a path.
    case path
  }

  package var start: Start
  /// Of a path, one part: the path.
  package var parts: [String]

  package init(_ parts: [String], start: Start = .scope) {
    self.parts = parts
    self.start = start
  }
}
