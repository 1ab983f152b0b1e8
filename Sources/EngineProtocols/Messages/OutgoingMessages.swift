import JSONRPC

/// The texts of messages that go out.
struct OutgoingMessages: Sendable {
  /// Whether each message says that it is JSON-RPC 2.0, as LSP has it.
  let isTagged: Bool

  func result(_ id: RequestID, _ write: (inout JSONWriter) -> Void) -> [UInt8] {
    message { json in
      json.member("id") { $0.raw(id.description.utf8) }
      json.member("result", write)
    }
  }

  /// An answer that is an error; `data` writes the members of the error's `data`.
  func error(
    _ id: RequestID?, _ code: ErrorCode, _ text: String, data: ((inout JSONWriter) -> Void)? = nil
  ) -> [UInt8] {
    message { json in
      json.member("id") { $0.raw((id?.description ?? "null").utf8) }
      json.member("error") { json in
        json.object { json in
          json.member("code", code.rawValue)
          json.member("message", text)
          if let data { json.member("data") { $0.object(data) } }
        }
      }
    }
  }

  func notification(_ method: String, _ params: (inout JSONWriter) -> Void) -> [UInt8] {
    message { json in
      json.member("method", method)
      json.member("params", params)
    }
  }

  func request(_ id: Int, _ method: String, _ params: (inout JSONWriter) -> Void) -> [UInt8] {
    message { json in
      json.member("id", id)
      json.member("method", method)
      json.member("params", params)
    }
  }

  /// A request without parameters.
  func request(_ id: RequestID, _ method: String) -> [UInt8] {
    message { json in
      json.member("id") { $0.raw(id.description.utf8) }
      json.member("method", method)
    }
  }

  private func message(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
    JSONWriter.text { json in
      json.object { json in
        if isTagged { json.member("jsonrpc", "2.0") }
        members(&json)
      }
    }
  }
}
