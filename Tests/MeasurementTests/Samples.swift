/// Samples whose statistics were computed with scipy and NumPy.
enum Samples {
  static let ratios = [
    0.021, -0.013, 0.034, 0.008, 0.055, -0.002, 0.017, 0.029, -0.031, 0.012, 0.041, 0.003,
  ]
  static let tied = [1.2, 1.2, -0.4, 0, 3.1, -0.4, 2.2, 0.9, -1.5, 1.2, 0.3, -2.2, 5]
}

func isClose(_ value: Double, _ expected: Double, _ tolerance: Double = 1e-12) -> Bool {
  abs(value - expected) <= tolerance
}
