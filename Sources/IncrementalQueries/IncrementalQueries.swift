// IncrementalQueries: inputs with revisions and durability, memoised derived queries with dependency edges, validation,
// backdating, cancellation and counters of work. It knows no language, no files, no clocks and no tasks: whoever evaluates
// brings a thread.
//
// The algorithm is that of salsa (https://salsa-rs.github.io/salsa/reference/algorithm.html): fetch, maybe changed after, execute,
// backdate. It differs in that snapshots are values: any retained revision can be asked, also while newer ones exist.
