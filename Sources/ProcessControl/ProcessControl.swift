// ProcessControl: child processes with their three pipes, signals and exit status; threads and monitors for those who
// talk to them with blocking calls.
//
// Knows no protocol, and decides nothing about what to do with a child: that is the recorder's and the replayer's
// business.
