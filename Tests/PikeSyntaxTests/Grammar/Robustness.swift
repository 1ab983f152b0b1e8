import PikeSyntax
import SyntheticEdits
import TestSupport

/// What must hold of each example, and of whatever becomes of it when it is cut off or spoilt.
enum Robustness {
  private static let mutations = 12

  /// Nil if every version of the text is kept byte for byte, and an edited tree is what a fresh parse gives.
  static func fault(of tree: SyntaxTree) -> String? {
    if let fault = Leaves.fault(of: tree) { return fault }
    for length in 0..<tree.text.count {
      let cut = TextEdit(range: length..<tree.text.count, replacement: [])
      if let fault = fault(of: tree, after: cut) { return "cut to \(length) bytes: \(fault)" }
    }
    var random = SeededGenerator(seed: UInt64(tree.text.count))
    for _ in 0..<mutations {
      let edit = Mutation.edit(of: tree, using: &random)
      if let fault = fault(of: tree, after: edit) { return "\(edit.range) → \(edit.replacement): \(fault)" }
    }
    return nil
  }

  private static func fault(of tree: SyntaxTree, after edit: TextEdit) -> String? {
    let edited = tree.applying(edit)
    return Leaves.fault(of: edited) ?? EditCheck.fault(of: edited)
  }
}

/// Deletes, doubles or inserts a byte or a token.
enum Mutation {
  private static let insertions = [
    "{", "}", "(", ")", "[", "]", ";", ",", "\"", "'", "/*", "#", "\n", " ", "int", "x", "=", "\u{0}",
  ]

  static func edit(of tree: SyntaxTree, using random: inout SeededGenerator) -> TextEdit {
    let offset = Int.random(in: 0..<max(1, tree.text.count), using: &random)
    let token = Leaves.tokens(of: tree).randomElement(using: &random) ?? 0..<0
    let byte = offset..<min(offset + 1, tree.text.count)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return TextEdit(range: byte, replacement: [])
    case 1: return TextEdit(range: offset..<offset, replacement: Array(tree.text[byte]))
    case 2: return TextEdit(range: token, replacement: [])
    case 3: return TextEdit(range: token.upperBound..<token.upperBound, replacement: Array(tree.text[token]))
    case 4: return TextEdit(range: offset..<offset, replacement: [UInt8.random(in: 0...255, using: &random)])
    default:
      return TextEdit(range: offset..<offset, replacement: insertions.randomElement(using: &random) ?? "")
    }
  }
}
