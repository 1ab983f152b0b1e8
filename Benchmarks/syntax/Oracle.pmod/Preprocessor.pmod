// Pike's preprocessor, called as compile_file() calls it.

// It takes a value too many off the stack for each condition that it cannot read, and an error is followed by many
// such: macros are no longer expanded. What lies there must not be missed, or pike crashes.
protected array(int) ballast = allocate(4000);

// Without a handler, for the newest pike, not picky, no prefix.
protected array(int) usual = ({ 0, -1, -1, 0, 0 });

//! The preprocessed text, or zero when a #require does not hold; throws after it has reported errors.
string|int(0..0) run(string text, string path)
{
  function(mixed ...:string) preprocess = cpp;
  return preprocess(text, path, 1, @usual, @ballast);
}
