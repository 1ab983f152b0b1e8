package import IncrementalQueries
internal import PikeSyntax

/// The names that a file declares, laid out for a search through all of them.
package final class FileSymbols: Sendable {
  struct Entry: Sendable {
    let name: String
    let kind: SymbolKind
    /// The class or module around it.
    let container: String?
    /// In bytes of the file.
    let range: Range<Int>
    /// Where the name's bytes stand in ``FileSymbols/bytes``.
    let nameBytes: Range<Int>
    /// Which letters occur in the name; see ``LetterSet``.
    let letters: LetterSet
  }

  let entries: [Entry]
  let bytes: [UInt8]

  init(_ file: FileID, _ places: [ItemPlace]) {
    var builder = Builder()
    let module = Self.moduleName(of: file)
    builder.add(module.name, module.kind, container: nil, range: 0..<0)
    // A place's class is one that stands before it.
    var names: [ItemID: String] = [:]
    for place in places {
      let container = place.id.parent.flatMap { $0.isFile ? module.name : names[$0] }
      if !place.item.members.isEmpty {
        names[place.id] = container.map { "\($0).\(place.name)" } ?? place.name
      }
      guard let kind = Self.kind(of: place), !place.name.isEmpty else { continue }
      let range = place.nameRange.isEmpty ? place.node.range.lowerBound..<place.node.range.lowerBound : place.nameRange
      builder.add(place.name, kind, container: container, range: range)
    }
    entries = builder.entries
    bytes = builder.bytes
  }

  private struct Builder {
    var entries: [Entry] = []
    var bytes: [UInt8] = []

    mutating func add(_ name: String, _ kind: SymbolKind, container: String?, range: Range<Int>) {
      let start = bytes.count
      bytes += name.utf8
      let letters = LetterSet(bytes[start...])
      entries.append(
        Entry(
          name: name, kind: kind, container: container, range: range, nameBytes: start..<bytes.count, letters: letters))
    }
  }

  private static func kind(of place: ItemPlace) -> SymbolKind? {
    let isInClass = place.id.path.count > 1
    switch place.item.kind {
    case .class: return .class
    case .function: return !isInClass ? .function : place.name == "create" ? .constructor : .method
    case .variable: return isInClass ? .field : .variable
    case .constant: return .constant
    case .enum: return .enum
    case .enumMember: return .enumMember
    case .typedef: return .typedef
    case .inherit, .import: return nil
    }
  }

  /// The module or class that a file is.
  static func moduleName(of file: FileID) -> (name: String, kind: SymbolKind) {
    if file.name == "module.pmod" { return moduleName(of: FileID(file.directory)) }
    guard let dot = file.name.lastIndex(of: "."), dot > file.name.startIndex else { return (String(file.name), .file) }
    switch file.name[dot...] {
    case ".pmod": return (String(file.name[..<dot]), .module)
    case ".pike": return (String(file.name[..<dot]), .class)
    default: return (String(file.name), .file)
    }
  }
}

/// A set of letters, digits and so on, in which a name's are looked up before the name itself is.
struct LetterSet: Sendable {
  private let bits: UInt64

  init(_ bytes: some Sequence<UInt8>) {
    bits = bytes.reduce(0) { $0 | 1 << UInt64($1.lowercased & 63) }
  }

  /// False only if a letter is missing.
  @inline(__always) func includes(_ other: LetterSet) -> Bool { bits & other.bits == other.bits }
}

extension UInt8 {
  /// Of a capital of ASCII, the small letter.
  @inline(__always) var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

package enum FileSymbolsQuery: Query {
  package static let name = "fileSymbols"

  package static func execute(
    _ key: FileID, in context: QueryContext, previous: FileSymbols??
  ) throws(QueryInterruption) -> FileSymbols? {
    try context.get(FileItemsQuery.self, key).map { FileSymbols(key, $0.places) }
  }

  package static func isSame(_ old: FileSymbols?, _ new: FileSymbols?) -> Bool { old === new }
}
