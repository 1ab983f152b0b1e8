// Some errors stop the preprocessor although the text's syntax is fine: a file to include is missing, an #error is
// reached. What stopped it is taken out, line for line, so that the rest gets looked at too.

// What stands in for a directive. Each line stays where it is.
protected constant substitutes = ([
  "include": "",
  "string": "\"\"",
  "error": "",
  "charset": "",
  "if": "#if 0",
  "elif": "#elif 0",
  "elseif": "#elif 0",
]);

// With these gone the text means the same to the parser. The others may have brought macros, or chosen a branch.
protected constant harmless = (< "string", "require" >);

//! A text with some directives taken out, and whether that may change how the rest parses.
class Repaired(string text, int(0..1) guessed) {}

protected string directive(string line)
{
  string word;
  return sscanf(line, "%*[ \t]#%*[ \t]%[a-z]", word) == 3 ? word : "";
}

protected int(0..1) is_continued(string line)
{
  return has_suffix(line, "\\") || has_suffix(line, "\\\r");
}

protected void substitute(array(string) lines, int first, string substitute)
{
  int last = first;
  while (last < sizeof(lines) - 1 && is_continued(lines[last]))
    last++;
  lines[first] = substitute;
  for (int line = first + 1; line <= last; line++)
    lines[line] = "";
}

//! Takes out the directive on a line, which counts from one; zero when none that we know is there.
Repaired without_directive(string text, int number)
{
  array(string) lines = text / "\n";
  int line = number - 1;
  if (line < 0 || line >= sizeof(lines))
    return 0;
  while (line > 0 && is_continued(lines[line - 1]))
    line--;
  string word = directive(lines[line]);
  if (!has_index(substitutes, word))
    return 0;
  substitute(lines, line, substitutes[word]);
  return Repaired(lines * "\n", !harmless[word]);
}

//! Takes out the first #require; zero when there is none.
Repaired without_requirement(string text)
{
  array(string) lines = text / "\n";
  foreach (lines; int line; string content)
    if (directive(content) == "require") {
      substitute(lines, line, "");
      return Repaired(lines * "\n", 0);
    }
  return 0;
}
