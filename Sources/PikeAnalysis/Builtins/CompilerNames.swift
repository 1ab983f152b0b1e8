/// What the compiler itself knows in any program, beside the predefined names.
package enum CompilerNames {
  /// Identifiers that need no declaration.
  package static let identifiers = ["UNDEFINED", "__func__", "this", "this_function", "this_program"]

  /// What may stand before `::` without being an inherit or a class around.
  package static let scopes = ["global", "local", "predef", "this", "this_program"]

  /// Macros that are always defined.
  package static let macros = [
    "__AUTO_BIGNUM__", "__BUILD__", "__COUNTER__", "__DATE__", "__DIR__", "__FILE__", "__LINE__", "__MAJOR__",
    "__MINOR__", "__PIKE__", "__REAL_BUILD__", "__REAL_MAJOR__", "__REAL_MINOR__", "__REAL_VERSION__", "__TIME__",
    "__VERSION__",
  ]

  /// What `#pragma` takes without a warning.
  package static let pragmas = [
    "all_final", "all_inline", "deprecation_warnings", "dont_save_parent", "no_deprecation_warnings", "save_parent",
    "strict_types",
  ]

  package static func isKnown(_ name: String) -> Bool {
    known.contains(name)
  }

  private static let known = Set(identifiers + macros)
}
