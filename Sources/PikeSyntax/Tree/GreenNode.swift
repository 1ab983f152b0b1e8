/// A node of the tree without its position: kind, width and children, immutable and shared between versions of a document.
///
/// (Named after the green nodes of Roslyn.) The children stand in the same allocation as the header, one word each: a token is
/// packed into the word, a child node is a pointer. A node of three children takes 56 bytes.
package final class GreenNode: ManagedBuffer<GreenNode.Header, UInt64> {
  package struct Header {
    var kind: SyntaxKind
    var flags: Flags
    /// The longest way down to a token, in nodes.
    var height: UInt16
    var childCount: UInt32
    /// In bytes, with the trivia before the first token.
    var width: UInt32
    /// How far behind its end, in bytes, the parser looked before the node was complete; no part of its value.
    var lookahead: UInt32
  }

  struct Flags: OptionSet {
    let rawValue: UInt8
    /// Something in it deserves a diagnostic.
    static let hasDiagnostics = Flags(rawValue: 1)
    /// Something in it was cut short because the nesting was too deep, so it depends on the depth at which it stands.
    static let dependsOnDepth = Flags(rawValue: 2)
    /// It begins in the middle of a macro's body: what stands before it decides what it is.
    static let startsInMacro = Flags(rawValue: 4)
    /// It ends in the middle of a macro's body: what stands behind it has no text of its own.
    static let endsInMacro = Flags(rawValue: 8)
    /// Of unexpected tokens: where an item may begin, they are one, whatever stands before them.
    static let isItem = Flags(rawValue: 16)

    /// What a node has because a child has it.
    static let inherited: Flags = [.hasDiagnostics, .dependsOnDepth]
  }

  static func make(
    kind: SyntaxKind, flags: Flags, height: Int, width: Int, lookahead: Int, children: UnsafePointer<UInt64>, count: Int
  ) -> GreenNode {
    let buffer = GreenNode.create(minimumCapacity: count) { _ in
      Header(
        kind: kind, flags: flags, height: UInt16(clamping: height), childCount: UInt32(count), width: UInt32(width),
        lookahead: UInt32(clamping: lookahead))
    }
    buffer.withUnsafeMutablePointerToElements { $0.initialize(from: children, count: count) }
    return unsafeDowncast(buffer, to: GreenNode.self)
  }

  deinit {
    // The node below is released from here, and so on down: without optimisation, each closure would be a frame more.
    let elements = withUnsafeMutablePointerToElements { $0 }
    let count = childCount
    var index = 0
    while index < count {
      GreenElement(word: elements[index]).release()
      index += 1
    }
  }

  /// The header, read without the run-time check for exclusive access: nobody writes to it.
  var summary: Header {
    @inline(__always) get { withUnsafeMutablePointerToHeader { $0.pointee } }
  }

  package var kind: SyntaxKind { summary.kind }
  package var width: Int { Int(summary.width) }
  package var childCount: Int { Int(summary.childCount) }
  var hasDiagnostics: Bool { summary.flags.contains(.hasDiagnostics) }

  package subscript(index: Int) -> GreenElement {
    precondition(index >= 0 && index < childCount)
    return withUnsafeMutablePointerToElements { GreenElement(word: $0[index]) }
  }

  /// Bytes of memory that this node takes by itself, with what the allocator adds: a multiple of 16, and 8 for its bookkeeping.
  package var allocatedBytes: Int {
    (16 + MemoryLayout<Header>.stride + childCount * 8 + 8 + 15) / 16 * 16
  }
}

/// One word: a token, or an unowned reference to a node that its parent keeps alive.
package struct GreenElement: Sendable {
  let word: UInt64

  init(word: UInt64) { self.word = word }

  // Bit 0 tells tokens (1) from pointers (0); then kind (8), missing, virtual, faulty trivia, and two widths of 26 bits.
  static let maximumWidth = 1 << 26 - 1
  private static let missingBit: UInt64 = 1 << 9
  private static let virtualBit: UInt64 = 1 << 10
  private static let triviaErrorBit: UInt64 = 1 << 11

  init(token kind: SyntaxKind, trivia: Int, text: Int, isVirtual: Bool = false, hasTriviaError: Bool = false) {
    word =
      1 | UInt64(kind.rawValue) << 1 | UInt64(trivia) << 12 | UInt64(text) << 38
      | (isVirtual ? Self.virtualBit : 0) | (hasTriviaError ? Self.triviaErrorBit : 0)
  }

  /// A token that should be there and is not. It has no text; in the place of a length stands what is to be said of it.
  init(missing kind: SyntaxKind, problem: Problem) {
    word = 1 | UInt64(kind.rawValue) << 1 | Self.missingBit | UInt64(problem.rawValue) << 38
  }

  /// Takes over one reference.
  init(owning node: GreenNode) {
    word = UInt64(UInt(bitPattern: Unmanaged.passRetained(node).toOpaque()))
  }

  package var isToken: Bool { word & 1 == 1 }
  package var isMissing: Bool { word & 1 == 1 && word & Self.missingBit != 0 }
  /// It comes out of a macro's body and has no text of its own here; the use of the macro stands in the trivia before.
  package var isVirtual: Bool { word & 1 == 1 && word & Self.virtualBit != 0 }
  var hasTriviaError: Bool { word & 1 == 1 && word & Self.triviaErrorBit != 0 }
  var problem: Problem? { isMissing ? Problem(rawValue: UInt8(truncatingIfNeeded: word >> 38)) : nil }

  package var kind: SyntaxKind {
    isToken ? SyntaxKind(rawValue: UInt8(truncatingIfNeeded: word >> 1)).unsafelyUnwrapped : summary.kind
  }

  package var triviaWidth: Int { isToken ? Int(word >> 12 & 0x3FF_FFFF) : 0 }
  package var textWidth: Int { isMissing ? 0 : Int(word >> 38) }

  /// In bytes, with the trivia before.
  package var width: Int {
    isToken ? triviaWidth + textWidth : Int(summary.width)
  }

  package var node: GreenNode? { isToken ? nil : unownedNode }

  var hasDiagnostics: Bool {
    guard isToken else { return summary.flags.contains(.hasDiagnostics) }
    if isMissing { return word >> 38 != 0 }
    return hasTriviaError || (kind.isFaulty && !isVirtual)
  }

  /// The header of the node that this refers to, without counting the reference.
  var summary: GreenNode.Header {
    @inline(__always) get { unmanaged._withUnsafeGuaranteedRef { $0.summary } }
  }

  var unownedNode: GreenNode { unmanaged.takeUnretainedValue() }

  private var unmanaged: Unmanaged<GreenNode> {
    Unmanaged.fromOpaque(UnsafeRawPointer(bitPattern: UInt(word)).unsafelyUnwrapped)
  }

  func retain() {
    if !isToken { _ = unmanaged.retain() }
  }

  func release() {
    if !isToken { unmanaged.release() }
  }
}

extension SyntaxKind {
  /// A string or a character that runs on to the end of its line or of the text.
  var isUnterminated: Bool {
    self == .unterminatedString || self == .unterminatedMultilineString || self == .unterminatedCharacter
  }

  /// A token that is itself a mistake.
  var isFaulty: Bool {
    switch self {
    case .unknown, .unknownDirectiveName, .malformedDirectiveText, .malformedNumber, .unterminatedCharacter,
      .unterminatedString, .unterminatedMultilineString:
      true
    default: false
    }
  }
}
