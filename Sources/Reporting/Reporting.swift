// Reporting: what was found, for people and for machines.
//
// Absent on purpose: input and output (callers print what is returned) and judgement. What comes from a recording is not
// trusted: it reaches a terminal only through ``Printable``.
