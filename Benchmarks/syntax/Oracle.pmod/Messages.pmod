// What pike's messages are about, looked up in messages.json.

constant SYNTAX = "syntax";
constant MEANING = "meaning";
constant LIMIT = "limit";
constant UNKNOWN = "unknown";

// Ours: pike says nothing when a #require does not hold.
constant UNMET_REQUIREMENT = "A #require does not hold.";

// A message is looked for in this order: what is wrong with the text itself wins.
protected constant order = ({ SYNTAX, LIMIT, MEANING });

protected mapping(string:mapping(string:array(string))) table = read();

protected mapping read()
{
  string file = combine_path(__DIR__, "..", "messages.json");
  return Standards.JSON.decode(Stdio.read_file(file));
}

// What a message of the given stage ("preprocessor" or "compiler") is about.
protected string classify(string stage, string message)
{
  foreach (order, string kind)
    foreach (table[stage][kind] || ({}), string pattern)
      if (glob(pattern, message))
        return kind;
  return UNKNOWN;
}

//! What a report is about. An exception's message may read like anything; it is never about syntax.
string kind(mapping report)
{
  return report->exception ? MEANING : classify(report->stage, report->message);
}
