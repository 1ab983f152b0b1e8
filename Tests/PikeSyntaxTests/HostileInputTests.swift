import Foundation
import SyntheticEdits
import TestSupport
import Testing

@testable import PikeSyntax

/// Texts made to bring the parser down: none makes it trap, none makes it work much more than its length.
struct HostileInputTests {
  /// Without optimisation the parser is many times as slow; `swift test -c release -Xswiftc -enable-testing` runs the sizes
  /// that are meant.
  #if DEBUG
  private static let scale = 50
  #else
  private static let scale = 1
  #endif

  /// The parser reads a text of twice the length with about twice the work.
  @Test(.timeLimit(.minutes(2)), arguments: HostileText.all)
  func workGrowsWithTheLength(text: HostileText) {
    // Macros with arguments have limits of their own, which both sizes must be beyond.
    let count = text.hasMacros ? 2_000 : 300
    let small = measure(text, count)
    let large = measure(text, 2 * count)
    // Some nesting is read once for each level up to the deepest; what is quadratic goes far beyond this.
    let slack = 20_000
    #expect(large.read <= small.read * 26 / 10 + slack, "\(small.read) and then \(large.read) tokens read")
    #expect(large.nodes <= small.nodes * 26 / 10 + slack, "\(small.nodes) and then \(large.nodes) nodes")
  }

  /// What is quadratic takes minutes at this length.
  @Test(.timeLimit(.minutes(3)), arguments: HostileText.all.filter(\.isNested))
  func nestingAHundredThousandDeepIsParsed(text: HostileText) {
    _ = measure(text, 100_000 / Self.scale)
  }

  @Test(.timeLimit(.minutes(2)), arguments: HostileText.directives + HostileText.macros)
  func aHundredThousandDirectivesAreRead(text: HostileText) {
    _ = measure(text, 100_000 / Self.scale)
  }

  @Test(.timeLimit(.minutes(2)), arguments: HostileText.megabytes)
  func aMegabyteOfOneThingIsParsed(text: HostileText) {
    _ = measure(text, 1_000_000 / Self.scale)
  }

  /// Threads other than the first have 512 KiB on some systems.
  @Test(arguments: HostileText.deepest)
  func theDeepestNestingFitsASmallStack(text: HostileText) {
    let source = SourceText(text.make(300))
    let used = MeasuredStack.use {
      let tree = SyntaxTree.parse(source)
      _ = (tree.diagnostics.count, tree.root.nodeCount, tree.root.isEqual(to: tree.root))
    }
    #expect(used < 512 << 10, "\(used) bytes of stack")
    #expect(used > 8 << 10, "nothing was measured")
  }

  @Test func aTextThatIsTooLongIsKeptButNotParsed() {
    let tree = SyntaxTree.parse(SourceText(Array(repeating: UInt8(ascii: "("), count: SyntaxTree.maximumLength + 1)))
    #expect(tree.root.width == tree.text.count)
    #expect(tree.diagnostics.isEmpty || tree.diagnostics.allSatisfy { $0.message.contains("too long") })
    let cut = tree.applying(TextEdit(range: 3..<tree.text.count, replacement: ";"))
    #expect(EditCheck.fault(of: cut) == nil)
    #expect(cut.text.string == "(((;")
  }

  @Test func aTreeIsReadAndDroppedByManyTasks() async {
    let base = SyntaxTree.parse(IncrementalTests.sample)
    let expected = base.root.nodeCount
    let faults = await withTaskGroup(of: Int.self) { group in
      for index in 0..<16 {
        group.addTask {
          var typist = Typist(seed: UInt64(index))
          var tree = base
          var faults = 0
          // Each task's trees share nodes with the others'; each is dropped by whoever is last.
          for _ in 0..<12 {
            tree = tree.applying(typist.nextEdit(in: tree.text))
            if base.root.nodeCount != expected || TreeCheck.fault(of: tree) != nil { faults += 1 }
          }
          return faults
        }
      }
      return await group.reduce(0, +)
    }
    #expect(faults == 0)
    #expect(EditCheck.fault(of: base) == nil)
  }

  private func measure(_ text: HostileText, _ count: Int) -> (read: Int, nodes: Int) {
    let source = SourceText(text.make(count))
    let tree = SyntaxTree.parse(source)
    let (check, fault) = TreeCheck.measure(tree)
    #expect(fault == nil)
    _ = tree.diagnostics
    return (tree.tokensRead, check.nodes)
  }
}
