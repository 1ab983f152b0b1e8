// Recorder: the transparent proxy between a client and a server on standard input and output.
//
// Bytes go first: a forwarder reads, writes, and only then hands what it saw to the intake, a bounded queue that one
// thread empties into a file. Nothing here waits for a disk on the way of a message. What messages mean is not known
// here, but for the few facts that a recording carries about its session (`SessionFacts`).
