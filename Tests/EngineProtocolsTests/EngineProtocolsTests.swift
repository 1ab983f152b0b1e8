// Tests of EngineProtocols.
