package import PikeSyntax

/// What stands in one declaration: its scopes, what is declared in them, the names that are used and what they are used for.
///
/// All offsets are relative to the beginning of the declaration's node, so that an edit elsewhere leaves a body as it is.
package final class Body: Sendable {
  /// The first one is the declaration itself; of a function it holds the parameters and what stands directly in its block.
  package let scopes: [Scope]
  /// In the order in which they become visible.
  package let locals: [Local]
  /// In the order of the text; those without a place of their own stand where their macro is used.
  package let uses: [Use]
  /// What uses and locals refer to by number.
  package let expressions: [Expression]
  /// Locals that have the name of another one in the same scope.
  package let duplicates: [Duplicate]
  /// What it was made of.
  let syntax: NodeIdentity

  init(_ lowering: BodyLowering) {
    syntax = NodeIdentity(lowering.root)
    scopes = lowering.scopes
    locals = lowering.locals
    uses = lowering.uses
    expressions = lowering.expressions
    duplicates = lowering.duplicates
  }

  /// The body of a declaration, or of a part of one: a declarator, a member of an enum.
  package static func lowered(from node: SyntaxNode) -> Body { BodyLowering.lower(node) }

  package struct Scope: Sendable, Hashable {
    package enum Kind: Sendable, Hashable { case function, block, `class` }
    package var kind: Kind
    package var parent: Int?
    package var range: Range<Int>
    /// Some name in it could not be read: any name may be declared.
    package var isOpen = false
    /// Of a class.
    package var inherits: [ProgramName] = []
    package var imports: [Import] = []
  }

  package struct Import: Sendable, Hashable {
    package var target: ProgramName
    /// It counts from here on.
    package var offset: Int
  }

  package struct Local: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      case parameter, variable, constant, function, `class`, `enum`, enumMember, typedef
    }
    package var name: String
    package var kind: Kind
    /// The declared type; of a function, its result.
    package var type: TypeExpression
    package var parameters: [Item.Parameter] = []
    /// Empty if it comes out of a macro's body.
    package var nameRange: Range<Int>
    package var scope: Int
    package var visibleFrom: Int
    /// The number of the expression that it is set to where it is declared.
    package var value: Int?
    /// It gets a value where it is declared, if only by `foreach` or the like.
    package var isInitialized = false
    /// Something refers to it.
    package var isMentioned = false
    package var isFromMacro: Bool { nameRange.isEmpty }
  }

  package struct Duplicate: Sendable, Hashable {
    package var local: Int
    package var previous: Int
  }

  package struct Access: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let read = Access(rawValue: 1)
    package static let write = Access(rawValue: 2)
    package static let call = Access(rawValue: 4)
    /// It stands where a type or a program does.
    package static let type = Access(rawValue: 8)
  }

  package struct Use: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      /// Looked up from here outwards.
      case name
      /// `.name`
      case sibling
      /// `A::name`; `::name` has no qualifiers.
      case qualified([String])
      /// The `A` of `A::name`.
      case qualifier
      /// `base->name` or `base.name`
      case member(base: Int, isArrow: Bool)
    }
    package var name: String
    package var kind: Kind
    package var access: Access
    /// Of the name; empty if that is missing, or comes out of a macro's body.
    package var range: Range<Int>
    package var scope: Int
    /// The local variable that it means.
    package var local: Int?
    /// How many arguments the call has, if that is certain.
    package var argumentCount: Int?
    /// It need not be what it looks like: it comes out of a macro, stands in the argument of one, or names one.
    package var isTentative = false
    /// The name of a macro.
    package var isMacro = false
    /// Of a member, the operator before it.
    package var operatorRange: Range<Int> = 0..<0
  }

  package enum Expression: Sendable, Hashable {
    case unknown
    /// A literal, a cast; the type's names are looked up in the scope.
    case typed(TypeExpression, scope: Int)
    /// By its number in `uses`.
    case use(Int)
    /// What calling gives.
    case call(Int)
    /// What indexing gives.
    case element(Int)
    case array(Int?)
    case mapping(key: Int?, value: Int?)
    case multiset(Int?)
    case either([Int])
    case lambda
  }
}
