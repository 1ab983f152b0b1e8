/// What a declaration says to everybody else: no positions, no bodies, no comments. So an edit in a body leaves it as it is, and
/// whoever depends on it need not run again.
package final class Item: Sendable {
  package enum Kind: Hashable, Sendable {
    case `class`, function, variable, constant, `enum`, enumMember, typedef, inherit, `import`
  }

  package struct Modifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }
    package static let `private` = Modifiers(rawValue: 1)
    package static let `protected` = Modifiers(rawValue: 2)
    package static let local = Modifiers(rawValue: 4)
    package static let final = Modifiers(rawValue: 8)
    package static let inline = Modifiers(rawValue: 16)
    package static let optional = Modifiers(rawValue: 32)
    package static let variant = Modifiers(rawValue: 64)
    package static let `extern` = Modifiers(rawValue: 128)
    package static let `public` = Modifiers(rawValue: 256)
  }

  package struct Parameter: Hashable, Sendable {
    /// Nil when it has none.
    package var name: String?
    package var type: TypeExpression
    package var hasDefault: Bool
    /// `type ... name`: takes any number of arguments, none included.
    package var isVariadic: Bool
  }

  package let kind: Kind
  /// As declared; of an inherit, its alias or the last part of its target's name; empty if there is none.
  package let name: String
  package let modifiers: Modifiers
  /// The declared type; of a function, its result; of a constant whose value is a literal, the literal's.
  package let type: TypeExpression
  /// Of a function, and of a class that takes `create`'s parameters.
  package let parameters: [Parameter]
  /// What an inherit or import names; of a constant whose value is a name, that name.
  package let target: ProgramName?
  /// Of a class or an enum, in the order of the text; those in modifier blocks and compiled branches included.
  package let members: [Item]
  /// A function without a body.
  package let isPrototype: Bool
  private let hash: Int

  package init(
    kind: Kind, name: String, modifiers: Modifiers = [], type: TypeExpression = .unknown, parameters: [Parameter] = [],
    target: ProgramName? = nil, members: [Item] = [], isPrototype: Bool = false
  ) {
    self.kind = kind
    self.name = name
    self.modifiers = modifiers
    self.type = type
    self.parameters = parameters
    self.target = target
    self.members = members
    self.isPrototype = isPrototype
    var hasher = Hasher()
    hasher.combine(kind)
    hasher.combine(name)
    hasher.combine(type)
    hasher.combine(members)
    hash = hasher.finalize()
  }
}

extension Item: Hashable {
  package static func == (left: Item, right: Item) -> Bool {
    if left === right { return true }
    return left.hash == right.hash && left.kind == right.kind && left.name == right.name
      && left.modifiers == right.modifiers && left.type == right.type && left.parameters == right.parameters
      && left.target == right.target && left.isPrototype == right.isPrototype && left.members == right.members
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}
