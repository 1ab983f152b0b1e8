/// The words that may begin something, by place.
enum PikeKeywords {
  static let types = [
    "array", "float", "function", "int", "mapping", "mixed", "multiset", "object", "program", "string", "void",
  ]
  static let modifiers = [
    "extern", "final", "inline", "local", "optional", "private", "protected", "public", "static", "variant",
  ]
  /// Behind modifiers, too.
  static let declarations = ["class", "constant", "enum", "inherit", "typedef"]
  static let operands = ["catch", "gauge", "lambda", "sscanf", "typeof"]
  static let scopes = ["global", "predef"]
  static let constants = ["this", "this_function", "this_program", "UNDEFINED", "__func__"]
  static let directives = [
    "charset", "define", "elif", "else", "endif", "error", "if", "ifdef", "ifndef", "include", "line", "pike",
    "pragma", "require", "string", "undef", "warning",
  ]
  static let conditions = ["constant", "defined", "efun"]

  static func statements(_ surroundings: CompletionSite.Surroundings) -> [String] {
    var words = ["class", "constant", "do", "enum", "for", "foreach", "if", "import", "return", "switch", "while"]
    if surroundings.isInLoop || surroundings.isInSwitch { words.append("break") }
    if surroundings.isInLoop { words.append("continue") }
    if surroundings.isInSwitch { words += ["case", "default"] }
    if surroundings.isBehindIf { words.append("else") }
    return words
  }

  /// Whole statements, by what is shown and what is inserted.
  static let statementSnippets = [
    ("for (…) { }", "for (int ${1:i} = 0; $1 < ${2:count}; $1++) {\n\t$0\n}"),
    ("foreach (…) { }", "foreach (${1:values}; ${2:int index}; ${3:mixed value}) {\n\t$0\n}"),
    ("if (…) { }", "if (${1:condition}) {\n\t$0\n}"),
    ("switch (…) { }", "switch (${1:value}) {\n\tcase ${2:1}:\n\t\t$0\n\t\tbreak;\n}"),
    ("while (…) { }", "while (${1:condition}) {\n\t$0\n}"),
  ]

  static let declarationSnippets = [
    ("class … { }", "class ${1:Name} {\n\t$0\n}"),
    ("create(…) { }", "protected void create(${1}) {\n\t$0\n}"),
  ]
}
