import Foundation
import PikeSyntax
import SyntheticEdits
import Testing

@testable import PikeAnalysis

/// An edit costs the items that it touches, and what is taken from the state before is as if it were read anew.
struct ItemReuseTests {
  static let text = """
    #define DECLARE(name) int name() { return 1; }
    inherit "base.pike";
    //! Documented.
    class Shape (string name) {
      private { int width, height; }
      int area() { return width * height; }
      class Inner { int depth; void create(int d) { depth = d; } }
      DECLARE(made)
    }
    enum Kind { ROUND, ANGULAR = 2 }
    #if constant(Gmp)
    int big(int x) { return x; }
    #else
    int big(int x) { return 0; }
    #endif
    protected {
      constant LIMIT = 3;
      int count(mixed ... all) { return sizeof(all); }
    }
    DECLARE(first) DECLARE(second)
    array(int) numbers = ({ 1, 2 }), more;
    int main() { int local = 1; return local + LIMIT; }

    """
  private static let file = FileID("/f.pike")

  /// All there is to say of each place.
  private func describe(_ items: FileItems) -> [String] {
    items.places.map {
      "\($0.id) \($0.item.kind) \($0.item.modifiers.rawValue) \($0.item.type) \($0.item.members.count) \($0.nameRange) "
        + "\($0.node.kind) \($0.node.rangeWithTrivia) \($0.node.macroIndex)"
    }
  }

  @Test(arguments: 0..<40)
  func itemsAfterEditsAreThoseOfAFreshReading(seed: Int) {
    var typist = Typist(seed: UInt64(seed))
    var tree = SyntaxTree.parse(Self.text)
    var items = FileItems.whole(Self.file, tree)
    for step in 0..<60 {
      tree = tree.applying(typist.nextEdit(in: tree.text))
      items = FileItems.whole(Self.file, tree, previous: items)
      let fresh = FileItems.whole(Self.file, tree)
      let isSame = describe(items) == describe(fresh) && items.items == fresh.items
      #expect(isSame, "seed \(seed), step \(step): \(tree.text.string)")
      if !isSame { return }
    }
  }

  @Test func aBodyEditReadsOneDeclaration() throws {
    let tree = SyntaxTree.parse(Self.text)
    let items = FileItems.whole(Self.file, tree)
    let offset = try #require(Self.text.range(of: "local + LIMIT")).lowerBound.utf16Offset(in: Self.text)
    let edited = tree.applying(TextEdit(range: offset..<offset, replacement: "2 * "))
    let after = FileItems.whole(Self.file, edited, previous: items)
    #expect(after.readCount == 1)
    #expect(after.items == items.items)
    #expect(after.names === items.names)
  }

  @Test func anEditInAClassReadsTheClassAndOneMember() throws {
    let tree = SyntaxTree.parse(Self.text)
    let items = FileItems.whole(Self.file, tree)
    let offset = try #require(Self.text.range(of: "width * height")).lowerBound.utf16Offset(in: Self.text)
    let edited = tree.applying(TextEdit(range: offset..<offset, replacement: "2 * "))
    let after = FileItems.whole(Self.file, edited, previous: items)
    #expect(after.readCount == 2)
    #expect(after.items == items.items)
  }

  @Test func aBodyEditLeavesTheItemTreeAlone() throws {
    let workspace = TestWorkspace([
      "a.pike": "int f() { return 1; }\nint g() { return 2; }", "b.pike": "inherit \"a.pike\";",
    ])
    let (a, b) = (workspace.item("a.pike"), workspace.item("b.pike"))
    _ = try workspace.get(ClassLayoutQuery.self, a)
    _ = try workspace.get(InheritsQuery.self, b)
    _ = workspace.executions()
    workspace.edit("a.pike", replacing: "return 1", with: "return 10")
    _ = try workspace.get(ClassLayoutQuery.self, a)
    _ = try workspace.get(InheritsQuery.self, b)
    let executions = workspace.executions()
    #expect(!executions.contains { $0.hasPrefix("item(") || $0.hasPrefix("classLayout") || $0.hasPrefix("inherits") })
    #expect(executions.contains { $0.hasPrefix("itemTree") })
  }
}
