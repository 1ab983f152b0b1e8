/// One honest bug, of the kind that people make.
package struct PlantedFault: Sendable {
  package enum Kind: String, Sendable {
    /// In what is computed and when.
    case engine
    /// In what a protocol says and understands.
    case adapter
    /// In what the engine is given: the clock, the disk, the tasks.
    case environment
  }

  package enum Language: String, Sendable, CaseIterable {
    case lsp
    case queryEngine = "query-engine-v2"
  }

  /// In kebab case.
  package let id: String
  /// One sentence.
  package let summary: String
  package let kind: Kind
  /// The suite that should find it.
  package let suite: String
  /// What should be found: the id of a checker or of an oracle, or `memory`.
  package let property: String
  /// The protocols in which it can be found.
  package let languages: [Language]
  /// Plants it in one engine. What a fault counts, it counts for one engine, so that a run can be repeated.
  package let plant: @Sendable () -> Plant

  init(
    _ id: String, _ summary: String, _ kind: Kind = .engine, suite: String, property: String,
    in languages: [Language] = Language.allCases, plant: @escaping @Sendable () -> Plant
  ) {
    self.id = id
    self.summary = summary
    self.kind = kind
    self.suite = suite
    self.property = property
    self.languages = languages
    self.plant = plant
  }
}
