import JSONRPC
import Simulation
import SyntheticConversations

/// A long session with a lot of everything, in which a few messages matter.
struct PlantedSession {
  private var choices: Choices
  private var texts: [String: [String]] = [:]
  var client = TestClient()

  init(seed: UInt64) { choices = Choices(seed: seed) }

  /// As many steps, with one among them in which something is planted.
  static func make(seed: UInt64, steps: Int, plantAt: Int, _ plant: (inout PlantedSession) -> Void) -> PlantedSession {
    var session = PlantedSession(seed: seed)
    for name in ["a", "b", "c", "d", "e"] { session.open("file:///w/\(name).pike") }
    for step in 0..<steps {
      if step == plantAt { plant(&session) }
      session.act()
    }
    session.client.goodbye()
    return session
  }

  mutating func open(_ uri: String) {
    let lines = (0..<20).map { "int f\($0)(int a) { return a + \($0); } // é𝄞" }
    texts[uri] = lines
    client.open(uri, lines.joined(separator: "\n"))
  }

  mutating func place(in uri: String) -> (line: Int, character: Int) {
    let lines = texts[uri] ?? [""]
    let line = choices.draw("line", below: lines.count)
    // Not within a character of two units: before what is not ASCII.
    let plain = lines[line].unicodeScalars.prefix { $0.isASCII }.count
    return (line, choices.draw("character", below: plain + 1))
  }

  mutating func anyDocument() -> String {
    let open = texts.keys.sorted()
    return open[choices.draw("document", below: open.count)]
  }

  mutating func type(_ text: String, in uri: String) {
    let (line, character) = place(in: uri)
    client.change(uri, edit(line, character, line, character, text))
    var lines = texts[uri] ?? []
    let index = lines[line].index(lines[line].startIndex, offsetBy: character)
    lines[line].insert(contentsOf: text, at: index)
    texts[uri] = lines.joined(separator: "\n").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private mutating func delete(in uri: String) {
    let (line, character) = place(in: uri)
    let count = min(character, 3)
    client.change(uri, edit(line, character - count, line, character, ""))
    var text = texts[uri]?[line] ?? ""
    let start = text.index(text.startIndex, offsetBy: character - count)
    text.removeSubrange(start..<text.index(start, offsetBy: count))
    texts[uri]?[line] = text
  }

  private mutating func act() {
    let uri = anyDocument()
    switch choices.draw("act", below: 12) {
    case 0...4: type(["y", "foo", ";", "a\nb", "()"][choices.draw("text", below: 5)], in: uri)
    case 5: delete(in: uri)
    case 6, 7: ask("hover", uri)
    case 8: ask("completion", uri)
    case 9: client.cancel(ask("completion", uri))
    case 10: client.cancel(ask("definition", uri))
    default:
      guard texts.count > 3 else { return }
      client.close(uri)
      texts[uri] = nil
      open(uri)
    }
  }

  @discardableResult
  mutating func ask(_ method: String, _ uri: String) -> Int {
    let (line, character) = place(in: uri)
    return client.request(method, uri, line, character)
  }
}
