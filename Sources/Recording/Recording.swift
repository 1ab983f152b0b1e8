// Recording: the file format. Records, the encoder, the reader, recovery (docs/recording-format.md is the contract).
//
// Knows bytes and times, not what messages mean. The encoder owns state and hands out bytes; who writes them to a disk,
// and what happens when the disk is full, is the recorder's business.
