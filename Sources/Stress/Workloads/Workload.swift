package import JSONRPC
import Replay
package import Simulation

/// Writes a session of one kind.
///
/// All that varies comes from the choices: the same seed writes the same bytes. What it writes is legal, unless it says that it is not.
package protocol Workload: Sendable {
  /// As suite files name it.
  static var name: String { get }
  /// One sentence.
  static var purpose: String { get }
  static var parameters: [WorkloadParameter] { get }
  /// The protocols that it can be written in.
  static var framings: [Framing] { get }
  /// Whether the client does only what its protocol allows.
  static var isLegal: Bool { get }

  init(_ settings: WorkloadSettings)

  func write(_ script: inout ClientScript, _ choices: inout Choices)
}

extension Workload {
  package static var framings: [Framing] { Framing.allCases }
  package static var isLegal: Bool { true }
}

/// Something about a workload that a suite can set.
package struct WorkloadParameter: Sendable, Equatable {
  package enum Value: Sendable, Equatable {
    case number(Int)
    case word(String)
  }

  package enum Allowed: Sendable, Equatable {
    case numbers(ClosedRange<Int>)
    case words([String])
  }

  package var name: String
  package var standard: Value
  package var allowed: Allowed
  /// For people.
  package var meaning: String

  package init(_ name: String, _ standard: Int, in range: ClosedRange<Int>, _ meaning: String) {
    self.name = name
    self.standard = .number(standard)
    allowed = .numbers(range)
    self.meaning = meaning
  }

  package init(_ name: String, _ standard: String, of words: [String], _ meaning: String) {
    self.name = name
    self.standard = .word(standard)
    allowed = .words(words)
    self.meaning = meaning
  }

  /// Nil when the value is none of those allowed.
  func accepts(_ value: Value) -> Bool {
    switch (allowed, value) {
    case (.numbers(let range), .number(let number)): range.contains(number)
    case (.words(let words), .word(let word)): words.contains(word)
    case (.numbers, .word), (.words, .number): false
    }
  }

  /// What is allowed, for people.
  package var range: String {
    switch allowed {
    case .numbers(let range): "\(range.lowerBound) to \(range.upperBound)"
    case .words(let words): words.joined(separator: ", ")
    }
  }
}

/// What is wrong with a workload's name or parameters.
package struct WorkloadError: Error, Equatable, CustomStringConvertible {
  package var description: String
}

/// The parameters' values, checked.
package struct WorkloadSettings: Sendable {
  private var values: [String: WorkloadParameter.Value] = [:]
  /// What a workload that tells something again tells.
  let recording: RecordedSession?

  init(
    _ parameters: [WorkloadParameter], _ given: [String: WorkloadParameter.Value], recording: RecordedSession? = nil
  ) throws(WorkloadError) {
    self.recording = recording
    for parameter in parameters { values[parameter.name] = parameter.standard }
    for name in given.keys.sorted() {
      guard let value = given[name] else { continue }
      guard let parameter = parameters.first(where: { $0.name == name }) else {
        let known = parameters.map(\.name).joined(separator: ", ")
        throw WorkloadError(description: "there is no parameter '\(name)'; there are: \(known)")
      }
      guard parameter.accepts(value) else {
        throw WorkloadError(description: "'\(name)' must be \(parameter.range)")
      }
      values[name] = value
    }
  }

  /// All as it is, but for the length.
  init(_ parameters: [WorkloadParameter], messages: Int) {
    recording = nil
    for parameter in parameters { values[parameter.name] = parameter.standard }
    values["messages"] = .number(messages)
  }

  /// A parameter that the workload declares as a number.
  func number(_ name: String) -> Int {
    guard case .number(let value)? = values[name] else { preconditionFailure("no parameter \(name)") }
    return value
  }

  /// A parameter that the workload declares as a word.
  func word(_ name: String) -> String {
    guard case .word(let value)? = values[name] else { preconditionFailure("no parameter \(name)") }
    return value
  }
}
