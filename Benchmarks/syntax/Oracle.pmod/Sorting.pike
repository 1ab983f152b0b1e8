// Sorts reports: errors of the text's syntax, what may be such, and all others.

protected multiset(string) own;
protected multiset(string) included;
protected int(0..1) guessed;

//! Guessed says that a part of the text was taken out on which it may depend how the rest parses.
protected void create(string path, string text, object preprocessing)
{
  // The text may give itself other names with #line.
  own = (< path >) + line_directive_names(text);
  included = preprocessing->code ? line_directive_names(preprocessing->code) : (<>);
  guessed = preprocessing->guessed;
}

mapping(string:array) sorted(array(mapping) reports)
{
  mapping(string:array) lists = ([ "syntaxErrors": ({}), "uncertain": ({}), "otherErrors": ({}) ]);
  foreach (reports, mapping report)
    lists[list(report)] += ({ shown(report) });
  return lists;
}

protected string list(mapping report)
{
  if (.Messages.kind(report) != .Messages.SYNTAX)
    return "otherErrors";
  if (report->doubtful)
    return "uncertain";
  int(0..1) preprocessed = report->stage == "preprocessor";
  if (own[report->file])
    return guessed && !preprocessed ? "uncertain" : "syntaxErrors";
  // An error inside an included file may be that file's, or come of what stands before the #include.
  return preprocessed || included[report->file] ? "uncertain" : "otherErrors";
}

protected mapping shown(mapping report)
{
  mapping result = ([ "line": report->line, "message": report->message ]);
  if (!own[report->file])
    result->file = report->file;
  if (.Messages.kind(report) == .Messages.UNKNOWN)
    result->unclassified = Val.true;
  return result;
}

protected multiset(string) line_directive_names(string text)
{
  multiset(string) names = (<>);
  foreach (text / "\n", string line)
    if (has_value(line, "#")
        && sscanf(line, "%*[ \t]#%*[ \t]%*[line]%*[ \t]%*d%*[ \t]\"%s\"", string name) == 7)
      names[name] = 1;
  return names;
}
