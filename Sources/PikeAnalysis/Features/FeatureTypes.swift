package import PikeSyntax

package struct Location: Hashable, Sendable {
  package var file: FileID
  package var range: Range<TextPosition>

  package init(file: FileID, range: Range<TextPosition>) {
    self.file = file
    self.range = range
  }
}

/// Something that is wrong, where a person would look for it.
package struct Diagnostic: Hashable, Sendable {
  package enum Severity: Hashable, Sendable { case error, warning, information, hint }

  package struct Related: Hashable, Sendable {
    package var location: Location
    package var message: String
  }

  package var range: Range<TextPosition>
  package var severity: Severity
  /// Which rule: `syntax`, `undefined-name`, `unused-local`, …
  package var code: String
  package var message: String
  package var related: [Related]
  /// Of something that could be left out; editors grey it.
  package var isUnnecessary: Bool

  package init(
    range: Range<TextPosition>, severity: Severity, code: String, message: String, related: [Related] = [],
    isUnnecessary: Bool = false
  ) {
    self.range = range
    self.severity = severity
    self.code = code
    self.message = message
    self.related = related
    self.isUnnecessary = isUnnecessary
  }
}

package struct FileDiagnostics: Hashable, Sendable {
  package var file: FileID
  package var diagnostics: [Diagnostic]
}

// MARK: Completion

package struct CompletionList: Hashable, Sendable {
  package var items: [CompletionItem]
  /// There are more than were listed.
  package var isIncomplete: Bool
}

package struct CompletionItem: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case keyword, local, parameter, variable, constant, function, method, `class`, `enum`, enumMember, typedef, module,
      snippet
  }

  /// Where the item comes from: enough to find its documentation again in any later state, without memory of this answer.
  package enum Origin: Hashable, Sendable {
    /// A keyword, a local variable: all that there is to say stands in the item.
    case none
    /// A declaration: the file and the names that lead to it, each with the number of those of the same name before it.
    case item(file: FileID, path: [String])
    /// What is compiled into pike: the dotted path of its module, empty for global ones, and its name.
    case builtin(module: String, name: String)
    /// A module, by what holds it: a file or a directory.
    case module(path: String)
  }

  package var label: String
  package var kind: Kind
  /// The type or the signature, in one line.
  package var detail: String?
  /// Replaces `replacedRange`; with `$1` and so on when it is a snippet.
  package var insertText: String
  package var isSnippet: Bool
  package var replacedRange: Range<TextPosition>
  /// Items are shown in the order of these.
  package var sortText: String
  package var origin: Origin
  package var isDeprecated = false
}

package struct CompletionDetails: Hashable, Sendable {
  package var detail: String?
  /// Markdown.
  package var documentation: String?
}

// MARK: Reading

package struct Hover: Hashable, Sendable {
  package var range: Range<TextPosition>
  package var markdown: String
}

package struct SignatureHelp: Hashable, Sendable {
  package struct Signature: Hashable, Sendable {
    package var label: String
    /// Where in the label each parameter stands, in UTF-16 units.
    package var parameters: [Range<Int>]
    package var documentation: String?
  }

  package var signatures: [Signature]
  package var activeSignature: Int
  package var activeParameter: Int
}

package struct DocumentHighlight: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case text, read, write }
  package var range: Range<TextPosition>
  package var kind: Kind
}

package enum SymbolKind: Hashable, Sendable {
  case file, module, `class`, method, constructor, function, variable, field, constant, `enum`, enumMember, typedef
}

package struct DocumentSymbol: Hashable, Sendable {
  package var name: String
  package var detail: String?
  package var kind: SymbolKind
  package var range: Range<TextPosition>
  package var selectionRange: Range<TextPosition>
  package var children: [DocumentSymbol]
  package var isDeprecated = false
}

package struct WorkspaceSymbol: Hashable, Sendable {
  package var name: String
  package var kind: SymbolKind
  /// The class or module around it.
  package var container: String?
  package var location: Location
}

package struct FoldingRange: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case region, comment, imports }
  package var startLine: Int
  package var endLine: Int
  package var kind: Kind
}

package struct SemanticToken: Hashable, Sendable {
  /// In the order of the protocol's legend.
  package enum Kind: Int, Hashable, Sendable, CaseIterable {
    case namespace, type, `class`, `enum`, enumMember, parameter, variable, property, function, method, macro, keyword,
      comment, string,
      number, `operator`
  }
  package struct Modifiers: OptionSet, Hashable, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
    package static let declaration = Modifiers(rawValue: 1)
    package static let readonly = Modifiers(rawValue: 2)
    package static let `static` = Modifiers(rawValue: 4)
    package static let deprecated = Modifiers(rawValue: 8)
    package static let defaultLibrary = Modifiers(rawValue: 16)
    package static let documentation = Modifiers(rawValue: 32)
    /// In the order of their bits.
    package static let names = ["declaration", "readonly", "static", "deprecated", "defaultLibrary", "documentation"]
  }

  /// On one line; longer ones are cut at the lines' ends.
  package var start: TextPosition
  /// In units of the query's encoding.
  package var length: Int
  package var kind: Kind
  package var modifiers: Modifiers
}

// MARK: Renaming

package struct RenameTarget: Hashable, Sendable {
  package var range: Range<TextPosition>
  package var name: String
}

package struct Replacement: Hashable, Sendable {
  package var range: Range<TextPosition>
  package var text: String
}

/// Edits of one file, in ascending order, none overlapping.
package struct FileEdits: Hashable, Sendable {
  package var file: FileID
  package var edits: [Replacement]
}
