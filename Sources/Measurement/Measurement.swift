// Measurement: samples, quantiles, histograms.
//
// Knows numbers, not where they come from: nothing here reads a clock or knows a method's name.
