import Foundation
import SyntheticEdits
import TestSupport
import Testing

@testable import PikeSyntax

/// Texts made to bring the parser down: none makes it trap, none makes it work much more than its length.
struct HostileInputTests {
  /// The parser reads a text of twice the length with about twice the work.
  @Test(.timeLimit(.minutes(2)), arguments: HostileText.all)
  func workGrowsWithTheLength(text: HostileText) {
    let small = measure(text, 2_000)
    let large = measure(text, 4_000)
    #expect(Double(large.read) <= 2.3 * Double(small.read) + 2_000, "\(small.read) and then \(large.read) tokens read")
    #expect(Double(large.nodes) <= 2.3 * Double(small.nodes) + 2_000, "\(small.nodes) and then \(large.nodes) nodes")
  }

  /// What is quadratic takes minutes at this length.
  @Test(.timeLimit(.minutes(3)), arguments: HostileText.all.filter(\.isNested))
  func nestingAHundredThousandDeepIsParsed(text: HostileText) {
    _ = measure(text, 100_000)
  }

  @Test(.timeLimit(.minutes(2)), arguments: HostileText.directives)
  func tenThousandDirectivesAreRead(text: HostileText) {
    _ = measure(text, 10_000)
  }

  @Test(.timeLimit(.minutes(2)), arguments: HostileText.megabytes)
  func aMegabyteOfOneThingIsParsed(text: HostileText) {
    _ = measure(text, 1_000_000)
  }

  /// Threads other than the first have 512 KiB on some systems.
  @Test(arguments: HostileText.deepest)
  func theDeepestNestingFitsASmallStack(text: HostileText) {
    let source = SourceText(text.make(300))
    let used = MeasuredStack.use {
      let tree = SyntaxTree.parse(source)
      _ = (tree.diagnostics.count, tree.root.nodeCount, tree.root.isEqual(to: tree.root))
    }
    // Without optimisation a frame is several times as large.
    #if DEBUG
      #expect(used < 4 << 20, "\(used) bytes of stack")
    #else
      #expect(used < 512 << 10, "\(used) bytes of stack")
    #endif
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
