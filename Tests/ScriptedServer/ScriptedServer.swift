@main
struct ScriptedServer {
  static func main() {}
}
