import ArgumentParser
import PikeSyntax
import SyntheticEdits
import TestSupport

/// One keystroke in a long file: the new tree, its diagnostics and the new line index.
struct Keystrokes: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Time single keystrokes in files of about 3,300 lines.")

  @OptionGroup var options: LibraryOptions

  @Option(help: "How many keystrokes in each file.")
  var count = 4000

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

  /// Words and punctuation are typed at random places, character by character, and deleted again.
  private func measure(_ source: Library.Source, _ lines: LineIndex) -> (samples: [Double], full: Double) {
    var session = TypingSession(seed: 1, length: source.text.count)
    var tree = source.parse()
    var index = lines
    var samples: [Double] = []
    var full: [Double] = []
    for step in 0..<count {
      let edit = session.next(in: tree.text)
      samples.append(
        processorTime {
          tree = tree.applying(edit)
          index = index.applying(edit, to: tree.text)
          _ = tree.diagnostics.count
        })
      if step % 40 == 0 {
        full.append(
          processorTime {
            let fresh = SyntaxTree.parse(tree.text, environment: tree.environment)
            _ = LineIndex(tree.text)
            _ = fresh.diagnostics.count
          })
      }
    }
    return (samples, quantile(0.5, of: full))
  }
}

/// What is typed: pieces of code of the file itself, forwards and then backwards with the backspace key.
struct TypingSession {
  private var random: SeededGenerator
  private var pending: [TextEdit] = []

  init(seed: UInt64, length: Int) { random = SeededGenerator(seed: seed) }

  mutating func next(in text: SourceText) -> TextEdit {
    if pending.isEmpty { plan(text) }
    return pending.removeFirst()
  }

  private mutating func plan(_ text: SourceText) {
    let place = lineEnd(from: Int(random.next() % UInt64(text.count)), in: text)
    let from = Int(random.next() % UInt64(max(1, text.count - 40)))
    let typed = Array(text[from..<min(text.count, from + 12)])
    for (offset, byte) in typed.enumerated() {
      pending.append(TextEdit(range: place + offset..<place + offset, replacement: [byte]))
    }
    for offset in typed.indices.reversed() {
      pending.append(TextEdit(range: place + offset..<place + offset + 1, replacement: []))
    }
  }

  /// People type at the ends of lines more than in the middle of words; here half of the time.
  private mutating func lineEnd(from offset: Int, in text: SourceText) -> Int {
    guard random.next() & 1 == 0 else { return offset }
    var end = offset
    while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }
}
