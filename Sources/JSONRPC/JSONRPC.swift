// JSONRPC: message framing, request ids, envelope scanning, JSON values over bytes, and the `file:` URIs that stand in messages.
//
// Absent on purpose: input and output (callers hand bytes in and take frames out), and the names of methods (what a
// message means is the business of `Transcript`).
