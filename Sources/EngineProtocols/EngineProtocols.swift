// EngineProtocols: query-engine-v2 and LSP as adapters over `QueryEngine`: bytes in, bytes out. No engine logic, no I/O.
