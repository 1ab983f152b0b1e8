/// Something that goes wrong at a place where the code asks.
public enum Fault: Sendable, Equatable {
  /// It fails.
  case fail
  /// It takes this much longer.
  case stall(Duration)
  /// It never happens, and nobody is told.
  case drop
  /// Whoever does it is gone.
  case crash
}

/// What may go wrong at a place, and how often.
public struct FaultRule: Sendable, Equatable {
  /// What goes wrong.
  public var fault: Fault
  /// How often, in a million.
  public var rate: Int
  /// Not before so many times that the place was passed.
  public var after: Int
  /// Not more often than this.
  public var limit: Int

  /// A rule; without parameters, that it always goes wrong.
  public init(_ fault: Fault, rate: Int = 1_000_000, after: Int = 0, limit: Int = .max) {
    self.fault = fault
    self.rate = rate
    self.after = after
    self.limit = limit
  }
}

/// Thrown where a fault was injected.
public struct InjectedFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// Where.
  public var place: String
  /// What.
  public var fault: Fault

  /// Where, and what.
  public var description: String { "injected fault at \(place): \(fault)" }
}

/// The rules of a run, by the names of places, and how often each was passed.
struct FaultState {
  private let rules: [String: [FaultRule]]
  private var passes: [String: Int] = [:]
  private var hits: [String: Int] = [:]

  init(_ rules: [String: [FaultRule]]) { self.rules = rules }

  var isEmpty: Bool { rules.isEmpty }

  /// What goes wrong this time, if anything; `draw` gives a number below a million from the stream of that name.
  mutating func fault(at place: String, draw: (String) -> Int) -> Fault? {
    guard let candidates = rules[place] else { return nil }
    let pass = passes[place, default: 0]
    passes[place] = pass + 1
    for (index, rule) in candidates.enumerated() where pass >= rule.after {
      let key = "\(place)#\(index)"
      // Drawn whatever the outcome of the others, so that one rule does not shift another.
      guard draw("fault:" + key) < rule.rate, hits[key, default: 0] < rule.limit else { continue }
      hits[key, default: 0] += 1
      return rule.fault
    }
    return nil
  }
}

extension SimulatedWorld {
  /// What goes wrong at this place this time, if anything; the caller carries it out.
  public func fault(at place: String) -> Fault? {
    guard kernel.isOwnUse(of: "fault") else { return nil }
    return kernel.faults.fault(at: place) { Int(kernel.draw($0, below: 1_000_000)) }
  }

  /// Whether there is a place at which anything may go wrong.
  public var injectsFaults: Bool { kernel.isOwnUse(of: "fault") && !kernel.faults.isEmpty }

  /// Passes a place where things may go wrong: waits if it stalls, throws if it fails.
  ///
  /// - Throws: ``InjectedFault``; `CancellationError` when cancelled while it stalls.
  public func pass(_ place: String) async throws {
    switch fault(at: place) {
    case nil: return
    case .stall(let duration): try await clock.sleep(for: duration)
    case .some(let fault): throw InjectedFault(place: place, fault: fault)
    }
  }

  /// Lets time jump, as it does when a machine has slept.
  public func jump(by duration: Duration) { clock.charge(duration) }
}
