import Testing

@testable import PikeAnalysis

struct BuiltinSignatureTests {
  @Test func aSignatureTellsParametersAndResult() throws {
    let one = try #require(
      BuiltinTable.signatures(ofType: "function(string, void | int, mixed ... : array(int))").first)
    #expect(one.parameters == ["string", "void | int", "mixed"])
    #expect(one.requiredCount == 1)
    #expect(one.isVariadic)
    #expect(one.result == "array(int)")
  }

  @Test func colonsAndBarsInBracketsSeparateNothing() {
    let type =
      "function(mapping(string:int | float), function(int : string) : mapping(int:function(: void))) | function(: int)"
    let signatures = BuiltinTable.signatures(ofType: type)
    #expect(signatures.map(\.parameters) == [["mapping(string:int | float)", "function(int : string)"], []])
    #expect(signatures.map(\.result) == ["mapping(int:function(: void))", "int"])
  }

  @Test(arguments: [
    "", "int", "function", "function(", "function()", "function(int)", "function(a : b : c)", "|", ")",
    "function(int : )(",
    "mixed",
  ])
  func whatIsNoFunctionTypeHasNoArity(type: String) {
    let arity = BuiltinSignature.arity(ofType: type)
    #expect(arity == nil)
  }

  @Test func oneUncertainAlternativeMakesAllUncertain() {
    #expect(BuiltinSignature.arity(ofType: "function(int : int) | function") == nil)
    #expect(BuiltinSignature.arity(ofType: "function(int : int) | mixed") == nil)
  }

  @Test(arguments: [
    ("sizeof", 1, 1), ("search", 2, 3), ("this_object", 0, 1), ("random", 1, 1), ("call_out", 2, nil),
    ("sprintf", 1, nil),
    ("replace", 2, 3), ("sort", 1, nil), ("exit", 1, nil), ("time", 0, 1), ("has_prefix", 2, 2), ("master", 0, 0),
  ])
  func aPredefinedFunctionHasItsArity(name: String, minimum: Int, maximum: Int?) {
    #expect(BuiltinTable.global(name)?.arity == BuiltinArity(minimum: minimum, maximum: maximum))
  }

  @Test func anArityAdmitsWhatLiesInIt() {
    let some = BuiltinArity(minimum: 1, maximum: 2)
    #expect([0, 1, 2, 3].map(some.admits) == [false, true, true, false])
    #expect(BuiltinArity(minimum: 1, maximum: nil).admits(1000))
  }

  @Test func aRequiredParameterAfterAnOptionalOneCounts() {
    #expect(
      BuiltinSignature.arity(ofType: "function(void | int, string : int)") == BuiltinArity(minimum: 2, maximum: 2))
  }

  @Test func theTypeOfEveryFunctionCanBeRead() {
    let members = BuiltinTable.modulePaths.flatMap { BuiltinTable.members(of: $0) ?? [] }
    for symbol in BuiltinTable.globals + members where symbol.kind == .function && symbol.type.contains("function(") {
      #expect(!symbol.signatures.isEmpty, "\(symbol.name): \(symbol.type)")
      #expect(symbol.arity != nil, "\(symbol.name): \(symbol.type)")
    }
  }
}
