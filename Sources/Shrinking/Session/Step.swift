import JSONRPC
import Recording
import Transcript

/// One message of the client, with what must be known to keep a session consistent when others are left out.
struct Step: Sendable {
  /// What the message does to a document.
  enum Act: Sendable {
    case open(document: String, text: [UInt8])
    case change(document: String, [Splice])
    case save(document: String, hasText: Bool)
    case close(document: String)
    case none

    var document: String? {
      switch self {
      case .open(let document, _), .change(let document, _), .save(let document, _), .close(let document): document
      case .none: nil
      }
    }
  }

  /// One content change, as bytes of the text before it.
  struct Splice: Sendable {
    var replaced: Range<Int>
    var inserted: [UInt8]
    /// The message gives the whole text.
    var isWhole: Bool
    /// Its range is not one of the text. Such input is there to be wrong, and is left as it is.
    var isOdd: Bool
    /// As the message gives it.
    var range: PositionRange?
  }

  /// A position in the message, and where it is in the document's text.
  struct Site: Sendable {
    var path: [JSONKey]
    var document: String
    var offset: Int
    var position: Position
  }

  /// Microseconds since the message before.
  var pause: Int64
  var message: FramedMessage
  var method: String?
  /// Of a request.
  var id: RequestID?
  /// The request that a cancel is for.
  var cancels: JSONValue?
  /// The document that a message cannot do without.
  var subject: String?
  var act = Act.none
  var sites: [Site] = []
  /// Requests whose answers it takes a value from, and for whose answers it waits.
  var takes: [RequestID] = []
  var after: [RequestID] = []
  /// Milliseconds.
  var quiet: Int?
  /// In whose units its positions are.
  var encoding = PositionEncoding.utf16
  /// Files as they were after the changes that the message tells of, by their place in it.
  var changedFiles: [(place: Int, file: CapturedFile)] = []

  var document: String? { act.document ?? subject }

  var json: JSONValue? { try? JSONValue(parsing: message.body) }
}

/// Where a protocol keeps what is said of documents.
struct DocumentDialect: Sendable {
  enum Kind: Sendable { case open, change, save, close }

  var kind: Kind
  var uri: [JSONKey]
  var version: [JSONKey]
  /// The text, or the list of changes.
  var content: [JSONKey]

  private static let params = JSONKey.member("params")
  private static let item = [params, .member("textDocument")]

  private static func lsp(_ kind: Kind, _ content: [JSONKey]) -> DocumentDialect {
    DocumentDialect(
      kind: kind, uri: item + [.member("uri")], version: item + [.member("version")], content: content)
  }

  private static func engine(_ kind: Kind, _ content: String) -> DocumentDialect {
    DocumentDialect(
      kind: kind, uri: [params, .member("uri")], version: [params, .member("version")],
      content: [params, .member(content)])
  }

  static func of(_ method: String) -> DocumentDialect? {
    switch method {
    case "textDocument/didOpen": lsp(.open, item + [.member("text")])
    case "textDocument/didChange": lsp(.change, [params, .member("contentChanges")])
    case "textDocument/didSave": lsp(.save, [params, .member("text")])
    case "textDocument/didClose": lsp(.close, [])
    case "engine_open_document": engine(.open, "text")
    case "engine_change_document": engine(.change, "changes")
    case "engine_close_document": engine(.close, "none")
    default: nil
    }
  }
}
