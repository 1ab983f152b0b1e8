extension Record {
  /// The record as a JSON line that stands alone: with its number (`n`) and its time (`at`, in microseconds since the
  /// recording started), its content in full.
  package func plainLine() -> [UInt8] {
    LineWriter.record(event, at: .whole(number: number, time: time)) { ContentForm.plain($0, allowsBody: $1) }
  }
}

extension Header {
  /// The header's JSON line.
  package func plainLine() -> [UInt8] { LineWriter.header(self) }
}
