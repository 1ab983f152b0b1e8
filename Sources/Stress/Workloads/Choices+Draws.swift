package import Simulation

// Draws of other things than numbers from 0.
extension Choices {
  /// A number of the range.
  package mutating func draw(_ stream: String, in range: ClosedRange<Int>) -> Int {
    range.lowerBound + draw(stream, below: range.upperBound - range.lowerBound + 1)
  }

  /// One of the elements, of which there must be some.
  package mutating func pick<Element>(_ stream: String, _ elements: [Element]) -> Element {
    elements[draw(stream, below: elements.count)]
  }

  /// Whether something happens that happens in so many of a hundred cases.
  package mutating func chance(_ stream: String, percent: Int) -> Bool { draw(stream, below: 100) < percent }

  /// The elements in another order (Fisher and Yates).
  package mutating func shuffled<Element>(_ stream: String, _ elements: [Element]) -> [Element] {
    var result = elements
    for index in result.indices.dropFirst().reversed() { result.swapAt(index, draw(stream, below: index + 1)) }
    return result
  }
}
