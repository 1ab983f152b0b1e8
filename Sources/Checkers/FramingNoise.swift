import Recording
package import Transcript

/// Nothing but framed messages stands on the protocol's streams.
package struct FramingNoise: Checker {
  package static let property = Property(
    id: "framing-noise", purpose: "Nothing but framed messages stands on the protocol's streams.", weight: .must)
  package static let interests: Interests = .events

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .event(.noise(let party, let bytes)) = observation.fact else { return }
    let isBlank = bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    report.find(
      observation.record, expected: "only framed messages from the \(party)",
      came: "\(bytes.count) \(isBlank ? "blank bytes" : "bytes") outside any message",
      weight: isBlank ? .observation : .must)
  }
}
