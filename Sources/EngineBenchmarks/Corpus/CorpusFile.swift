/// One file of a generated corpus.
package struct CorpusFile: Sendable, Equatable {
  /// Relative to the corpus' root.
  package var path: String
  package var text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
