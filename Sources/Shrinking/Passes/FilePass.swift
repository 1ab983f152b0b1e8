/// Leaves out files of the workspace.
struct FilePass: ShrinkPass {
  let name = "files"

  func run(_ search: inout Search) {
    removeRanges(count: { $0.model.files.count }, &search) { range, search in
      var changes = Changes()
      changes.droppedFiles = Set(range)
      return search.consider(changes)
    }
  }
}
