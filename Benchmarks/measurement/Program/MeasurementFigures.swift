import ArgumentParser

@main
struct MeasurementFigures: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measurement-figures", abstract: "The figures of measurement.",
    subcommands: [StatisticsCommand.self, RatesCommand.self, ResampleCommand.self])
}
