// JSONRPC: message framing, request ids, envelope scanning and JSON values over bytes.
//
// Absent on purpose: input and output (callers hand bytes in and take frames out), and the names of methods (what a
// message means is the business of `Transcript`).
