// Tests of QueryEngine.
