import Recording
import Testing

@testable import Reporting

@Suite struct TextTests {
  @Test(arguments: [
    ("plain text", "plain text"), ("a\nb\tc\r", "a\\nb\\tc\\r"), ("\u{1B}[31mred", "\\e[31mred"),
    ("\u{9B}31m", "\\u{9b}31m"), ("a\u{202E}b", "a\\u{202e}b"), ("\u{0}\u{7F}", "\\u{0}\\u{7f}"), ("é😀", "é😀"),
    ("\u{FEFF}\u{200B}", "\\u{feff}\\u{200b}"), ("\u{E0041}", "\\u{e0041}"),
  ])
  func whatCouldDriveATerminalIsEscaped(text: String, expected: String) {
    #expect(Printable.escape(text) == expected)
  }

  @Test(arguments: [("short", 5, "short"), ("longer", 5, "long…"), ("\u{1B}\u{1B}\u{1B}", 5, "\\e\\e…")])
  func briefTextsAreCutWithAnEllipsis(text: String, limit: Int, expected: String) {
    #expect(Printable.brief(text, limit: limit) == expected)
  }

  @Test func aHugeTextIsCutToo() {
    let text = String(repeating: "x", count: 1_000_000)
    #expect(Printable.brief(text, limit: 10) == "xxxxxxxxx…")
  }

  @Test func wholeTextsKeepTheirLines() {
    #expect(Printable.escapeLines("a\n\tb\u{1B}") == "a\n\tb\\e")
  }

  @Test(
    arguments: [
      (0, "0 µs"), (999, "999 µs"), (1000, "1.00 ms"), (12_345, "12.3 ms"), (999_949, "1000 ms"), (2_410_000, "2.41 s"),
      (754_000_000, "12 min 34 s"),
    ] as [(Int64, String)])
  func durationsTakeTheUnitThatFits(microseconds: Int64, expected: String) {
    #expect(Quantities.duration(microseconds) == expected)
  }

  @Test(arguments: [(0, "0 B"), (999, "999 B"), (1200, "1.20 kB"), (93_000, "93.0 kB"), (3_450_000, "3.45 MB")])
  func sizesTakeTheUnitThatFits(bytes: Int, expected: String) { #expect(Quantities.bytes(bytes) == expected) }

  @Test func theClockHasMilliseconds() {
    #expect(Quantities.clock(5) == "0.000")
    #expect(Quantities.clock(12_345_678) == "12.345")
  }

  @Test func tablesLineUp() {
    var table = TextTable(["name", "n"], [.left, .right])
    table.append(["a", "10"])
    table.append(["longer", "7"])
    #expect(table.lines(palette: Palette(isOn: false)) == ["  name     n", "  a       10", "  longer   7"])
  }

  @Test func coloursAreOnlyThereWhenWanted() {
    #expect(Palette(isOn: false).paint("x", .red) == "x")
    #expect(Palette(isOn: true).paint("x", .red) == "\u{1B}[31mx\u{1B}[0m")
  }
}
