// FigureSupport: what the programs that print figures share: clocks of processor time, quantiles, numbers as text. It knows nothing of
// what is measured.
