// The text after the preprocessor, and what that said on the way.

// Each attempt takes out what stopped the one before.
protected constant MOST_ATTEMPTS = 50;

//! The preprocessed text; zero when the preprocessor could not be brought to its end.
string code;

array(mapping) reports = ({});

//! Whether the text went through as it is.
int(0..1) unchanged = 1;

//! Whether something was taken out that may change how the rest parses.
int(0..1) guessed;

protected string path;

protected void create(string path, string text)
{
  this::path = path;
  for (int attempt = 0; text && attempt < MOST_ATTEMPTS; attempt++)
    text = attempted(text);
}

//! Preprocesses once; returns the text to try next, or zero when there is nothing more to do.
protected string attempted(string text)
{
  object collector = .Collector();
  string|int(0..0) result = collector->collect("preprocessor", path, .Preprocessor.run, text, path);
  if (stringp(result)) {
    code = result;
    return 0;
  }
  unchanged = 0;
  if (!undefinedp(result))
    return relaxed(text);
  return repaired(text, collector->reports);
}

// After its first error the preprocessor expands no macros, and so finds errors that are none: `#pike __REAL_VERSION__`
// lacks a dot. Only what comes before any error of another kind is sure to be about syntax; the rest is found again, or
// not, once what came first is out of the way.
protected string repaired(string text, array(mapping) said)
{
  int sure = Array.search_array(said, lambda(mapping report) { return !is_syntax(report); });
  if (sure < 0) {
    add(said);
    return 0;
  }
  object repaired = sure == 0 && said[0]->file == path && .Repair.without_directive(text, said[0]->line);
  if (repaired) {
    add(said[..0]);
    guessed |= repaired->guessed;
    return repaired->text;
  }
  add(said[..sure - 1] + map(said[sure..], as_doubtful));
  return 0;
}

// A #require that does not hold ends the preprocessor without a word and without a result.
protected string relaxed(string text)
{
  add(({ ([ "stage": "preprocessor", "file": path, "line": 0, "exception": 0,
            "message": .Messages.UNMET_REQUIREMENT ]) }));
  object repaired = .Repair.without_requirement(text);
  return repaired && repaired->text;
}

// An attempt tells what the one before could not get past once more.
protected void add(array(mapping) said)
{
  foreach (said, mapping report)
    if (!is_known(report))
      reports += ({ report });
}

protected int(0..1) is_known(mapping report)
{
  foreach (reports, mapping each)
    if (equal(each, report))
      return 1;
  return 0;
}

protected int(0..1) is_syntax(mapping report)
{
  return .Messages.kind(report) == .Messages.SYNTAX;
}

protected mapping as_doubtful(mapping report)
{
  return report + ([ "doubtful": 1 ]);
}
