extension Schedule: CustomStringConvertible {
  /// `SEED`, or `SEED;PICKS;CHOICES`: the picks as hexadecimal numbers (`step-job-front-picked`), the choices as
  /// `stream@ordinal=value` with percent signs before what would be mistaken, both separated by commas.
  public var text: String {
    if picks.isEmpty, choices.isEmpty { return String(seed, radix: 16) }
    let picks = picks.map { pick in
      "\(Self.hex(UInt64(pick.step)))-\(Self.hex(UInt64(pick.frontJob)))-\(Self.hex(UInt64(pick.front)))"
        + "-\(Self.hex(UInt64(pick.picked)))"
    }
    let choices = choices.map { "\(Self.escape($0.stream))@\(Self.hex(UInt64($0.ordinal)))=\(Self.hex($0.value))" }
    return "\(Self.hex(seed));\(picks.joined(separator: ","));\(choices.joined(separator: ","))"
  }

  public var description: String { text }

  /// Nil for any text that ``text`` does not make. Texts come from strangers; a longer one than this is refused.
  public init?(text: String) {
    guard text.utf8.count <= Self.maximumTextLength else { return nil }
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    guard parts.count == 1 || parts.count == 3, let seed = Self.number(parts[0]) else { return nil }
    self.init(seed: seed)
    guard parts.count == 3 else { return }
    for part in parts[1].split(separator: ",") {
      guard let pick = Self.pick(part) else { return nil }
      picks.append(pick)
    }
    for part in parts[2].split(separator: ",") {
      guard let choice = Self.choice(part) else { return nil }
      choices.append(choice)
    }
  }

  static let maximumTextLength = 1 << 24

  private static func hex(_ number: UInt64) -> String { String(number, radix: 16) }

  private static func number(_ text: some StringProtocol) -> UInt64? {
    // A sign is none of ours.
    text.first.map { $0.isHexDigit } == true ? UInt64(text, radix: 16) : nil
  }

  private static func pick(_ text: Substring) -> Pick? {
    let fields = text.split(separator: "-", omittingEmptySubsequences: false)
    guard fields.count == 4, let step = number(fields[0]).flatMap(Int.init(exactly:)),
      let job = number(fields[1]).flatMap(Int.init(exactly:)),
      let front = number(fields[2]).flatMap(UInt32.init(exactly:)),
      let picked = number(fields[3]).flatMap(UInt32.init(exactly:))
    else { return nil }
    return Pick(step: step, front: front, frontJob: job, picked: picked)
  }

  private static func choice(_ text: Substring) -> Choice? {
    guard let at = text.firstIndex(of: "@"), let equal = text.firstIndex(of: "="), at < equal,
      let stream = unescape(text[..<at]),
      let ordinal = number(text[text.index(after: at)..<equal]).flatMap(Int.init(exactly:)),
      let value = number(text[text.index(after: equal)...])
    else { return nil }
    return Choice(stream: stream, ordinal: ordinal, value: value)
  }

  private static let special = Set("%,;@= \n\r\t".utf8)

  private static func escape(_ name: String) -> String {
    name.utf8.reduce(into: "") { result, byte in
      if special.contains(byte) || byte < 0x21 || byte > 0x7e {
        result += byte < 16 ? "%0" + String(byte, radix: 16) : "%" + String(byte, radix: 16)
      } else {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
  }

  private static func unescape(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
        return nil
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
