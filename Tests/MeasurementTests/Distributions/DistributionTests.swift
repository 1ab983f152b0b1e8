import Testing

@testable import Measurement

/// Reference values from scipy.stats 1.17; `Scripts/compare-with-scipy` compares many more.
@Suite struct DistributionTests {
  @Test(arguments: [
    (1e-10, -6.361340902404056), (1e-4, -3.7190164854556804), (0.025, -1.9599639845400545), (0.3, -0.5244005127080409),
    (0.5, 0.0), (0.975, 1.959963984540054), (0.999, 3.090232306167813),
  ])
  func normalQuantiles(_ probability: Double, _ expected: Double) {
    #expect(abs(NormalDistribution.quantile(probability) - expected) < 1e-10)
  }

  @Test func theNormalQuantileInvertsTheDistribution() {
    for step in 1..<1_000 {
      let probability = Double(step) / 1_000
      #expect(abs(NormalDistribution.cumulative(NormalDistribution.quantile(probability)) - probability) < 1e-13)
    }
  }

  @Test(arguments: [
    (1.0, [0.12111894159084341, 0.5927735790777423, 0.8457858855496665], [3.0776835371752544, 12.706204736174694]),
    (3.0, [0.04385332350403278, 0.6081183539800405, 0.9231842283470004], [1.637744353696209, 3.1824463052837078]),
    (7.0, [0.020496109292876444, 0.6135549747989328, 0.9503969902663183], [1.4149239276505086, 2.364624251592784]),
    (59.0, [0.007609570973816889, 0.617384195661056, 0.9688382136124718], [1.2960657251220526, 2.000995378088267]),
  ])
  func studentsT(_ degrees: Double, _ cumulative: [Double], _ quantiles: [Double]) {
    let distribution = StudentT(degreesOfFreedom: degrees)
    for (t, expected) in zip([-2.5, 0.3, 1.9], cumulative) {
      #expect(abs(distribution.cumulative(t) - expected) < 1e-12)
    }
    for (probability, expected) in zip([0.9, 0.975], quantiles) {
      #expect(abs(distribution.quantile(probability) - expected) < 1e-9)
      #expect(abs(distribution.quantile(1 - probability) + expected) < 1e-9)
    }
  }

  @Test(arguments: [
    (0.5, 1.0, 0.47950012218695337), (3.0, 2.0, 0.22313016014842982), (20.0, 4.0, 0.0004993992273873336),
    (100.0, 60.0, 0.0009168288614560842),
  ])
  func chiSquaredTails(_ value: Double, _ degrees: Double, _ expected: Double) {
    #expect(abs(SpecialFunctions.chiSquaredUpperTail(value, degreesOfFreedom: degrees) - expected) < 1e-12)
  }
}
