import Glibc
import PerformanceGates

/// What the repository keeps for its gate, and where.
enum PinnedFiles {
  static let corpus = "budgets/corpus.json"
  static let budgets = "budgets/budgets.json"
  static let history = "budgets/history.jsonl"

  /// Writes one of them; its folder is made where there is none.
  static func write(_ text: String, to path: String) throws {
    let folder = folder(of: path)
    if !folder.isEmpty { mkdir(folder, 0o755) }
    try ComparisonRun.reporting { try TextFile.write(text, to: path) }
  }

  /// Without the last slash; empty for the current folder.
  static func folder(of path: String) -> String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "" }

  static func readBudgets(_ path: String) throws -> Budgets {
    try InputFile.read(path, hint: "write one (docs/performance-gate.md, \"Budgets\")", Budgets.init(parsing:))
  }

  static func readCorpus(_ path: String) throws -> CorpusManifest {
    try InputFile.read(path, hint: "pin the corpus with `reprise corpus pin`", CorpusManifest.init(parsing:))
  }

  /// Nil when there is no such file.
  static func readCorpusIfThere(_ path: String) throws -> CorpusManifest? {
    try InputFile.readIfThere(path, CorpusManifest.init(parsing:))
  }

  static func readComparison(_ path: String) throws -> Comparison {
    try InputFile.read(path, hint: "measure one with `reprise compare`", Comparison.init(parsing:))
  }
}
