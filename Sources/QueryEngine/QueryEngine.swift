// QueryEngine: the host of all inputs, snapshots, the scheduler of requests, telemetry, and the editor bridge's state machine. It
// knows no JSON, no protocol and no process, and not that it may be simulated: clocks, files and executors are passed in.
