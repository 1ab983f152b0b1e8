import Simulation
import Transcript

/// How a replay's timing differs from what it would be, within what causality allows: no message goes before what it depended on, and the
/// client's messages keep their order, but for cancels, which nothing depends on.
///
/// The decisions depend on the seed and the recording alone. What the server makes of them is its own affair: a process keeps its own time.
package struct Perturbation: Sendable, Equatable {
  /// Where a cancel goes.
  enum Cancel: Sendable { case asRecorded, rightAfterRequest, rightAfterAnswer }

  package let seed: UInt64
  /// By records of the client's messages: how long one is held back that could go, in microseconds.
  private var holds: [Int: Int64] = [:]
  /// Those that do not wait for diagnostics that nobody asked for.
  private var impatient: Set<Int> = []
  /// By records of cancels.
  private var cancels: [Int: Cancel] = [:]
  /// By records of requests: the cancels that follow at once.
  private(set) var earlyCancels: [Int: Script.Step] = [:]

  package init(seed: UInt64, script: Script) {
    self.seed = seed
    var choices = Choices(seed: seed)
    let requests = Self.cancelledRequests(script)
    for step in script.steps {
      holds[step.record] = Self.hold(&choices)
      if choices.draw("patience", below: 4) == 0 { impatient.insert(step.record) }
      guard let request = requests[step.record] else { continue }
      let kinds: [Cancel] = [.asRecorded, .rightAfterRequest, .rightAfterAnswer]
      let kind = kinds[choices.draw("cancel", below: kinds.count)]
      cancels[step.record] = kind
      if kind == .rightAfterRequest { earlyCancels[request] = step }
    }
  }

  /// Five in eight go at once, in a burst with those before; two wait as long as a server takes for an answer, one longer.
  private static func hold(_ choices: inout Choices) -> Int64 {
    switch choices.draw("hold", below: 8) {
    case 0...4: 0
    case 5...6: Int64(choices.draw("short hold", below: 5_000))
    default: Int64(choices.draw("long hold", below: 50_000))
    }
  }

  /// The request that each cancel is about, by records.
  private static func cancelledRequests(_ script: Script) -> [Int: Int] {
    var requests: [Int: Int] = [:]
    for exchange in script.exchanges.values {
      if let cancel = exchange.cancel { requests[cancel.record] = exchange.request.record }
    }
    return requests
  }

  func hold(_ step: Script.Step) -> Int64 { holds[step.record] ?? 0 }
  func isImpatient(_ step: Script.Step) -> Bool { impatient.contains(step.record) }
  func cancel(_ step: Script.Step) -> Cancel { cancels[step.record] ?? .asRecorded }

  package static func == (left: Perturbation, right: Perturbation) -> Bool {
    left.seed == right.seed && left.holds == right.holds && left.impatient == right.impatient
      && left.cancels == right.cancels
  }
}

/// Cuts what is written into pieces, in the middle of headers and characters too, with a short pause behind some.
package struct SplitWrites: Sendable {
  private var choices: Choices

  package init(seed: UInt64) { choices = Choices(seed: seed) }

  /// How many bytes may go now, and how long nothing goes after them, in microseconds.
  mutating func next() -> (size: Int, pause: Int64) {
    let size =
      switch choices.draw("piece", below: 4) {
      case 0: 1 + choices.draw("small piece", below: 16)
      case 1: 1 + choices.draw("piece of a header", below: 64)
      default: 1 + choices.draw("large piece", below: 8192)
      }
    return (size, choices.draw("pause", below: 4) == 0 ? Int64(choices.draw("pause length", below: 500)) : 0)
  }
}
