/// Colours, when they are wanted. Colour never stands alone: what it says, a word or a sign says too.
package struct Palette: Sendable {
  package enum Style: String, Sendable {
    case plain = ""
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case cyan = "36"
  }

  package var isOn: Bool

  package init(isOn: Bool) { self.isOn = isOn }

  package func paint(_ text: String, _ style: Style) -> String {
    guard isOn, style != .plain, !text.isEmpty else { return text }
    return "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m"
  }
}
