import FoundationEssentials
import JSONRPC

/// The forms in which a record's content can stand in its line.
enum ContentForm {
  case body([UInt8])
  case text([UInt8])
  case base64([UInt8])
  /// How many contents of the same kind back.
  case same(Int)
  case edit(Edit)
}

extension ContentForm {
  /// The plainest form that gives the bytes back exactly.
  static func plain(_ content: [UInt8], allowsBody: Bool) -> ContentForm {
    guard isUTF8(content) else { return .base64(content) }
    if allowsBody && isOneLineOfJSON(content) { return .body(content) }
    return isMostlyText(content) ? .text(content) : .base64(content)
  }

  static func isUTF8(_ bytes: [UInt8]) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  /// Whether the bytes can stand in a line as they are and be found again: one value, no line breaks, nothing around it.
  private static func isOneLineOfJSON(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      guard !buffer.contains(UInt8(ascii: "\n")), !buffer.contains(UInt8(ascii: "\r")) else { return false }
      var scanner = JSONScanner(buffer, maximumDepth: Format.maximumBodyDepth)
      return (try? scanner.skipValue()) == 0..<buffer.count
    }
  }

  /// Escapes make control characters six times as long; beyond a share of them base64 is shorter.
  private static func isMostlyText(_ bytes: [UInt8]) -> Bool {
    let escaped = bytes.lazy.filter { $0 < 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }.count
    return escaped * 16 <= bytes.count
  }
}

extension JSONText {
  /// Appends the content's key and value.
  mutating func append(_ form: ContentForm, comma: Bool = true) {
    if comma { append(raw: ",") }
    switch form {
    case .body(let bytes):
      append(raw: "\"body\":")
      append(raw: bytes)
    case .text(let bytes):
      append(raw: "\"text\":")
      appendString(valid: bytes)
    case .base64(let bytes):
      append(raw: "\"base64\":\"")
      append(raw: Data(bytes).base64EncodedString().utf8)
      append(raw: "\"")
    case .same(let back):
      append(raw: "\"same\":")
      append(back)
    case .edit(let edit): append(edit)
    }
  }

  /// What varies from edit to edit stands first, so that the rest is one long repetition for deflate.
  private mutating func append(_ edit: Edit) {
    append(raw: "\"edit\":{\"add\":[")
    for (index, text) in edit.add.enumerated() {
      if index > 0 { append(raw: ",") }
      appendString(valid: text)
    }
    append(raw: "]")
    append(column: edit.base, key: ",\"base\":[")
    append(column: edit.copy, key: ",\"copy\":[")
    append(column: edit.skip, key: ",\"skip\":[")
    append(column: edit.plus, key: ",\"plus\":[")
    append(raw: "}")
  }

  private mutating func appendString(valid bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { appendString(utf8: $0) }
  }

  private mutating func append(column: [Int], key: StaticString) {
    guard !column.isEmpty else { return }
    append(raw: key)
    for (index, number) in column.enumerated() {
      if index > 0 { append(raw: ",") }
      append(number)
    }
    append(raw: "]")
  }
}
