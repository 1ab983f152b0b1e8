import JSONRPC
import PikeAnalysis
import PikeSyntax

extension Shapes {
  /// Five numbers a token, places relative to the token before (LSP 3.17, "Integer Encoding for Tokens").
  func write(_ tokens: [SemanticToken], to json: inout JSONWriter) {
    json.object { json in
      json.member("data") { json in
        var last = TextPosition(line: 0, column: 0)
        json.array(tokens) { json, token in
          let isSameLine = token.start.line == last.line
          json.integer(token.start.line - last.line)
          json.integer(isSameLine ? token.start.column - last.column : token.start.column)
          json.integer(token.length)
          json.integer(token.kind.rawValue)
          json.integer(token.modifiers.rawValue)
          last = token.start
        }
      }
    }
  }

  static func writeLegend(to json: inout JSONWriter) {
    json.object { json in
      json.member("tokenTypes") { $0.array(SemanticToken.Kind.allCases.map(\.name)) }
      json.member("tokenModifiers") { $0.array(SemanticToken.Modifiers.names) }
    }
  }
}

extension SemanticToken.Kind {
  /// As LSP names it.
  var name: String {
    switch self {
    case .namespace: "namespace"
    case .type: "type"
    case .class: "class"
    case .enum: "enum"
    case .enumMember: "enumMember"
    case .parameter: "parameter"
    case .variable: "variable"
    case .property: "property"
    case .function: "function"
    case .method: "method"
    case .macro: "macro"
    case .keyword: "keyword"
    case .comment: "comment"
    case .string: "string"
    case .number: "number"
    case .operator: "operator"
    }
  }
}
