/// What servers may vary from run to run without giving another answer. `docs/comparing-answers.md` is this table for
/// people; a test holds the two together.
package enum VaryingFields {
  package static let table: [ComparisonRule] = [
    ComparisonRule(
      ["textDocument/diagnostic", "textDocument/semanticTokens/full", "textDocument/semanticTokens/full/delta"],
      "resultId", .ignored, reason: "a token for the next request, minted anew in each run; replay re-binds it"),
    ComparisonRule(
      ["textDocument/diagnostic"], "relatedDocuments.*.resultId", .ignored, reason: "as above, for related documents"),
    ComparisonRule(["workspace/diagnostic"], "items.*.resultId", .ignored, reason: "as above, for each document"),
    ComparisonRule(
      [
        "textDocument/codeAction", "textDocument/codeLens", "textDocument/completion", "textDocument/documentLink",
        "textDocument/inlayHint", "workspace/symbol", "textDocument/prepareCallHierarchy",
        "textDocument/prepareTypeHierarchy", "typeHierarchy/supertypes", "typeHierarchy/subtypes",
      ],
      "*.data", .ignored, reason: "the server's private note on an item that can be resolved; replay re-binds it"),
    ComparisonRule(
      ["textDocument/completion"], "items.*.data", .ignored, reason: "as above, in a completion list"),
    ComparisonRule(
      ["textDocument/completion"], "itemDefaults.data", .ignored, reason: "as above, shared by the items of a list"),
    ComparisonRule(
      [
        "codeAction/resolve", "codeLens/resolve", "completionItem/resolve", "documentLink/resolve",
        "inlayHint/resolve", "workspaceSymbol/resolve",
      ],
      "data", .ignored, reason: "as above, in the resolved item"),
    ComparisonRule(["callHierarchy/incomingCalls"], "*.from.data", .ignored, reason: "as above, in the caller"),
    ComparisonRule(["callHierarchy/outgoingCalls"], "*.to.data", .ignored, reason: "as above, in the callee"),
    ComparisonRule(
      ["textDocument/diagnostic"], "items.*.data", .ignored,
      reason: "the server's private note on a diagnostic, for its code actions"),
    ComparisonRule(
      ["workspace/diagnostic"], "items.*.items.*.data", .ignored, reason: "as above, for each document"),
    ComparisonRule(
      ["textDocument/publishDiagnostics"], "diagnostics.*.data", .ignored, reason: "as above, in a publish"),
    ComparisonRule(
      ["textDocument/publishDiagnostics"], "version", .ignored,
      reason: "optional; publishes are compared when all edits are in, so the version adds nothing"),
    ComparisonRule(
      ["textDocument/codeAction", "textDocument/completion", "textDocument/codeLens"], "*.command.command",
      .withoutNumbers, reason: "servers put a process id or a counter into a command's name; replay re-binds it"),
    ComparisonRule(
      ["textDocument/completion"], "items.*.command.command", .withoutNumbers, reason: "as above, in a completion list"),
    ComparisonRule(
      ["textDocument/codeAction"], "*.command", .withoutNumbers, reason: "as above, for a bare command"),
    ComparisonRule(
      ["codeAction/resolve", "codeLens/resolve", "completionItem/resolve"], "command.command", .withoutNumbers,
      reason: "as above, in the resolved item"),
    ComparisonRule(
      ["initialize"], "capabilities.executeCommandProvider.commands.*", .withoutNumbers,
      reason: "as above, where commands are declared"),
    ComparisonRule(
      ["initialize"], "serverInfo", .ignored, reason: "name and version stand in the report's head, side by side"),
  ]
}
