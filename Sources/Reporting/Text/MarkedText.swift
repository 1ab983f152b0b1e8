/// Text in XML and in GitHub's workflow commands. Neither can hold control characters, so they are made printable first.
package enum MarkedText {
  package static func xml(_ text: String) -> String {
    replace(Printable.escape(text), ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"])
  }

  /// What a workflow command says.
  package static func data(_ text: String) -> String { replace(Printable.escape(text), ["%": "%25"]) }

  /// The value of one of a workflow command's properties.
  package static func property(_ text: String) -> String {
    replace(Printable.escape(text), ["%": "%25", ":": "%3A", ",": "%2C"])
  }

  private static func replace(_ text: String, _ table: [Character: String]) -> String {
    text.map { table[$0] ?? String($0) }.joined()
  }
}
