import Measurement

/// The library of a corpus: packages of modules, one of them within another, each with functions and a class.
struct LibraryWriter {
  let seed: UInt64
  let modules: Int

  /// Where a nested module is found: `Toolbox.Inner.Deep`.
  static let nested = "Toolbox.Inner.Deep"
  static let direct = "Toolbox.Tool0"

  func files() -> [CorpusFile] {
    let root = "\(PikeCorpus.library)/modules/Toolbox.pmod"
    var files = (0..<modules).map { CorpusFile(path: "\(root)/Tool\($0).pmod", text: module("Tool\($0)")) }
    files += (0..<modules).map { CorpusFile(path: "\(root)/Inner.pmod/Part\($0).pmod", text: module("Part\($0)")) }
    files.append(CorpusFile(path: "\(root)/Inner.pmod/Deep.pmod", text: module("Deep")))
    return files
  }

  private func module(_ name: String) -> String {
    var stream = RandomStream(seed: seed, name: "library \(name)")
    var lines = ["//! What \(name) has to offer to programs.", "constant version = \(stream.below(90) + 10);", ""]
    for number in 0..<4 + stream.below(5) {
      lines += [
        "//! Measures a thing by its \(Words.noun(&stream)) and its \(Words.noun(&stream)).",
        "int measure_\(number)(int amount, string|void label) {",
        "  return amount * \(stream.below(40) + 2) + sizeof(label || \"\");",
        "}", "",
      ]
    }
    lines += [
      "//! Keeps a \(Words.noun(&stream)) until it is needed.",
      "class Keeper {",
      "  int held = \(stream.below(100));",
      "  void keep(int value) { held = value; }",
      "  int give() { return held; }",
      "}",
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Words for names and comments.
enum Words {
  private static let nouns = [
    "width", "weight", "border", "signal", "ledger", "harbour", "kettle", "margin", "needle", "orchard", "pillar",
    "quarry",
    "ribbon", "saddle", "timber", "valley",
  ]

  static func noun(_ stream: inout RandomStream) -> String { nouns[stream.below(nouns.count)] }
}
