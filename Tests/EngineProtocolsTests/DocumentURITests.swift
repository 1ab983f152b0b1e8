import PikeAnalysis
import Testing

@testable import EngineProtocols

struct DocumentURITests {
  @Test(arguments: [
    ("file:///a/b.pike", "/a/b.pike"), ("file:/a/b.pike", "/a/b.pike"), ("FILE:///a", "/a"),
    ("file://localhost/a", "/a"), ("file:///a%20b/%C3%A9", "/a b/é"), ("file:///a/./b/../c//d/", "/a/c/d"),
    ("file:///../../a", "/a"), ("file:///", "/"), ("file:///a%2Fb", "/a/b"), ("file:///a%2f..%2Fb", "/b"),
    ("file:///a?q#f", "/a"), ("file:///a%3Fb%23c", "/a?b#c"), ("file:///a%25b", "/a%b"),
    ("file:///a/\u{301}b", "/a/\u{301}b"), ("file://other/a", "file://other/a"),
    ("untitled:Untitled-1", "untitled:Untitled-1"), ("vscode-remote://x/a%20b", "vscode-remote://x/a%20b"),
  ])
  func aURIIsTheFileThatItStandsFor(uri: String, path: String) {
    #expect(DocumentURI.file(uri)?.path == path)
  }

  @Test(arguments: [
    "", "a/b", "/a/b", "file:", "file:a", "file:///%", "file:///%g0", "file:///%ff", "file:///%00", "1:a", ":", "é:a",
  ])
  func whatIsNoURIHasNoFile(uri: String) {
    #expect(DocumentURI.file(uri) == nil)
  }

  @Test(arguments: ["/a/b.pike", "/a b/é", "/a?b#c%d", "/ä/😀", "/"])
  func aPathComesBackFromItsURI(path: String) {
    #expect(DocumentURI.file(DocumentURI.uri(of: FileID(path)))?.path == path)
  }
}
