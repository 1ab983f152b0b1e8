import PerformanceGates

/// What the repository keeps for its gate, and where.
enum PinnedFiles {
  static let corpus = "budgets/corpus.json"
  static let budgets = "budgets/budgets.json"
  static let history = "budgets/history.jsonl"

  static func readBudgets(_ path: String) throws -> Budgets {
    try InputFile.read(path, hint: "write one (docs/performance-gate.md, \"Budgets\")", Budgets.init(parsing:))
  }

  static func readCorpus(_ path: String) throws -> CorpusManifest {
    try InputFile.read(path, hint: "pin the corpus with `reprise corpus pin`", CorpusManifest.init(parsing:))
  }

  static func readComparison(_ path: String) throws -> Comparison {
    try InputFile.read(path, hint: "measure one with `reprise compare`", Comparison.init(parsing:))
  }
}
