/// What stands where in a body. Offsets are relative to the declaration's node.
extension Body {
  /// The innermost scope around an offset; both its ends belong to it.
  package func scope(at offset: Int) -> Int {
    // Scopes are numbered in the order of their beginnings, so the last one that holds the offset is the innermost.
    scopes.lastIndex { $0.range.lowerBound < offset && offset <= $0.range.upperBound } ?? 0
  }

  /// The locals that are visible at an offset, the innermost first, without those that are hidden by another one's name.
  package func visibleLocals(at offset: Int) -> [Int] {
    var byScope: [Int: [Int]] = [:]
    for (index, local) in locals.enumerated() where local.visibleFrom <= offset {
      byScope[local.scope, default: []].append(index)
    }
    var seen: Set<String> = []
    var result: [Int] = []
    var current: Int? = scope(at: offset)
    var isBehindClass = false
    while let scope = current {
      for index in (byScope[scope] ?? []).reversed() {
        let local = locals[index]
        guard !isBehindClass || scopes[scope].kind == .class || local.kind.isMemberOfClassAround else { continue }
        if seen.insert(local.name).inserted { result.append(index) }
      }
      if scopes[scope].kind == .class { isBehindClass = true }
      current = scopes[scope].parent
    }
    return result
  }

  /// The use whose name holds the offset or ends there; of several in a macro's argument, the first.
  package func use(at offset: Int) -> Int? {
    var low = 0
    var high = uses.count
    while low < high {
      let middle = (low + high) / 2
      if uses[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    var found: Int?
    var index = low - 1
    while index >= 0 {
      let range = uses[index].range
      if !range.isEmpty, range.upperBound >= offset { found = index } else if found != nil { break }
      if range.upperBound < offset, !range.isEmpty { break }
      index -= 1
    }
    return found
  }

  /// The local whose name is declared at the offset, or ends there.
  package func local(declaredAt offset: Int) -> Int? {
    locals.firstIndex { !$0.isFromMacro && $0.nameRange.lowerBound <= offset && offset <= $0.nameRange.upperBound }
  }

  /// The access of a member whose operator (`->`, `.`) or name holds the offset or ends there: its base is what stands before.
  package func memberAccess(at offset: Int) -> (use: Int, base: Int)? {
    for (index, use) in uses.enumerated() {
      guard case .member(let base, _) = use.kind, !use.operatorRange.isEmpty else { continue }
      let end = max(use.range.upperBound, use.operatorRange.upperBound)
      if use.operatorRange.lowerBound < offset, offset <= end { return (index, base) }
    }
    return nil
  }
}
