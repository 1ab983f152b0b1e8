import PikeAnalysis

// The numbers and names that LSP 3.17 has for kinds.

extension Diagnostic.Severity {
  var code: Int {
    switch self {
    case .error: 1
    case .warning: 2
    case .information: 3
    case .hint: 4
    }
  }
}

extension DocumentHighlight.Kind {
  var code: Int {
    switch self {
    case .text: 1
    case .read: 2
    case .write: 3
    }
  }
}

extension FoldingRange.Kind {
  var name: String {
    switch self {
    case .region: "region"
    case .comment: "comment"
    case .imports: "imports"
    }
  }
}

extension CompletionItem.Kind {
  var code: Int {
    switch self {
    case .method: 2
    case .function: 3
    case .local, .parameter, .variable: 6
    case .class: 7
    case .module: 9
    case .enum: 13
    case .keyword: 14
    case .snippet: 15
    case .enumMember: 20
    case .constant: 21
    // LSP has none for names of types.
    case .typedef: 22
    }
  }
}

extension SymbolKind {
  var code: Int {
    switch self {
    case .file: 1
    case .module: 2
    case .class: 5
    case .method: 6
    case .field: 8
    case .constructor: 9
    case .enum: 10
    case .function: 12
    case .variable: 13
    case .constant: 14
    case .enumMember: 22
    // LSP has none for names of types.
    case .typedef: 23
    }
  }
}
