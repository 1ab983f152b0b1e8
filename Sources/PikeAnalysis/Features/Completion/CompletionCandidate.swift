/// Something that may be proposed, before it is known whether it will be shown.
struct CompletionCandidate {
  /// What is nearer comes first.
  enum Rank: UInt8, Comparable, CaseIterable {
    case local, member, inherited, outer, imported, keyword, global, module, snippet, unlikely

    static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }

    /// With which the text begins that items are sorted by.
    var letter: String { String(UnicodeScalar(UInt8(ascii: "a") + rawValue)) }
  }

  enum Content {
    case keyword
    /// What is inserted, with `$1` and so on.
    case snippet(String)
    /// A name that says of itself all there is to say.
    case plain(CompletionItem.Kind, detail: String?)
    /// A local function, or what else is called with these.
    case local(CompletionItem.Kind, type: String, parameters: [Item.Parameter]?)
    case item(ItemCandidate)
    case builtin(module: String, BuiltinSymbol)
    /// A module or class by the path of its file or directory.
    case module(CompletionItem.Kind, path: String)
  }

  var label: String
  var rank: Rank
  var content: Content
}

/// A declaration by its place among its siblings. To find out its path takes longer, and only few are shown.
struct ItemCandidate {
  var parent: ItemID
  var siblings: [Item]
  var index: Int

  var item: Item { siblings[index] }
}

/// Collects what begins with the prefix. Of several of one name the first counts: names nearer shadow those further away.
struct CompletionCandidates {
  /// More are not listed.
  static let limit = 400

  private let prefix: [UInt8]
  private var seen: Set<String> = []
  /// By rank.
  private var found = CompletionCandidate.Rank.allCases.map { _ in [CompletionCandidate]() }

  init(prefix: String) { self.prefix = prefix.utf8.map(\.asciiLowercased) }

  mutating func add(
    _ label: String, _ rank: CompletionCandidate.Rank, _ content: @autoclosure () -> CompletionCandidate.Content
  ) {
    guard accepts(label), seen.insert(label).inserted else { return }
    found[Int(rank.rawValue)].append(CompletionCandidate(label: label, rank: rank, content: content()))
  }

  /// Whether the name begins with the prefix, be the letters large or small.
  func accepts(_ label: String) -> Bool {
    var rest = label.utf8.makeIterator()
    for byte in prefix {
      guard let other = rest.next(), other.asciiLowercased == byte else { return false }
    }
    // The empty name is none, and operators are not typed by name.
    return label.utf8.first.map { $0 != UInt8(ascii: "`") } ?? false
  }

  /// In the order in which they are shown, as many as are listed, and whether there are more.
  var sorted: (candidates: [CompletionCandidate], isCut: Bool) {
    var shown: [CompletionCandidate] = []
    for candidates in found where shown.count < Self.limit {
      let order = candidates.indices.sorted { candidates[$0].label < candidates[$1].label }
      shown += order.prefix(Self.limit - shown.count).map { candidates[$0] }
    }
    return (shown, found.reduce(0) { $0 + $1.count } > shown.count)
  }
}

extension UInt8 {
  var asciiLowercased: UInt8 { self &- UInt8(ascii: "A") < 26 ? self | 0x20 : self }
}
