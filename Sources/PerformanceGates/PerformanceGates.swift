// PerformanceGates: branch comparison, budgets, gate rounds, history, pinned corpus, rollout stages.
//
// Values in, verdicts out: nothing here starts a process, opens a file or reads a clock. What was measured, read and dated comes in from
// outside, and what is missing is never taken for good: it is invalid, unresolved or on hold.
