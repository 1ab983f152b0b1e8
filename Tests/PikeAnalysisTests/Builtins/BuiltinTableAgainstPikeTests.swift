import Glibc
import TestSupport
import Testing

@testable import PikeAnalysis

@Suite(.enabled(if: Tool.find("pike8.0") != nil && Tool.find("bash") != nil, "pike8.0 is not installed"))
struct BuiltinTableAgainstPikeTests {
  /// The package's folder, four names up from this file.
  private static let root = "\(#filePath)".split(separator: "/").dropLast(4).map { "/\($0)" }.joined()

  /// The table is asked of the installed pike anew. Another release than the one it was made from may say something else.
  @Test func theCommittedTableIsWhatPikeSays() {
    let status = system("'\(Self.root)/Scripts/make-builtins' --check")
    #expect(status == 0, "Scripts/make-builtins --check: status \(status >> 8)")
  }

  /// Of these the compiler checks the number of arguments by code of its own; their types admit more than that.
  private static let checkedBeyondTheirTypes: Set = ["aggregate_mapping", "filter", "map"]

  @Test func everyNameAndArityIsWhatPikesCompilerTakes() {
    let pipe = popen("pike8.0 '\(Self.root)/Scripts/check-builtin-calls.pike'", "w")
    for claim in Self.claims { fputs(claim + "\n", pipe) }
    let status = pclose(pipe)
    #expect(Self.claims.count > 1000)
    #expect(status == 0, "pike's compiler contradicts the table; see above")
  }

  private static let claims: [String] = {
    var claims: [String] = []
    // After `predef::` the compiler takes a name with such an end for a reserved word.
    for symbol in BuiltinTable.globals where !symbol.name.hasSuffix("__") {
      claims.append(claim("predef::" + symbol.name, symbol))
    }
    let modules = Set(BuiltinTable.modulePaths.flatMap { nestedModules($0) })
    for path in modules.sorted() {
      for symbol in BuiltinTable.members(of: path) ?? [] where !symbol.isProtected {
        claims.append(claim("\(path).\(symbol.name)", symbol))
      }
    }
    return claims
  }()

  /// The path's own modules, and the path itself when it is no class.
  private static func nestedModules(_ path: String) -> [String] {
    let nested = (BuiltinTable.members(of: path) ?? []).filter { $0.kind == .module }.map(\.type)
    let roots = BuiltinTable.global("_static_modules").map { BuiltinTable.members(of: $0.type) ?? [] } ?? []
    return nested + (roots.map(\.name).contains(path) || isSharedObject(path) ? [path] : [])
  }

  private static func isSharedObject(_ path: String) -> Bool {
    access("/usr/lib/pike8.0/modules/" + path.split(separator: ".").joined(separator: ".pmod/") + ".so", R_OK) == 0
  }

  private static func claim(_ expression: String, _ symbol: BuiltinSymbol) -> String {
    let counts = Array(0...9)
    guard [.function, .class].contains(symbol.kind), !checkedBeyondTheirTypes.contains(symbol.name) else {
      return "\(expression)  "
    }
    let taken = counts.filter { symbol.admits(argumentCount: $0) == true }.map(String.init)
    let refused = counts.filter { symbol.admits(argumentCount: $0) == false }.map(String.init)
    return "\(expression) \(taken.joined(separator: ",")) \(refused.joined(separator: ","))"
  }
}
