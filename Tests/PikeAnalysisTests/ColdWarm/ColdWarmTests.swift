import Foundation
import PikeSyntax
import SyntheticEdits
import TestSupport
import Testing

@testable import PikeAnalysis

/// After any edits every answer is that of a database which never saw an earlier state.
struct ColdWarmTests {
  /// Files that inherit, include, import and call each other.
  static let texts = [
    "main.pike": """
    #include "limits.h"
    inherit "base.pike";
    import Shapes;

    constant NAME = "main";
    int counter = LIMIT;

    //! Counts up to a limit.
    int main(int argc, array(string) argv) {
      Square square = Square(3);
      int area = square->area();
      foreach (argv; int i; string argument) {
        if (i == 0) continue;
        write("%s %d\\n", argument, area);
      }
      string name = describe(square);
      return count(LIMIT) + sizeof(name);
    }

    int count(int limit) {
      int result;
      while (counter-- > 0) result += MINIMUM(limit, counter);
      return helper(result);
    }
    """,
    "base.pike": """
    protected int helper(int value) {
      function(int:int) twice = lambda(int x) { return x * 2; };
      return twice(value);
    }

    string describe(object thing) {
      mixed error = catch { return thing->name; };
      return error ? "unknown" : NOTHING;
    }

    constant NOTHING = "";
    class Counter {
      int value;
      void create(int start) { value = start; }
      int next() { return ++value; }
    }
    """,
    "limits.h": """
    #define LIMIT 10
    #define MINIMUM(A, B) ((A) < (B) ? (A) : (B))
    """,
    "modules/Shapes.pmod": """
    class Shape {
      string name = "shape";
      int area() { return 0; }
    }

    class Square {
      inherit Shape;
      private int side;
      void create(int s) { side = s; name = "square"; }
      int area() { return side * side; }
    }

    enum Kind { ROUND, ANGULAR = 5 }
    """,
    "user.pike": """
    int main() {
      Shapes.Square s = Shapes.Square(2);
      .Missing.thing();
      array(Shapes.Shape) all = ({ s });
      return all[0]->area() + Shapes.ANGULAR;
    }
    """,
  ]

  /// `COLD_WARM_SEEDS` asks for more, `COLD_WARM_FIRST` for others.
  private static let seeds = number("COLD_WARM_FIRST", 0)..<number("COLD_WARM_FIRST", 0) + number("COLD_WARM_SEEDS", 24)

  private static func number(_ name: String, _ standard: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? standard
  }

  /// On a large stack, as the engine's threads have: random edits nest deeply now and then.
  @Test(arguments: seeds)
  func answersAreThoseOfAFreshDatabase(seed: Int) throws {
    var outcome: Result<String?, any Error> = .success(nil)
    let stack = MeasuredStack.use { outcome = Result { try Self.firstDifference(seed) } }
    let difference = try outcome.get()
    #expect(difference == nil)
    #expect(stack < 16 << 20, "seed \(seed) took \(stack) bytes of stack")
  }

  private static func firstDifference(_ seed: Int) throws -> String? {
    let workspace = EditedWorkspace(Self.texts)
    var random = SeededGenerator(seed: UInt64(seed))
    var typist = Typist(seed: UInt64(seed) &* 7919)
    for step in 0..<30 {
      let file = workspace.files[Int(random.next() % UInt64(workspace.files.count))]
      for _ in 0...(random.next() % 4) {
        guard let text = workspace.sources[file]?.text else { continue }
        workspace.edit(file, typist.nextEdit(in: text))
      }
      let cold = workspace.fresh()
      for query in Self.queries(workspace, &random) {
        let (warm, fresh) = (try workspace.answer(query), try cold.answer(query))
        if warm != fresh {
          let (one, other) = ("\(String(describing: warm))".prefix(2000), "\(String(describing: fresh))".prefix(2000))
          return "seed \(seed), step \(step), \(query.request): \(one) instead of \(other)"
        }
      }
    }
    return nil
  }

  /// Each kind of question, about a random file and place.
  private static func queries(_ workspace: EditedWorkspace, _ random: inout SeededGenerator) -> [FeatureQuery] {
    var result: [FeatureRequest] = workspace.files.map { .diagnostics($0) }
    let file = workspace.files[Int(random.next() % UInt64(workspace.files.count))]
    guard let source = workspace.sources[file] else { return [] }
    let encoding = PositionEncoding.allCases[Int(random.next() % 3)]
    let offset = Int(random.next() % UInt64(source.text.count + 1))
    let place = source.lines.position(at: offset, in: source.text, encoding: encoding)
    result += [
      .hover(file, place), .definition(file, place), .references(file, place, includesDeclaration: true),
      .documentHighlight(file, place), .completion(file, place), .signatureHelp(file, place), .documentSymbols(file),
      .foldingRanges(file), .semanticTokens(file, nil), .prepareRename(file, place),
      .rename(file, place, newName: "renamed"), .workspaceSymbols(query: "a", limit: 20), .workspaceDiagnostics,
    ]
    return result.map { FeatureQuery($0, encoding: encoding) }
  }
}
