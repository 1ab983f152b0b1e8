import Testing

@testable import PikeAnalysis

/// What runs again after an edit.
struct BodyFirewallTests {
  private let workspace = TestWorkspace([
    "base.pike": "int one() { return 1; }\nint two() { return one(); }\n",
    "user.pike": "inherit \"base\";\nint three() { return two(); }\n",
  ])

  private func answerAll() throws {
    for file in workspace.files { _ = try workspace.answer(.diagnostics(file)) }
  }

  @Test func anEditInABodyRunsThatBodyOnly() throws {
    try answerAll()
    _ = workspace.executions()
    workspace.edit("base.pike", replacing: "return 1", with: "return 2 + 3")
    try answerAll()
    let bodies = workspace.executions().filter { $0.hasPrefix("body(") || $0.hasPrefix("bodyResolution(") }
    #expect(bodies == ["body(/workspace/base.pike:one)", "bodyResolution(/workspace/base.pike:one)"])
  }

  @Test func anEditInABodyRunsNothingForOtherFiles() throws {
    try answerAll()
    _ = workspace.executions()
    workspace.edit("base.pike", replacing: "return 1", with: "return 2 + 3")
    try answerAll()
    let others = workspace.executions().filter { $0.contains("user.pike") }
    #expect(others.isEmpty)
  }

  @Test func aNewDeclarationRunsWhoMayMeanIt() throws {
    try answerAll()
    _ = workspace.executions()
    workspace.edit("base.pike", replacing: "int two", with: "int zero;\nint two")
    try answerAll()
    let executions = workspace.executions()
    #expect(executions.contains("bodyResolution(/workspace/user.pike:three)"))
    #expect(!executions.contains("body(/workspace/user.pike:three)"))
  }
}
