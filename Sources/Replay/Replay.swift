// Replay: sessions, pacing, targets, comparison of answers.
//
// ``ReplaySession`` plays the recorded client as a state machine without I/O; ``ProcessTarget`` puts a server process
// behind it; ``Judge`` holds what came out against the recording. Absent on purpose: how a server works, and any file but
// those of the workspace.
