internal import IncrementalQueries

/// One mistake in a body. Offsets are relative to the declaration's node.
package struct BodyDiagnostic: Hashable, Sendable {
  package var range: Range<Int>
  package var severity: Diagnostic.Severity
  package var code: String
  package var message: String
  /// The other place to look at, and what is there.
  package var related: Related?
  package var isUnnecessary = false

  package struct Related: Hashable, Sendable {
    package var range: Range<Int>
    package var message: String
  }
}

/// Says what is certainly wrong, as pike's compiler would.
struct BodyChecker {
  let body: Body
  let symbols: [[Symbol]]
  let isUndefined: [Bool]
  let types: [ResolvedType]
  let names: Names
  private var found: [BodyDiagnostic] = []

  init(body: Body, symbols: [[Symbol]], isUndefined: [Bool], types: [ResolvedType], names: Names) {
    self.body = body
    self.symbols = symbols
    self.isUndefined = isUndefined
    self.types = types
    self.names = names
  }

  mutating func run() throws(QueryInterruption) -> [BodyDiagnostic] {
    checkLocals()
    checkNames()
    try checkCalls()
    return found.sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.code) < ($1.range.lowerBound, $1.range.upperBound, $1.code)
    }
  }

  private mutating func checkLocals() {
    for duplicate in body.duplicates {
      let (local, previous) = (body.locals[duplicate.local], body.locals[duplicate.previous])
      guard !local.isFromMacro, !previous.isFromMacro else { continue }
      found.append(
        BodyDiagnostic(
          range: local.nameRange, severity: .error, code: "duplicate-local",
          message: "`\(local.name)` is declared in this block already",
          related: .init(range: previous.nameRange, message: "the other `\(local.name)`")))
    }
    // One that is set where it is declared may be there for what it holds, such as a lock.
    for local in body.locals where local.kind == .variable && !local.isMentioned && !local.isInitialized {
      guard !local.isFromMacro else { continue }
      found.append(
        BodyDiagnostic(
          range: local.nameRange, severity: .warning, code: "unused-local", message: "`\(local.name)` is never used",
          isUnnecessary: true))
    }
  }

  private mutating func checkNames() {
    for (index, use) in body.uses.enumerated() where isUndefined[index] && !use.range.isEmpty {
      found.append(
        BodyDiagnostic(
          range: use.range, severity: .error, code: "undefined-name", message: message(undefined: use)))
    }
  }

  private func message(undefined use: Body.Use) -> String {
    switch use.kind {
    case .name, .qualifier: "`\(use.name)` is not defined"
    case .sibling: "there is no `\(use.name)` beside this file"
    case .qualified(let qualifiers):
      qualifiers.isEmpty
        ? "nothing that is inherited defines `\(use.name)`"
        : "`\(qualifiers.joined(separator: "::"))` has no `\(use.name)`"
    case .member: "there is no `\(use.name)` in this module"
    }
  }

  // MARK: Calls

  private mutating func checkCalls() throws(QueryInterruption) {
    for (index, use) in body.uses.enumerated() where use.access.contains(.call) && !use.isTentative {
      guard let count = use.argumentCount, let arity = try arity(ofUse: index, use), !arity.admits(count) else {
        continue
      }
      found.append(
        BodyDiagnostic(
          range: use.range, severity: .error, code: "wrong-arity",
          message: "`\(use.name)` takes \(arity.text), and not \(count)"))
    }
  }

  private func arity(ofUse index: Int, _ use: Body.Use) throws(QueryInterruption) -> CallArity? {
    if let number = use.local {
      let local = body.locals[number]
      // A member of a local class may have variants.
      guard local.kind == .function, body.scopes[local.scope].kind != .class else { return nil }
      return CallArity(local.parameters)
    }
    guard symbols[index].count == 1 else { return nil }
    // One of several types may have another one of that name.
    if case .member(let base, _) = use.kind, case .union = types[base] { return nil }
    return try names.arity(of: symbols[index][0])
  }
}

/// How many arguments a call may have, as far as that is certain.
struct CallArity: Hashable, Sendable {
  /// Alternatives: each a least number and, unless it is open, a greatest one.
  var alternatives: [BuiltinArity]

  init(_ alternatives: [BuiltinArity]) { self.alternatives = alternatives }

  /// `void|int` may be left out, and so may what is repeated.
  init(_ parameters: [Item.Parameter]) {
    let last = parameters.lastIndex { !$0.isVariadic && !$0.hasDefault && !$0.type.mayBeVoid }
    let isOpen = parameters.contains { $0.isVariadic }
    alternatives = [BuiltinArity(minimum: last.map { $0 + 1 } ?? 0, maximum: isOpen ? nil : parameters.count)]
  }

  func admits(_ count: Int) -> Bool { alternatives.contains { $0.admits(count) } }

  /// `2 arguments`, `at least 1 argument`.
  var text: String {
    guard alternatives.count == 1, let only = alternatives.first else { return "another number of arguments" }
    func arguments(_ count: Int) -> String { count == 1 ? "1 argument" : "\(count) arguments" }
    guard let maximum = only.maximum else { return "at least \(arguments(only.minimum))" }
    if maximum == only.minimum { return maximum == 0 ? "no arguments" : arguments(maximum) }
    return "\(only.minimum) to \(arguments(maximum))"
  }
}

extension TypeExpression {
  var mayBeVoid: Bool {
    switch self {
    case .basic("void"): true
    // What a type definition stands for is not looked up here.
    case .unknown, .named: false
    case .union(let types): types.contains { $0.mayBeVoid }
    default: false
    }
  }
}
