/// Which of the shapes that LSP has for one thing the client understands.
struct ClientShapes: Sendable, Equatable {
  var hierarchicalSymbols = true
  var snippets = true
  var markdownHover = true
  var markdownDocumentation = true
  var signatureLabelOffsets = true
  var relatedInformation = true
  var diagnosticTags = true
  var completionTags = true
  /// Edits with the versions of their documents.
  var documentChanges = true
}
