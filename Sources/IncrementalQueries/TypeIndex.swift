/// A number for each of a few types, found quickly: it is looked up whenever a query is asked.
struct TypeIndex: Sendable {
  private var types: [ObjectIdentifier?]
  private var numbers: [Int]
  private let mask: Int

  /// Each type gets its position as its number.
  init(_ identifiers: [ObjectIdentifier]) {
    var size = 16
    while size < identifiers.count * 4 { size *= 2 }
    mask = size - 1
    types = Array(repeating: nil, count: size)
    numbers = Array(repeating: 0, count: size)
    for (number, type) in identifiers.enumerated() {
      let place = place(of: type)
      precondition(types[place] == nil, "a type is named twice")
      types[place] = type
      numbers[place] = number
    }
  }

  subscript(type: ObjectIdentifier) -> Int? {
    let place = place(of: type)
    return types[place] == nil ? nil : numbers[place]
  }

  /// Where the type stands, or should stand: there is always an empty place behind it.
  private func place(of type: ObjectIdentifier) -> Int {
    // The addresses of metatypes are multiples of 8; the product's upper bits are well mixed.
    var place = Int(truncatingIfNeeded: (UInt64(UInt(bitPattern: type)) &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    while let other = types[place], other != type { place = (place + 1) & mask }
    return place
  }
}
