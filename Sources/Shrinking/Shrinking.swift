// Shrinking: makes a failing recording minimal, over the session, the schedule, the faults and the timing together.
//
// Passes propose, a search asks the oracle and keeps what still fails in the same way. Absent on purpose: running anything, files,
// clocks, and judgement of what a failure is: those belong to the oracle, which the caller passes in.
