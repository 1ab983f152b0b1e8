import PikeAnalysis
import PikeSyntax

/// Applies a client's changes to a document, one after the other.
struct DocumentEditing {
  let file: FileID
  let encoding: PositionEncoding
  let limit: Int
  let nextSerial: () -> UInt64

  func applying(_ changes: [DocumentChange], to source: SourceFile) throws(MutationFailure) -> SourceFile {
    var source = source
    for change in changes {
      let edit = try edit(change, of: source)
      let size = source.text.count + edit.delta
      guard size <= limit else { throw .tooLarge(file, bytes: size, limit: limit) }
      source = source.applying(edit, serial: nextSerial())
    }
    return source
  }

  private func edit(_ change: DocumentChange, of source: SourceFile) throws(MutationFailure) -> TextEdit {
    switch change {
    case .full(let text): return Self.difference(from: source.text, to: text)
    case .ranged(let start, let end, let replacement):
      guard start <= end else { throw .reversedRange(file, .init(start: start, end: end)) }
      let lower = source.lines.offset(of: start, in: source.text, encoding: encoding)
      let upper = source.lines.offset(of: end, in: source.text, encoding: encoding)
      return TextEdit(range: lower..<max(lower, upper), replacement: replacement)
    }
  }

  /// What stands between the common beginning and the common end, so that a client that sends the whole text each time costs no
  /// whole parse.
  static func difference(from old: SourceText, to new: SourceText) -> TextEdit {
    let (oldBytes, newBytes) = (old[0..<old.count], new[0..<new.count])
    let shorter = min(old.count, new.count)
    var prefix = 0
    while prefix < shorter, oldBytes[prefix] == newBytes[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < shorter - prefix, oldBytes[old.count - 1 - suffix] == newBytes[new.count - 1 - suffix] {
      suffix += 1
    }
    return TextEdit(
      range: prefix..<(old.count - suffix), replacement: Array(newBytes[prefix..<(new.count - suffix)]))
  }
}
