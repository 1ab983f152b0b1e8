/// Times as files have them.
package enum Timestamp {
  /// Seconds since 1970 of a time in UTC, as recordings have it: RFC 3339 with the letter Z. Nil when it is none.
  package static func seconds(_ text: String) -> Int? {
    guard text.hasSuffix("Z"), let day = CalendarDay(String(text.prefix(10))), text.dropFirst(10).first == "T" else {
      return nil
    }
    let clock = text.dropFirst(11).dropLast()
    let whole = clock.prefix { $0 != "." }
    let parts = whole.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [2, 2, 2], clock.dropFirst(whole.count + 1).allSatisfy(\.isNumber),
      let hours = Int(parts[0]), let minutes = Int(parts[1]), let seconds = Int(parts[2]),
      // A leap second is the sixtieth.
      (0..<24).contains(hours), (0..<60).contains(minutes), (0...60).contains(seconds)
    else { return nil }
    return day.number * 86_400 + hours * 3_600 + minutes * 60 + seconds
  }
}
