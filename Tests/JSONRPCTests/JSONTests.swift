import Testing

@testable import JSONRPC

@Suite struct JSONTests {
  private func scan(_ text: [UInt8], depth: Int = JSONScanner.defaultMaximumDepth) -> JSONError.Reason? {
    text.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes, maximumDepth: depth)
      do throws(JSONError) {
        _ = try scanner.skipValue()
        try scanner.expectEnd()
        return nil
      } catch {
        return error.reason
      }
    }
  }

  @Test(arguments: [
    "null", "true", "false", "0", "-0.5e+10", "12", #""""#, #""a\"\\\/\b\f\n\r\té""#, "[]", "{}", " [ 1 , [ ] , { } ] ",
    #"{"a":{"b":[1,{"c":null}],"b":2}}"#, #""plain text of more than eight bytes""#, "1e5", #"["a","b"]"#,
  ])
  func validTextIsScannedAndComesBackAsTheSameValue(text: String) throws {
    #expect(scan(Array(text.utf8)) == nil)
    let value = try JSONValue(parsing: Array(text.utf8))
    #expect(try JSONValue(parsing: value.serialized()) == value)
  }

  @Test(arguments: [
    "", " ", "nul", "+1", "01", ".5", "1.", "1e", "-", "'a'", #""a"#, #""\x""#, #""\u12g4""#, "[1,]", "[1 2]", "{,}",
    #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, "{1:2}", "[", "{", "1 2", "[}", "\u{1}", "\"\u{1}\"", "]",
  ])
  func invalidTextIsRefused(text: String) {
    #expect(scan(Array(text.utf8)) != nil)
    #expect(throws: JSONError.self) { try JSONValue(parsing: Array(text.utf8)) }
  }

  @Test func everyPrefixOfAnObjectIsRefused() {
    let text = Array(#"{"a":[1.5e3,true,"xé"],"b":{"c":null}}"#.utf8)
    for length in 0..<text.count { #expect(scan(Array(text[..<length])) != nil) }
    #expect(scan(text) == nil)
  }

  @Test func nestingIsBoundedWithoutDeepRecursion() {
    func nested(_ depth: Int) -> [UInt8] { Array(repeating: 0x5B, count: depth) + Array(repeating: 0x5D, count: depth) }
    #expect(scan(nested(128)) == nil)
    #expect(scan(nested(129)) == .tooDeep(128))
    #expect(scan(Array(repeating: 0x5B, count: 1_000_000)) == .tooDeep(128))
    #expect(throws: JSONError.self) { try JSONValue(parsing: nested(129)) }
    #expect(scan(nested(5), depth: 4) == .tooDeep(4))
  }

  @Test func eachContainerIsClosedByItsOwnBracketHoweverDeepItIs() throws {
    let depth = 120
    let opening = (0..<depth).map { $0.isMultiple(of: 3) ? "[" : #"{"k":"# }
    let closing = opening.reversed().map { $0 == "[" ? "]" : "}" }
    let text = opening.joined() + "1" + closing.joined()
    #expect(scan(Array(text.utf8)) == nil)
    #expect(try JSONValue(parsing: Array(text.utf8)).serialized() == Array(text.utf8))
    for wrong in 0..<depth {
      var closing = closing
      closing[wrong] = closing[wrong] == "]" ? "}" : "]"
      #expect(scan(Array((opening.joined() + "1" + closing.joined()).utf8)) != nil)
    }
    let lists = #"[{"a":[1,2],"b":3},4]"#
    let deep = String(repeating: "[", count: 63) + lists + "," + lists + String(repeating: "]", count: 63)
    #expect(scan(Array(deep.utf8)) == nil)
  }

  @Test func whatEndsAStringIsFoundAtAnyPlace() throws {
    for length in 0..<20 {
      for filler in ["a", "é", "\u{7F}"] {
        let inner = String(repeating: filler, count: length)
        #expect(scan(Array("\"\(inner)\"".utf8)) == nil)
        #expect(scan(Array("\"\(inner)".utf8)) == .unexpectedEnd)
        #expect(scan(Array("\"\(inner)\u{1F}\"".utf8)) == .controlCharacter)
        #expect(scan(Array("\"\(inner)\"\"".utf8)) == .trailingBytes)
        #expect(try JSONValue(parsing: Array("\"\(inner)\\n\(inner)\"".utf8)).string == "\(inner)\n\(inner)")
      }
    }
  }

  @Test(
    arguments: [
      [0xFF], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0x61, 0x80, 0x62], [0x5C, 0x6E, 0xF0, 0x9F, 0x98],
    ] as [[UInt8]])
  func stringsThatAreNotUTF8AreRefused(bytes: [UInt8]) {
    #expect(throws: JSONError(reason: .notUTF8, offset: 0)) { try JSONValue(parsing: [0x22] + bytes + [0x22]) }
  }

  @Test func theCharacterThatStandsForMistakesIsNone() throws {
    #expect(try JSONValue(parsing: Array("\"\u{FFFD}\"".utf8)).string == "\u{FFFD}")
  }

  @Test(arguments: [0, 7, 9, 10, 99, 100, 12_345, -1, -10, .max, .min])
  func integersAreWrittenInDigits(number: Int) {
    var text = JSONText()
    text.append(raw: "x")
    text.append(number)
    #expect(String(decoding: text.bytes, as: UTF8.self) == "x\(number)")
  }

  @Test(arguments: [
    (#""😀""#, "😀"), (#""\ud83d""#, "\u{FFFD}"), (#""\ude00x""#, "\u{FFFD}x"), (#""\u00e9\n""#, "é\n"),
    (#""\ud83dA""#, "\u{FFFD}A"),
  ])
  func escapesBecomeCharacters(text: String, value: String) throws {
    #expect(try JSONValue(parsing: Array(text.utf8)).string == value)
  }

  @Test func ordersDuplicatesAndNumberFormsAreKept() throws {
    let text = #"{"b":1.0,"a":1e2,"b":-0}"#
    #expect(String(decoding: try JSONValue(parsing: Array(text.utf8)).serialized(), as: UTF8.self) == text)
  }

  @Test func controlCharactersAreEscapedWhenWritten() {
    let text = JSONValue.string("\u{0}\u{1F}\"\\\n\t\r\u{7F}é").serialized()
    #expect(String(decoding: text, as: UTF8.self) == #""\u0000\u001f\"\\\n\t\r\u007fé""#)
  }
}

@Suite struct EnvelopeTests {
  private func kind(_ text: String) throws -> Envelope.Kind { try Envelope(scanning: Array(text.utf8)).kind }

  @Test(arguments: [
    (#"{"jsonrpc":"2.0","id":1,"method":"a","params":{}}"#, Envelope.Kind.request(id: .integer(1), method: "a")),
    (#"{"id":"1","method":"a"}"#, .request(id: .string("1"), method: "a")),
    (#"{"method":"\u0061/b","params":{"id":3}}"#, .notification(method: "a/b")),
    (#"{"id":null,"method":"a"}"#, .notification(method: "a")),
    (#"{"id":7,"result":null}"#, .response(id: .integer(7))),
    (#"{"id":-7,"error":{"code":1}}"#, .response(id: .integer(-7))),
    (#"{"id":null,"error":{}}"#, .response(id: nil)),
    (#"{"id":1.5,"result":1}"#, .response(id: .other("1.5"))),
    (#"{"id":9223372036854775808,"result":1}"#, .response(id: .other("9223372036854775808"))),
    (#"{"id":1}"#, .other), ("{}", .other), (#"{"method":3}"#, .other),
    (#"{"id":1,"id":2,"result":0}"#, .response(id: .integer(2))),
  ])
  func messagesAreToldApart(text: String, expected: Envelope.Kind) throws {
    #expect(try kind(text) == expected)
  }

  @Test(arguments: ["", "[]", "1", "{", #"{"id":}"#, "{} {}", "nonsense"])
  func whatIsNoObjectIsAnError(text: String) {
    #expect(throws: JSONError.self) { try Envelope(scanning: Array(text.utf8)) }
  }

  @Test func rangesPointAtTheValues() throws {
    let text = Array(#"{ "params" : [1, 2] , "method":"x", "id":1 }"#.utf8)
    let range = try #require(try Envelope(scanning: text).params)
    #expect(String(decoding: text[range], as: UTF8.self) == "[1, 2]")
  }
}
