// Tests of PikeAnalysis.
