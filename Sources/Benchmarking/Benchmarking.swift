// Benchmarking: measures two programs side by side, in pairs, restart after restart. It starts programs and times them; what the numbers
// mean is decided in PerformanceGates, and what is measured is known to the programs (agents) or recorded (language servers).
