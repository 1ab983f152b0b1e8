/// The codes of errors, of JSON-RPC 2.0 (section 5.1) and LSP 3.17 ("ErrorCodes").
package enum ErrorCode: Int, Sendable, CaseIterable {
  case parseError = -32700
  case invalidRequest = -32600
  case methodNotFound = -32601
  case invalidParams = -32602
  case internalError = -32603
  case serverNotInitialized = -32002
  case requestCancelled = -32800
  case contentModified = -32801
  case serverCancelled = -32802
  case requestFailed = -32803
}

/// What is wrong with the parameters of a message, and where in them.
struct InvalidParams: Error, Equatable {
  var message: String
  /// A word for programs, where there is one.
  var reason: String?

  init(_ message: String, reason: String? = nil) {
    self.message = message
    self.reason = reason
  }
}
