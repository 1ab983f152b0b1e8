/// What a name means.
package enum Symbol: Hashable, Sendable {
  /// A declaration of a file or of a class in it; a file as a class is the item without names.
  case item(ItemID)
  /// A variable, parameter, constant or function in a body, by its number in the body of `owner`.
  case local(owner: ItemID, index: Int)
  /// A module or a class that is a file or directories on disk.
  case module(Module)
  /// Compiled into pike; `module` is empty for what every program sees.
  case builtin(module: String, name: String)
}

/// A module: `Stdio` may be `Stdio.pmod`, a directory `Stdio.pmod/` with or without `module.pmod`, a compiled part, or all of them.
package struct Module: Hashable, Sendable {
  /// `Protocols.HTTP`.
  package var name: String
  /// `.pmod` and `.pike` files, in the order in which they are searched.
  package var files: [FileID]
  /// `.pmod` directories, in that order.
  package var directories: [String]
  /// The dotted path of what is compiled into pike, if a part is.
  package var builtin: String?
  /// Some part of it cannot be seen (a `.so` that the table of built-ins does not know): a name that is not found may exist.
  package var isOpen: Bool
}

/// A type whose names are resolved, as far as completion and hover need it.
package indirect enum ResolvedType: Hashable, Sendable {
  case unknown
  case basic(String)
  /// An object of this class (a file, a class item).
  case object(ItemID)
  /// An object of a class that is compiled into pike.
  case builtinObject(String)
  /// The class itself.
  case program(ItemID)
  case builtinProgram(String)
  case module(Module)
  case array(ResolvedType)
  case mapping(ResolvedType, ResolvedType)
  case multiset(ResolvedType)
  /// The result is what a call gives.
  case function(result: ResolvedType)
  case union([ResolvedType])
}
