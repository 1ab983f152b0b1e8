/// What a builtin name stands for.
package enum BuiltinKind: UInt8, Sendable, Hashable, CaseIterable {
  case function, `class`, module, constant, variable, type
}

/// How many arguments a call may have; no maximum means any number.
package struct BuiltinArity: Sendable, Hashable {
  package let minimum: Int
  package let maximum: Int?

  package init(minimum: Int, maximum: Int?) {
    self.minimum = minimum
    self.maximum = maximum
  }

  package func admits(_ count: Int) -> Bool {
    count >= minimum && count <= maximum ?? Int.max
  }
}

/// A name that is compiled into pike, or into one of its shared objects, and so has no Pike source.
package struct BuiltinSymbol: Sendable, Hashable {
  package let name: String
  package let kind: BuiltinKind
  /// Pike's type, objects named by the path of their class (`Gmp.mpz`); of a module its own path; empty when unknown.
  package let type: String
  /// Indexing does not see it, an inherit does.
  package let isProtected: Bool
  /// Pike warns of its use.
  package let isDeprecated: Bool
  /// What it does in a line, for the most used predefined names.
  package let summary: String?

  package init(
    name: String, kind: BuiltinKind, type: String, isProtected: Bool = false, isDeprecated: Bool = false,
    summary: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.type = type
    self.isProtected = isProtected
    self.isDeprecated = isDeprecated
    self.summary = summary
  }

  /// The calls that the type admits; empty where it is no function's.
  package var signatures: [BuiltinSignature] {
    BuiltinTable.signatures(ofType: type)
  }

  /// Nil unless every alternative of the type tells its parameters: then a call outside of it is an error.
  package var arity: BuiltinArity? {
    BuiltinSignature.arity(ofType: type)
  }

  /// Whether a call may have so many arguments; nil when the type does not tell. The alternatives may leave gaps: `mktime`
  /// takes one argument or at least six.
  package func admits(argumentCount: Int) -> Bool? {
    arity == nil ? nil : signatures.contains { $0.arity.admits(argumentCount) }
  }
}
