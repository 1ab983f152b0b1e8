import Glibc

/// Numbers for people, without a locale.
enum Decimals {
  /// With so many digits behind the point.
  static func fixed(_ value: Double, _ digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
    let scale = pow(10, Double(digits))
    let scaled = Int((abs(value) * scale).rounded())
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard digits > 0 else { return "\(sign)\(scaled)" }
    let fraction = String(scaled % Int(scale))
    return "\(sign)\(scaled / Int(scale))." + String(repeating: "0", count: digits - fraction.count) + fraction
  }

  /// With three significant digits or so, whatever the size.
  static func short(_ value: Double) -> String {
    let magnitude = abs(value)
    if magnitude == 0 { return "0" }
    return fixed(value, magnitude >= 100 ? 0 : magnitude >= 10 ? 1 : magnitude >= 1 ? 2 : magnitude >= 0.1 ? 3 : 4)
  }

  /// Rounded up to two significant digits: a budget with five would pretend to know them.
  static func roundedUp(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return value }
    let digits = 1 - Int(floor(log10(value)))
    let scale = pow(10, Double(abs(digits)))
    // Dividing by a power of ten gives the nearest number to what people write, multiplying by a tenth does not.
    return digits >= 0 ? (value * scale - 1e-9).rounded(.up) / scale : (value / scale - 1e-9).rounded(.up) * scale
  }
}

/// Changes as per cent.
enum Percent {
  /// Of a log ratio.
  static func change(_ logRatio: Double) -> String { text(expm1(logRatio)) }

  /// With a sign.
  static func text(_ share: Double) -> String {
    let number = Decimals.fixed(share * 100, 1)
    return (number.hasPrefix("-") || number == "0.0" ? "" : "+") + number + " %"
  }
}
