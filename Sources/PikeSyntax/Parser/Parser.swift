/// Turns tokens into a tree: recursive descent, with precedence climbing for operators.
///
/// It never fails. What is missing becomes an empty token that says so, what is too much becomes a node of unexpected
/// tokens, and each token of the text stands in the tree exactly once, in order.
struct Parser: ~Copyable {
  let text: SourceText
  let directives: DirectiveTable
  var lexer: Lexer
  var builder = TreeBuilder()

  /// The token to look at next.
  var current = Token(kind: .endOfFile, flags: [], triviaStart: 0, start: 0, end: 0)
  /// What was read ahead: the token behind the current one, for which it is nearly always enough, and those behind it.
  private var next: Token?
  private var further: [Token] = []
  private var furtherHead = 0
  /// What is left to deliver of macros' bodies, the next token last.
  var expansion: [Token] = []
  /// Where the branch that is parsed by itself ends; the end of the text otherwise.
  var branchEnd = Int.max
  /// How many branches around us are parsed by themselves.
  var branchDepth = 0
  /// Something in the branch wanted to go on behind its end.
  var isBranchUnclean = false
  /// Up to here in this branch, no `else` follows the groups that stand one behind the other.
  var noElseBefore = 0
  /// Conditional groups that cannot be parsed branch by branch, by the index of their `#if`: as declarations, and as statements. The
  /// one says nothing of the other.
  var inlineGroups: (declarations: Set<Int>, statements: Set<Int>) = ([], [])
  /// Where `([a, b] = c)` is known to be no mapping: found out anew at each level, it would take twice as long with each.
  var assignmentsInParentheses: Set<Int> = []
  /// Parentheses behind macro names that are not closed in the rest of the text, with how far was looked.
  var unclosedArguments: [Int: Int] = [:]
  /// The use of a macro that was read last.
  var lastExpansion = MacroExpansion()
  /// Here, macros that look like calls are known to be used like calls.
  var regularArguments = 0..<0

  /// The end of the text of the last token taken: where something missing is reported.
  var previousEnd = 0
  /// The furthest byte that was looked at.
  var peekedEnd = 0
  /// How many tokens were taken, and how many when the last mistake was reported.
  var taken = 0
  var takenAtLastError = -1
  var errorCount = 0
  /// How many tokens were read from the text, those read twice counted twice.
  var tokensRead = 0
  var depth = 0

  /// The old tree's nodes that may be used again.
  var reuse: ReuseCursor?
  /// Asked before each item of a list; once it says so, all lists end where they are, and the tree is good for nothing.
  var shouldStop: (() -> Bool)?
  private(set) var wasStopped = false

  /// How deeply constructs may be nested; beyond it, text is kept but not understood.
  static let depthLimit = 200

  init(text: SourceText, directives: DirectiveTable, reuse: ReuseCursor? = nil) {
    self.text = text
    self.directives = directives
    self.reuse = reuse
    lexer = Lexer(text)
  }

  /// Whether the parser is to stop, or has been stopped already.
  mutating func stops() -> Bool {
    guard let shouldStop else { return false }
    wasStopped = wasStopped || shouldStop()
    return wasStopped
  }

  /// Parses the whole text.
  mutating func parseFile() -> GreenNode {
    restartInList(at: 0)
    parseDeclarations(until: .endOfFile, parent: .sourceFile)
    take()
    return builder.take(.sourceFile, from: 0, flags: [], lookahead: 0)
  }

  // MARK: Nodes

  var mark: Int { mutating get { builder.count } }

  mutating func finish(_ kind: SyntaxKind, from mark: Int, flags: GreenNode.Flags = []) {
    let isInMacro = current.isVirtual && current.triviaStart == current.start
    builder.finish(
      kind, from: mark, flags: isInMacro ? flags.union(.endsInMacro) : flags, peekedEnd: peekedEnd, end: previousEnd)
  }

  // MARK: Tokens

  @inline(__always) mutating func at(_ kind: SyntaxKind) -> Bool { current.kind == kind }

