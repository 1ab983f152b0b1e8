// Whether a text's syntax is right, as the preprocessor and the compiler see it.

// The compiler says no more about a class after so many errors in it.
protected constant MOST_ERRORS_TOLD = 21;

// No file is called this, and its only fault is one that pike finds in its second pass.
protected constant PROBE_FILE = "the oracle's probe";
protected constant PROBE = "private mixed oracle_probe() { return oracle_probe_undefined; }";

//! Compiles text as if the file at path held it, and sorts what pike said. What is certain already is told on the way,
//! for pike crashes or loops after some syntax errors.
mapping judge(string path, string text, function(mapping:void)|void tell)
{
  object preprocessing = .Preprocessing(path, text);
  object sorting = .Sorting(path, text, preprocessing);
  object collector = .Collector(lambda(mapping report) { tell_what_is_certain(sorting->sorted(({ report })), tell); });
  program compiled;
  if (preprocessing->code)
    compiled = collector->collect("compiler", path, compile, preprocessing->code);

  int(0..1) complete = preprocessing->code && (compiled || looked_at_all_of(preprocessing->code, collector));
  mapping answer = sorting->sorted(preprocessing->reports + collector->reports);
  return answer + ([
    "compiles": compiled && preprocessing->unchanged ? Val.true : Val.false,
    "complete": complete ? Val.true : Val.false,
    "verdict": verdict(answer, complete),
  ]);
}

protected void tell_what_is_certain(mapping sorted, function(mapping:void)|void tell)
{
  if (tell && sizeof(sorted->syntaxErrors))
    tell(([ "verdict": verdict(sorted, 0), "syntaxErrors": sorted->syntaxErrors ]));
}

protected string verdict(mapping sorted, int(0..1) complete)
{
  if (sizeof(sorted->syntaxErrors))
    return "wrong";
  return complete && !sizeof(sorted->uncertain) ? "right" : "undecided";
}

// The compiler failed: has it at least parsed all of the text, and told all that it found?
protected int(0..1) looked_at_all_of(string code, object collector)
{
  array(mapping) reports = collector->reports;
  if (collector->aborted || !sizeof(reports) || has_value(map(reports, .Messages.kind), .Messages.LIMIT))
    return 0;
  return sizeof(reports) < MOST_ERRORS_TOLD || first_pass_succeeds(code);
}

//! Whether pike's first pass, in which it parses all of the text, has nothing to say about it.
//!
//! Only after such a pass is there a second one. So the question is whether a fault is found that none but the second
//! finds, and that stands so far in front that it is told before others are too many.
protected int(0..1) first_pass_succeeds(string code)
{
  object collector = .Collector();
  string probed = sprintf("#line 1 %O\n%s\n%s", PROBE_FILE, PROBE, code);
  collector->collect("compiler", PROBE_FILE, compile, probed);
  return has_value(collector->reports->file, PROBE_FILE);
}
