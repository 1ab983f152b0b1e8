import Testing

@testable import PikeAnalysis

struct SignatureTextTests {
  private let item = Item(
    kind: .function, name: "find", modifiers: [.protected, .final], type: .array(.named(ProgramName(["A", "B"]))),
    parameters: [
      Item.Parameter(
        name: "naïve", type: .union([.basic("int"), .basic("void")]), hasDefault: false, isVariadic: false),
      Item.Parameter(name: nil, type: .mapping(.basic("string"), .unknown), hasDefault: false, isVariadic: false),
      Item.Parameter(name: "rest", type: .basic("mixed"), hasDefault: false, isVariadic: true),
    ])

  @Test func aFunctionReadsAsItIsDeclared() {
    let text = SignatureText(item)
    #expect(
      text.label == "protected final array(A.B) find(int|void naïve, mapping(string:mixed), mixed ... rest)")
    let units = Array(text.label.utf16)
    #expect(
      text.parameters.map { String(decoding: units[$0], as: UTF16.self) }
        == ["int|void naïve", "mapping(string:mixed)", "mixed ... rest"])
  }

  @Test(arguments: [
    (
      TypeExpression.function([.basic("int")], rest: .basic("string"), result: .basic("void")),
      "function(int, string ... : void)"
    ),
    (.function([], rest: nil, result: .unknown), "function"), (.object(.unknown), "object"),
    (.object(.named(ProgramName(["f.pike"], start: .path))), "object(\"f.pike\")"),
    (.program(.named(ProgramName(["X"], start: .sibling))), "program(.X)"), (.mapping(.unknown, .unknown), "mapping"),
    (.named(ProgramName(["X"], start: .qualifier("global"))), "global::X"), (.multiset(.unknown), "multiset"),
    (.unknown, "mixed"),
  ])
  func typesReadAsPikeWritesThem(type: TypeExpression, text: String) {
    #expect(type.text == text)
  }

  @Test func builtinsHaveALineForEachWayOfCalling() {
    let symbol = BuiltinSymbol(
      name: "f", kind: .function, type: "function(string, void|int : int)|function(array(int) ... : void)")
    #expect(symbol.signatureTexts().map(\.label) == ["int f(string, void|int)", "void f(array(int) ...)"])
  }

  @Test func callsHaveAPlaceForEachArgumentThatMustBeThere() {
    #expect(SnippetText.call("f", []) == "f()")
    #expect(SnippetText.call("f", [.init(placeholder: "a", isOptional: true)]) == "f($1)")
    #expect(
      SnippetText.call(
        "f",
        [
          .init(placeholder: "a$", isOptional: false), .init(placeholder: "b}", isOptional: false),
          .init(placeholder: "c", isOptional: true),
        ]) == "f(${1:a\\$}, ${2:b\\}})")
  }

  @Test func candidatesAreFilteredRankedAndBounded() {
    var candidates = CompletionCandidates(prefix: "Fo")
    candidates.add("foreach", .keyword, .keyword)
    candidates.add("fXther", .local, .keyword)
    candidates.add("Foo", .global, .plain(.class, detail: nil))
    candidates.add("foo", .local, .plain(.local, detail: "int"))
    candidates.add("foo", .global, .plain(.function, detail: nil))
    candidates.add("`+", .global, .keyword)
    #expect(candidates.sorted.candidates.map(\.label) == ["foo", "foreach", "Foo"])
    var many = CompletionCandidates(prefix: "")
    for index in 0..<1000 { many.add("x\(index)", .global, .keyword) }
    #expect(many.sorted.candidates.count == CompletionCandidates.limit)
    #expect(many.sorted.isCut)
  }
}
