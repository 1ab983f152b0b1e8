// Written by Scripts/make-builtins. Change that, not this.

/// What stock pike has compiled in, one name a line.
enum BuiltinText {
  static let modules: [StaticString] = [modules1, modules2, modules3]
}
