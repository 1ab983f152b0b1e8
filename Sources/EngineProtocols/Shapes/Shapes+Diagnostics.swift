import JSONRPC
import PikeAnalysis

extension Shapes {
  func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.object { json in
      json.member("range") { write(diagnostic.range, to: &$0) }
      json.member("severity", diagnostic.severity.code)
      json.member("code", diagnostic.code)
      json.member("source", "pike")
      json.member("message", diagnostic.message)
      if diagnostic.isUnnecessary, client.diagnosticTags { json.member("tags") { $0.raw("[1]") } }
      if !diagnostic.related.isEmpty, client.relatedInformation {
        json.member("relatedInformation") { json in json.array(diagnostic.related) { write($1, to: &$0) } }
      }
    }
  }

  private func write(_ related: Diagnostic.Related, to json: inout JSONWriter) {
    json.object { json in
      json.member("location") { write(related.location, to: &$0) }
      json.member("message", related.message)
    }
  }
}
