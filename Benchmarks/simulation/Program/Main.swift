/// `simulation-figures speed`: what the simulation costs. `simulation-figures bugs`: who finds the planted bugs.
@main
enum Main {
  static func main() {
    switch CommandLine.arguments.dropFirst().first {
    case "speed": Speed.show()
    default: print("usage: simulation-figures speed|bugs")
    }
  }
}
