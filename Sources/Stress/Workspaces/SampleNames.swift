import Simulation

/// Names for what is in a project, each one given out once.
struct SampleNames {
  private var used: Set<String> = []

  private static let things = [
    "harbour", "vessel", "cargo", "ledger", "orchard", "lantern", "timetable", "ferry", "bridge", "anchor", "parcel",
    "kettle", "meadow", "signal", "garden", "compass", "basket", "canal", "tariff", "voyage", "quarry", "beacon",
  ]
  private static let qualities = [
    "amount", "length", "weight", "price", "distance", "depth", "height", "delay", "limit", "total", "share", "count",
    "offset", "margin", "rate", "level", "width", "load",
  ]
  private static let deeds = [
    "measure", "collect", "reserve", "settle", "arrange", "combine", "compare", "deliver", "observe", "reckon",
    "release",
    "split", "gather", "balance", "prepare", "inspect",
  ]

  init() {}

  /// `Harbour`
  mutating func type(_ choices: inout Choices) -> String {
    let word = choices.pick("name.type", Self.things)
    return unique(word.prefix(1).uppercased() + word.dropFirst())
  }

  /// `measure_cargo`
  mutating func function(_ choices: inout Choices) -> String {
    unique("\(choices.pick("name.deed", Self.deeds))_\(choices.pick("name.deed", Self.qualities))")
  }

  /// `amount`
  mutating func variable(_ choices: inout Choices) -> String { unique(choices.pick("name.variable", Self.qualities)) }

  /// A name that needs not be the only one of its kind: of something within a function.
  func local(_ choices: inout Choices) -> String { "\(choices.pick("name.local", Self.qualities))_here" }

  private mutating func unique(_ name: String) -> String {
    var result = name
    var number = 2
    while !used.insert(result).inserted {
      result = "\(name)\(number)"
      number += 1
    }
    return result
  }
}

/// Text for people in comments and strings, with characters from all over.
enum SampleProse {
  private static let sentences = [
    "What is left when all have gone ashore.", "Größe in Ellen, nicht in Metern.", "Un café près de l'écluse.",
    "Число мест на борту.", "渡し船の時刻表。", "Mind the gap 🛶 between 𝒙 and 𝒚.", "Counted twice, to be sure.",
    "Ναι, όλα τα φορτία.", "The tide 🌊 decides; we only write it down.", "Ikke før kl. åtte.",
  ]
  private static let words = ["Kai", "Écluse", "Пристань", "埠頭", "quay 🛶", "𝒙-berth", "landing", "Brücke", "pier 7"]

  static func sentence(_ choices: inout Choices) -> String { choices.pick("prose.sentence", sentences) }
  static func word(_ choices: inout Choices) -> String { choices.pick("prose.word", words) }
}
