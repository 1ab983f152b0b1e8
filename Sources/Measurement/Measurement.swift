// Measurement: samples, quantiles, histograms, paired comparisons, intervals, change points.
//
// Knows numbers, not where they come from: nothing here reads a clock or knows a method's name, and randomness comes out of seeds
// that are passed in.
