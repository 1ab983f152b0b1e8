import Measurement
import Testing

@Suite struct BinomialIntervalTests {
  /// From the quantiles of beta distributions, as tables and other programs give them.
  @Test(arguments: [
    (0, 100, 0.0, 0.0362), (5, 100, 0.0164, 0.1128), (50, 100, 0.3983, 0.6017), (100, 100, 0.9638, 1.0),
    (1, 10, 0.0025, 0.4450), (0, 1, 0.0, 0.975), (3, 3, 0.2924, 1.0), (10, 1000, 0.0048, 0.0183),
  ])
  func itIsTheExactOne(_ successes: Int, _ trials: Int, _ low: Double, _ high: Double) {
    let interval = BinomialInterval(successes: successes, trials: trials)
    #expect(abs(interval.low - low) < 0.00006, "\(interval)")
    #expect(abs(interval.high - high) < 0.00006, "\(interval)")
  }

  @Test func withoutTrialsNothingIsKnown() {
    let interval = BinomialInterval(successes: 0, trials: 0)
    #expect(interval.low == 0 && interval.high == 1)
  }

  @Test func moreConfidenceIsWider() {
    let usual = BinomialInterval(successes: 7, trials: 50)
    let sure = BinomialInterval(successes: 7, trials: 50, confidence: 0.999)
    #expect(sure.low < usual.low && usual.high < sure.high)
  }

  /// The interval holds the true rate in at least 95 of a hundred samples.
  @Test(arguments: [0.02, 0.3, 0.9])
  func itHoldsTheTrueRateAsOftenAsItSays(_ rate: Double) {
    var state: UInt64 = 42
    var held = 0
    for _ in 0..<400 {
      var successes = 0
      for _ in 0..<60 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        if Double(state >> 11) / 0x1p53 < rate { successes += 1 }
      }
      let interval = BinomialInterval(successes: successes, trials: 60)
      if interval.low <= rate, rate <= interval.high { held += 1 }
    }
    #expect(held >= 375)
  }
}
