// Stress: workloads that write sessions from seeds, over sample projects that are made from seeds, too.
//
// A workload knows what an editor does, and nothing of the server that it will be done to. Absent on purpose: clocks, random numbers of
// its own, and judgement.
