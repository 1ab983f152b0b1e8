/// Where the protocol gives no meaning to the order of an array.
package enum FreeOrder {
  package static let table: [ComparisonRule] = [
    ComparisonRule(["textDocument/completion"], "", .anyOrder, reason: "clients sort items by `sortText`"),
    ComparisonRule(["textDocument/completion"], "items", .anyOrder, reason: "as above"),
    ComparisonRule(
      [
        "textDocument/references", "textDocument/definition", "textDocument/declaration",
        "textDocument/typeDefinition", "textDocument/implementation",
      ], "", .anyOrder, reason: "a set of locations"),
    ComparisonRule(["textDocument/documentHighlight"], "", .anyOrder, reason: "a set of ranges"),
    ComparisonRule(["workspace/symbol"], "", .anyOrder, reason: "clients rank the symbols"),
    ComparisonRule(["textDocument/codeAction"], "", .anyOrder, reason: "clients group actions by kind"),
    ComparisonRule(
      [
        "textDocument/codeLens", "textDocument/documentLink", "textDocument/inlayHint", "textDocument/foldingRange",
        "textDocument/documentColor",
      ], "", .anyOrder, reason: "each element says where it stands"),
    ComparisonRule(["textDocument/linkedEditingRange"], "ranges", .anyOrder, reason: "a set of ranges"),
    ComparisonRule(
      [
        "textDocument/prepareCallHierarchy", "textDocument/prepareTypeHierarchy", "callHierarchy/incomingCalls",
        "callHierarchy/outgoingCalls", "typeHierarchy/supertypes", "typeHierarchy/subtypes",
      ], "", .anyOrder, reason: "a set of items"),
    ComparisonRule(
      ["callHierarchy/incomingCalls", "callHierarchy/outgoingCalls"], "*.fromRanges", .anyOrder,
      reason: "a set of ranges"),
    ComparisonRule(["textDocument/diagnostic"], "items", .anyOrder, reason: "a set of diagnostics"),
    ComparisonRule(
      ["textDocument/diagnostic"], "relatedDocuments.*.items", .anyOrder, reason: "as above, for related documents"),
    ComparisonRule(["workspace/diagnostic"], "items", .anyOrder, reason: "a set of documents"),
    ComparisonRule(["workspace/diagnostic"], "items.*.items", .anyOrder, reason: "a set of diagnostics"),
    ComparisonRule(["textDocument/publishDiagnostics"], "diagnostics", .anyOrder, reason: "a set of diagnostics"),
    ComparisonRule(
      ["textDocument/rename", "workspace/willRenameFiles"], "documentChanges", .anyOrder,
      reason: "each element names its document; the edits within one keep their order"),
  ]
}
