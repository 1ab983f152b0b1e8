// PikeAnalysis: what Pike code means, as queries over its syntax: item trees, scopes, inherits, modules, and the features of
// an editor as functions of a snapshot. It knows no protocol, does no I/O and runs nothing of what it analyses: texts and
// directories are inputs, and whoever evaluates provides those that are missing.
