package import IncrementalQueries
internal import PikeSyntax

/// Depends on where the declaration stands, but is the same object as long as its node is: an edit elsewhere in the file goes no
/// further.
package enum BodyQuery: Query {
  package static let name = "body"

  package static func execute(
    _ key: ItemID, in context: QueryContext, previous: Body??
  ) throws(QueryInterruption) -> Body? {
    guard let node = try ItemPlaces.node(of: key, in: context) else { return nil }
    // Nodes are shared between trees only where the text and the macros in it are the same.
    if let old = previous ?? nil, old.syntax == NodeIdentity(node) { return old }
    let body = Body.lowered(from: node)
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
