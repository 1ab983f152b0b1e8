import JSONRPC
import PikeAnalysis

/// Hover and signature help.
extension Shapes {
  func write(_ hover: Hover, to json: inout JSONWriter) {
    json.object { json in
      json.member("contents") { markup(hover.markdown, isMarkdown: client.markdownHover, to: &$0) }
      json.member("range") { write(hover.range, to: &$0) }
    }
  }

  func write(_ help: SignatureHelp, to json: inout JSONWriter) {
    json.object { json in
      json.member("signatures") { json in json.array(help.signatures) { write($1, to: &$0) } }
      json.member("activeSignature", help.activeSignature)
      json.member("activeParameter", help.activeParameter)
    }
  }

  private func write(_ signature: SignatureHelp.Signature, to json: inout JSONWriter) {
    json.object { json in
      json.member("label", signature.label)
      if let documentation = signature.documentation {
        json.member("documentation") {
          markup(documentation, isMarkdown: client.markdownDocumentation, to: &$0)
        }
      }
      json.member("parameters") { json in
        json.array(signature.parameters) { json, range in
          json.object { json in
            json.member("label") { parameter(range, of: signature.label, to: &$0) }
          }
        }
      }
    }
  }

  private func parameter(_ range: Range<Int>, of label: String, to json: inout JSONWriter) {
    guard !client.signatureLabelOffsets else {
      return json.array([range.lowerBound, range.upperBound]) { $0.integer($1) }
    }
    let units = Array(label.utf16)
    json.string(String(decoding: units[range.clamped(to: 0..<units.count)], as: UTF16.self))
  }
}
