/// What a file cannot know by itself: the macros that exist before it begins, those of the files that it includes, and which
/// constants exist (`#if constant(X)`).
package final class PreprocessorEnvironment: Sendable {
  let macros: [MacroDefinition]
  /// By what stands behind `#include`, quotes or angle brackets included.
  let includes: [String: [MacroDefinition]]
  let constants: [String: Bool]
  /// For constants that are not listed. A full installation has most of them.
  let assumesConstants: Bool

  package init(
    macros: [MacroDefinition] = MacroDefinition.predefined, includes: [String: [MacroDefinition]] = [:],
    constants: [String: Bool] = [:], assumesConstants: Bool = true
  ) {
    self.macros = macros
    self.includes = includes
    self.constants = constants
    self.assumesConstants = assumesConstants
  }

  package static let standard = PreprocessorEnvironment()

  func isConstant(_ name: String) -> Bool {
    constants[name] ?? assumesConstants
  }
}

extension MacroDefinition {
  /// The macros that pike 8.0 on Linux defines by itself.
  package static let predefined: [MacroDefinition] = parse(
    """
    #define __PIKE__ 1
    #define __VERSION__ 8.0
    #define __MAJOR__ 8
    #define __MINOR__ 0
    #define __BUILD__ 1738
    #define __REAL_VERSION__ 8.0
    #define __REAL_MAJOR__ 8
    #define __REAL_MINOR__ 0
    #define __REAL_BUILD__ 1738
    #define __AUTO_BIGNUM__ 1
    #define __LINE__ 1
    #define __FILE__ ""
    #define __DIR__ ""
    #define __DATE__ ""
    #define __TIME__ ""
    #define __COUNTER__ 1
    #define SIZEOF_INT 4
    #define SIZEOF_FLOAT 8
    """)

  /// The macros that a text defines, read without looking at conditions.
  package static func parse(_ text: String) -> [MacroDefinition] {
    let text = SourceText(text)
    return DirectiveFinder.directives(in: text, range: 0..<text.count).compactMap { MacroReader.read($0, in: text) }
  }
}
