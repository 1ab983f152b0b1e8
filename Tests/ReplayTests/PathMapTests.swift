import Testing

@testable import Replay

@Suite struct PathMapTests {
  private static let map = PathMap([(from: "/home/me/my proj", to: "/tmp/x 1/proj")])

  private func check(_ text: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let rewritten = Self.map.rewritten(Array(text.utf8))
    #expect(String(decoding: rewritten, as: UTF8.self) == expected, sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    (#""file:///home/me/my%20proj/a.c""#, #""file:///tmp/x%201/proj/a.c""#),
    (#""/home/me/my proj""#, #""/tmp/x 1/proj""#),
    (#""\/home\/me\/my proj\/a.c""#, #""/tmp/x 1/proj\/a.c""#),
    (#""file:\/\/\/home\/me\/my%20proj""#, #""file:\/\//tmp/x%201/proj""#),
    (#""file:///home/me/my%20proj#L1""#, #""file:///tmp/x%201/proj#L1""#),
    (#""view:%2Fhome%2Fme%2Fmy%20proj%2fa""#, #""view:%2Ftmp%2Fx%201%2Fproj%2fa""#),
    (#""see\n/home/me/my proj.""#, #""see\n/tmp/x 1/proj.""#),
    (#""-I/home/me/my proj/include""#, #""-I/tmp/x 1/proj/include""#),
    (#""\u002fhome/me/my\u0020proj""#, #""/tmp/x 1/proj""#),
    (#""file:///home/m%65/my%20proj/%C3%A9""#, #""file:///tmp/x%201/proj/%C3%A9""#),
  ])
  func aPathIsFoundInEverySpelling(_ text: String, _ expected: String) { check(text, expected) }

  @Test(arguments: [
    #""/home/me/my project""#, #""/home/me/my proj2""#, #""/x/home/me/my proj""#, #""/home/me/my proj.old/a""#,
    #""file:///home/me/my%20proj%20two""#, #""file://host/home/me/my%20proj""#, #""/home/me/my proj-1""#,
    #""/home/me""#, #""a//home/me/my proj""#, #""/home/me/my proj%C3%A9""#, #""x\/home\/me\/my proj""#,
  ])
  func aPartOfALongerPathIsNoMatch(_ text: String) { check(text, text) }

  @Test func theInnerOfTwoRootsDecides() {
    let map = PathMap([(from: "/a", to: "/outer"), (from: "/a/b", to: "/inner")])
    let text = String(decoding: map.rewritten(Array(#"["/a/b/c","/a/c"]"#.utf8)), as: UTF8.self)
    #expect(text == #"["/inner/c","/outer/c"]"#)
  }

  @Test func aRootAsBroadAsTheMachineIsLeftOut() {
    #expect(PathMap([(from: "/", to: "/tmp/x")]).rewritten(Array(#""/a""#.utf8)) == Array(#""/a""#.utf8))
  }

  @Test func thereAndBackIsTheSame() {
    let text = Array(#"{"uri":"file:///home/me/my%20proj/a.c","p":"/home/me/my proj"}"#.utf8)
    #expect(Self.map.inverted.rewritten(Self.map.rewritten(text)) == text)
  }

  @Test func colonsAreEqualInBothSpellings() {
    let map = PathMap([(from: "/c:/work", to: "/tmp/w")])
    for text in ["file:///c%3A/work/a", "file:///c%3a/work/a", "file:///c:/work/a"] {
      #expect(map.mapped(uri: text) == "file:///tmp/w/a")
    }
  }
}
