extension Array {
  /// The first index at which `isBehind` holds, or the count; it must hold of everything behind one of which it holds.
  @inline(__always) func firstIndex(behind isBehind: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
