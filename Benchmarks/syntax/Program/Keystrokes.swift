import ArgumentParser
import FigureSupport
import PikeSyntax
import SyntheticEdits
import TestSupport

/// One keystroke in a long file: the new tree, its diagnostics and the new line index.
struct Keystrokes: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Time single keystrokes in files of about 3,300 lines.")

  @OptionGroup var options: LibraryOptions

  @Option(help: "How many keystrokes in each file.")
  var count = 10_000

  @Option(help: "Type and delete one letter at this offset only.")
  var at: Int?

  @Option(help: "What is typed first at that offset, to leave the text broken.")
  var before = ""

  @Option(help: "Print so many of the dearest keystrokes of each file.")
  var dear = 0

  private static let lines = 2800...3800

  func run() throws {
    let library = try options.load()
    for source in library.sources {
      let lines = LineIndex(source.text)
      guard Self.lines.contains(lines.lineCount) || !options.only.isEmpty else { continue }
      let (samples, full) = measure(source, lines)
      let p95 = quantile(0.95, of: samples)
      print(
        "\(source.path) (\(lines.lineCount) lines): p50 \((quantile(0.5, of: samples) * 1e6).rounded(0)) µs, "
          + "p95 \((p95 * 1e6).rounded(0)) µs, p99 \((quantile(0.99, of: samples) * 1e6).rounded(0)) µs, "
          + "max \(((samples.max() ?? 0) * 1e6).rounded(0)) µs; full parse \((full * 1e6).rounded(0)) µs = "
          + "\((full / p95).rounded(1)) × p95")
    }
  }

  /// What a keystroke was, for the list of the dearest.
  private struct Stroke {
    var seconds: Double
    var tokensRead: Int
    var edit: TextEdit
    /// What stands before it on its line.
    var line: String
  }

  private func printDearest(_ strokes: [Stroke]) {
    for stroke in strokes.sorted(by: { $0.seconds > $1.seconds }).prefix(dear) {
      let typed =
        stroke.edit.replacement.isEmpty ? "backspace" : String(decoding: stroke.edit.replacement, as: UTF8.self)
      print(
        "  \((stroke.seconds * 1e6).rounded(0)) µs, \(stroke.tokensRead) tokens: \(typed.debugDescription) behind \(stroke.line.debugDescription)"
      )
    }
  }

  private func toggled(_ offset: Int, _ step: Int) -> TextEdit {
    step.isMultiple(of: 2)
      ? TextEdit(range: offset..<offset, replacement: "x") : TextEdit(range: offset..<offset + 1, replacement: "")
  }

  private func measure(_ source: Library.Source, _ lines: LineIndex) -> (samples: [Double], full: Double) {
    var session = TypingSession(seed: 1)
    var tree = source.parse()
    var index = lines
    if let at, !before.isEmpty {
      let edit = TextEdit(range: at..<at, replacement: before)
      tree = tree.applying(edit)
      index = index.applying(edit, to: tree.text)
    }
    var samples: [Double] = []
    var full: [Double] = []
    var strokes: [Stroke] = []
    for step in 0..<count {
      let edit = at.map { toggled($0 + before.utf8.count, step) } ?? session.next(in: tree.text)
      samples.append(
        ProcessorTime.of {
          tree = tree.applying(edit)
          index = index.applying(edit, to: tree.text)
          _ = tree.diagnostics.count
        })
      if dear > 0 {
        let line = index.line(at: edit.range.lowerBound)
        let before = "\(line + 1):" + tree.text.string(in: index.start(ofLine: line)..<edit.range.lowerBound)
        strokes.append(Stroke(seconds: samples[step], tokensRead: tree.tokensRead, edit: edit, line: before))
      }
      if step % 40 == 0 {
        full.append(
          ProcessorTime.of {
            let fresh = SyntaxTree.parse(tree.text, environment: tree.environment)
            _ = LineIndex(tree.text)
            _ = fresh.diagnostics.count
          })
      }
    }
    printDearest(strokes)
    return (samples, quantile(0.5, of: full))
  }
}

/// What is typed, letter by letter, and then taken back with the backspace key: half of the time a line like one of the file's own on
/// a line of its own, half of the time some letters in the middle of a line.
struct TypingSession {
  private var random: SeededGenerator
  private var pending: [TextEdit] = []

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func next(in text: SourceText) -> TextEdit {
    if pending.isEmpty { plan(text) }
    return pending.removeFirst()
  }

  private mutating func plan(_ text: SourceText) {
    let somewhere = Int(random.next() % UInt64(text.count))
    if random.next() & 1 == 0 {
      let line = self.line(at: Int(random.next() % UInt64(text.count)), in: text)
      type(Array("\n".utf8) + text[line], at: self.line(at: somewhere, in: text).upperBound)
    } else {
      type(Array("name".utf8), at: somewhere)
    }
  }

  private mutating func type(_ bytes: [UInt8], at place: Int) {
    for (offset, byte) in bytes.enumerated() {
      pending.append(TextEdit(range: place + offset..<place + offset, replacement: [byte]))
    }
    for offset in bytes.indices.reversed() {
      pending.append(TextEdit(range: place + offset..<place + offset + 1, replacement: []))
    }
  }

  private func line(at offset: Int, in text: SourceText) -> Range<Int> {
    let newline = UInt8(ascii: "\n")
    var start = offset
    while start > 0, text[start - 1] != newline { start -= 1 }
    var end = offset
    while end < text.count, text[end] != newline { end += 1 }
    return start..<end
  }
}