  /// Puts the current token into the tree and goes on to the next.
  @inline(__always) mutating func take() {
    builder.push(
      GreenElement(
        token: current.kind, trivia: Int(current.start - current.triviaStart), text: Int(current.end - current.start),
        isVirtual: current.isVirtual, hasTriviaError: current.flags.contains(.triviaError)))
    if current.kind.isFaulty, !current.isVirtual { noteError() }
    previousEnd = Int(current.end)
    taken += 1
    advance()
  }

  @inline(__always) mutating func take(if kind: SyntaxKind) -> Bool {
    guard current.kind == kind else { return false }
    take()
    return true
  }

  /// Takes a token of that kind, or says that it is missing.
  mutating func expect(_ kind: SyntaxKind, _ problem: Problem) {
    if !take(if: kind) { missing(kind, problem) }
  }

  @inline(__always) private mutating func advance() {
    guard let following = next else {
      current = produce()
      return
    }
    current = following
    next = furtherHead < further.count ? further[furtherHead] : nil
    furtherHead += 1
    if furtherHead >= further.count { forgetFurther() }
  }

  private mutating func forgetFurther() {
    if !further.isEmpty { further.removeAll(keepingCapacity: true) }
    furtherHead = 0
  }

  private mutating func fill(stopsAtDirective: Bool) {
    next = nil
    forgetFurther()
    current = produce(stopsAtDirective: stopsAtDirective)
  }

  /// The token `distance` behind the current one.
  mutating func peek(_ distance: Int) -> Token {
    if distance == 0 { return current }
    let following = next ?? produce()
    next = following
    if distance == 1 { return following }
    while furtherHead + distance - 2 >= further.count { further.append(produce()) }
    return further[furtherHead + distance - 2]
  }

  /// Where the parser may come back to.
  struct Checkpoint {
    var position: Int
    var mark: Int
    var previousEnd: Int
    var taken: Int
    var takenAtLastError: Int
    var errorCount: Int
    var isBranchUnclean: Bool
    var branchEnd: Int
    var branchDepth: Int
    var depth: Int
  }

  /// The state before the current token, which must not be in the middle of a macro's body.
  mutating func checkpoint() -> Checkpoint {
    Checkpoint(
      position: Int(current.triviaStart), mark: mark, previousEnd: previousEnd, taken: taken,
      takenAtLastError: takenAtLastError, errorCount: errorCount, isBranchUnclean: isBranchUnclean,
      branchEnd: branchEnd, branchDepth: branchDepth, depth: depth)
  }

  mutating func rewind(to checkpoint: Checkpoint) {
    builder.truncate(to: checkpoint.mark)
    previousEnd = checkpoint.previousEnd
    taken = checkpoint.taken
    takenAtLastError = checkpoint.takenAtLastError
    errorCount = checkpoint.errorCount
    isBranchUnclean = checkpoint.isBranchUnclean
    branchEnd = checkpoint.branchEnd
    branchDepth = checkpoint.branchDepth
    depth = checkpoint.depth
    restart(at: checkpoint.position)
  }

  /// Reads on at `position`; what was read ahead is forgotten.
  mutating func restart(at position: Int) {
    restart(at: position, stopsAtDirective: false)
  }

  /// The same where a list of items goes on: a directive that comes next is the current token. Looking for what stands behind
  /// it would cost a walk over all the directives that follow, for each of them.
  mutating func restartInList(at position: Int) {
    restart(at: position, stopsAtDirective: true)
  }

  private mutating func restart(at position: Int, stopsAtDirective: Bool) {
    lexer.position = position
    expansion.removeAll(keepingCapacity: true)
    fill(stopsAtDirective: stopsAtDirective)
  }

  // MARK: Depth

  /// Goes one level down, or, when that is too deep, puts what follows into a node as it is and returns false.
  mutating func descend() -> Bool {
    if depth < Self.depthLimit {
      depth += 1
      return true
    }
    skipTooDeep()
    return false
  }
}
