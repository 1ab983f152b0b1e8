// PikeSyntax: lexer, lossless error-tolerant parser and incremental reparse of Pike 8.0. It knows neither queries nor LSP,
// does no I/O, and answers any text with a tree and diagnostics; it never throws, traps or hangs.
