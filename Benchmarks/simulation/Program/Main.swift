/// `speed`: what the simulation costs. `bugs`: who finds the planted bugs. `drift`: which failures survive changes.
/// `memory`: what a hundred thousand runs leave behind.
@main
enum Main {
  static func main() {
    switch CommandLine.arguments.dropFirst().first {
    case "speed": Speed.show()
    case "bugs": Bugs.show()
    case "drift": Drift.show()
    case "memory": Memory.show()
    default: print("usage: simulation-figures speed|bugs|drift|memory")
    }
  }
}
