// EngineProtocols: query-engine-v2 and LSP as adapters over `QueryEngine`: bytes in, bytes out.
//
// Absent on purpose: input and output (bytes are handed in, messages are handed to a function), threads, clocks, and what an answer
// says (that is `PikeAnalysis`' business, when it is computed `QueryEngine`'s).
