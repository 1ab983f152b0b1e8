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
    let bodies = workspace.executions().filter { $0.hasPrefix("bodyResolution(") }
    #expect(bodies == ["bodyResolution(/workspace/base.pike:one)"])
  }

  @Test func theBodiesOfOtherDeclarationsAreTheSameObjects() throws {
    let ids = ["one", "two"].map { workspace.item("base.pike:\($0)") }
    let before = try ids.map { try workspace.get(BodyQuery.self, $0) }
    workspace.edit("base.pike", replacing: "return 1", with: "return 2 + 3")
    let after = try ids.map { try workspace.get(BodyQuery.self, $0) }
    #expect(before[0] !== after[0])
    #expect(before[1] === after[1])
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
