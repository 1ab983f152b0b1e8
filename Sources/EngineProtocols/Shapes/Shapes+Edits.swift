import IncrementalQueries
import JSONRPC
import PikeAnalysis

extension Shapes {
  /// A `WorkspaceEdit`.
  func write(_ files: [FileEdits], at revision: Revision?, to json: inout JSONWriter) {
    json.object { json in
      if client.documentChanges {
        json.member("documentChanges") { json in json.array(files) { write($1, at: revision, to: &$0) } }
      } else {
        json.member("changes") { json in
          json.object { json in
            for file in files {
              json.key(named: uri(file.file))
              write(file.edits, to: &json)
            }
          }
        }
      }
    }
  }

  private func write(_ file: FileEdits, at revision: Revision?, to json: inout JSONWriter) {
    json.object { json in
      json.member("textDocument") { json in
        json.object { json in
          json.member("uri", uri(file.file))
          json.key("version")
          if let version = documents.version(of: file.file, at: revision) {
            json.integer(version)
          } else {
            json.null()
          }
        }
      }
      json.member("edits") { write(file.edits, to: &$0) }
    }
  }

  private func write(_ edits: [Replacement], to json: inout JSONWriter) {
    json.array(edits) { json, edit in
      json.object { json in
        json.member("range") { write(edit.range, to: &$0) }
        json.member("newText", edit.text)
      }
    }
  }
}
