import Glibc

/// What the distributions are made of.
enum SpecialFunctions {
  static func logGamma(_ value: Double) -> Double {
    let (logarithm, _): (Double, Int) = lgamma(value)
    return logarithm
  }

  /// The regularised incomplete beta function, by its continued fraction (DLMF 8.17.22) with Lentz's algorithm ("Generating Bessel
  /// functions in Mie scattering calculations using continued fractions", 1976).
  static func regularizedBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    // The fraction converges fast below the mean only; above it, the mirrored one does.
    if x > (a + 1) / (a + b + 2) { return 1 - regularizedBeta(1 - x, b, a) }
    let front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x)) / a
    let fraction = continuedFraction { term in
      if term == 0 { return 1 }
      let m = Double(term / 2)
      return term % 2 == 0
        ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    }
    return front * fraction
  }

  /// `c0 / (1 + c1 / (1 + c2 / …))`.
  private static func continuedFraction(_ coefficient: (Int) -> Double) -> Double {
    let tiny = 1e-300
    var (value, c, d) = (tiny, tiny, 0.0)
    for term in 0..<500 {
      let numerator = coefficient(term)
      d = 1 + numerator * d
      if abs(d) < tiny { d = tiny }
      d = 1 / d
      c = 1 + numerator / c
      if abs(c) < tiny { c = tiny }
      let change = c * d
      value *= change
      if abs(change - 1) < 1e-15 { break }
    }
    return value
  }

  /// The probability that a chi-squared variable exceeds `value`: the regularised upper incomplete gamma function, by its series (DLMF
  /// 8.11.4) or its continued fraction (8.9.2).
  static func chiSquaredUpperTail(_ value: Double, degreesOfFreedom: Double) -> Double {
    if value <= 0 { return 1 }
    let (a, x) = (degreesOfFreedom / 2, value / 2)
    let front = exp(a * log(x) - x - logGamma(a))
    return x < a + 1 ? 1 - front * lowerGammaSeries(a, x) : front * upperGammaFraction(a, x)
  }

  private static func lowerGammaSeries(_ a: Double, _ x: Double) -> Double {
    var term = 1 / a
    var sum = term
    var n = a
    for _ in 0..<2_000 {
      n += 1
      term *= x / n
      sum += term
      if term < sum * 1e-16 { break }
    }
    return sum
  }

  private static func upperGammaFraction(_ a: Double, _ x: Double) -> Double {
    var b = x + 1 - a
    var c = 1e300
    var d = 1 / b
    var value = d
    for i in 1..<2_000 {
      let numerator = -Double(i) * (Double(i) - a)
      b += 2
      d = 1 / (numerator * d + b)
      c = b + numerator / c
      let change = c * d
      value *= change
      if abs(change - 1) < 1e-15 { break }
    }
    return value
  }
}
