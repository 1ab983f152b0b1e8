/// Values by key, of which those that came first are forgotten.
package struct RecentValues<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let capacity: Int
  private var values: [Key: Value] = [:]
  private var order: [Key] = []
  private var oldest = 0

  package init(capacity: Int) { self.capacity = capacity }

  package subscript(key: Key) -> Value? { values[key] }

  package mutating func insert(_ value: Value, at key: Key) {
    guard values.updateValue(value, forKey: key) == nil else { return }
    if order.count < capacity {
      order.append(key)
    } else {
      values[order[oldest]] = nil
      order[oldest] = key
      oldest = (oldest + 1) % capacity
    }
  }

  package mutating func removeAll() {
    values.removeAll(keepingCapacity: true)
    order.removeAll(keepingCapacity: true)
    oldest = 0
  }
}
