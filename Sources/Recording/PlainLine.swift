extension Record {
  /// The record as a JSON line with its content in full: its line in a recording, without references to others.
  package func plainLine() -> [UInt8] {
    LineWriter.record(event, number: number, time: time) { ContentForm.plain($0, allowsBody: $1) }
  }
}

extension Header {
  /// The header's JSON line.
  package func plainLine() -> [UInt8] { LineWriter.header(self) }
}
