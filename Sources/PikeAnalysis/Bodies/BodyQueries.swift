package import IncrementalQueries
package import PikeSyntax

/// The syntax of a declaration, wherever it stands: the same as long as its node is, so that an edit elsewhere in the file goes no
/// further.
package struct BodySyntax: Sendable {
  package let node: SyntaxNode
}

package enum BodySyntaxQuery: Query {
  package static let name = "bodySyntax"

  package static func execute(
    _ key: ItemID, in context: QueryContext, previous: BodySyntax??
  ) throws(QueryInterruption) -> BodySyntax? {
    try ItemPlaces.node(of: key, in: context).map { BodySyntax(node: $0) }
  }

  // Nodes are shared between trees only where the text and the macros in it are the same.
  package static func isSame(_ old: BodySyntax?, _ new: BodySyntax?) -> Bool { old?.node.green === new?.node.green }
}

package enum BodyQuery: Query {
  package static let name = "body"

  package static func execute(
    _ key: ItemID, in context: QueryContext, previous: Body??
  ) throws(QueryInterruption) -> Body? {
    guard let syntax = try context.get(BodySyntaxQuery.self, key) else { return nil }
    let body = Body.lowered(from: syntax.node)
    context.did(body.uses.count + body.expressions.count, .uses)
    return body
  }

  package static func isSame(_ old: Body?, _ new: Body?) -> Bool { old === new }
}

package enum BodyResolutionQuery: Query {
  package static let name = "bodyResolution"

  package static func execute(
    _ key: ItemID, in context: QueryContext, previous: BodyResolution??
  ) throws(QueryInterruption) -> BodyResolution? {
    guard let body = try context.get(BodyQuery.self, key) else { return nil }
    var resolver = BodyResolver(owner: key, body: body, names: Names(context))
    return try resolver.run()
  }
}

/// What is wrong in a body, by place within the declaration.
package enum BodyDiagnosticsQuery: Query {
  package static let name = "bodyDiagnostics"

  package static func execute(
    _ key: ItemID, in context: QueryContext, previous: [BodyDiagnostic]?
  ) throws(QueryInterruption) -> [BodyDiagnostic] {
    guard let body = try context.get(BodyQuery.self, key),
      let resolution = try context.get(BodyResolutionQuery.self, key)
    else { return [] }
    var checker = BodyChecker(body: body, resolution: resolution, names: Names(context))
    return try checker.run()
  }
}
