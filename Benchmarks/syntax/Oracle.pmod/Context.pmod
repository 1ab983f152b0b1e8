// What a file's text can ask the preprocessor about: which constants there are, and which macros.

// The macros that pike may define by itself, on some system; which of them there are is asked.
protected constant macros = ({
  "__AUTO_BIGNUM__", "__BUILD__", "__COUNTER__", "__DATE__", "__DIR__", "__FILE__", "__LINE__", "__MAJOR__",
  "__MINOR__", "__PIKE__", "__REAL_BUILD__", "__REAL_MAJOR__", "__REAL_MINOR__", "__REAL_VERSION__", "__TIME__",
  "__VERSION__", "SIZEOF_FLOAT", "SIZEOF_INT", "static_assert", "__NT__", "__APPLE__", "__OS2__", "__amigaos__",
});

//! For each name whether `#if constant(name)` holds in the file at path; null for what is not a name.
mapping constants(string path, string text, array(string) names)
{
  mapping(string:mixed) held = ([]);
  foreach (names, string name)
    held[name] = is_name(name) ? holds(path, text, "constant(" + name + ")") : Val.null;
  return ([ "constants": held ]);
}

//! The macros that are there before a text begins, with what each of them becomes.
mapping defines(string path, string text)
{
  mapping(string:string) defined_ones = ([]);
  foreach (macros + indices(master()->get_predefines()), string name)
    if (holds(path, text, "defined(" + name + ")") == Val.true)
      defined_ones[name] = preprocessed(path, text, name + "\n");
  return ([ "defines": defined_ones ]);
}

protected mixed holds(string path, string text, string condition)
{
  string result = preprocessed(path, text, "#if " + condition + "\nyes\n#endif\n");
  return result ? result == "yes" ? Val.true : Val.false : Val.null;
}

// A name, possibly with dots, a leading one, or a scope as in 7.8::Foo; nothing that could end the condition.
protected int(0..1) is_name(string name)
{
  return name != "" && sscanf(name, "%*[a-zA-Z0-9_.:]%s", string rest) == 2 && rest == "";
}

//! What the preprocessor makes of a line or two in the place of the text; zero when it refuses.
protected string preprocessed(string path, string text, string snippet)
{
  string result = .Collector()->collect("preprocessor", path, .Preprocessor.run, dialect(text) + snippet, path);
  return result && String.trim_all_whites(filter(result / "\n", is_code) * "\n");
}

protected int(0..1) is_code(string line)
{
  return !has_prefix(String.trim_all_whites(line), "#");
}

// A `#pike` directive decides which modules the names are looked up in.
protected string dialect(string text)
{
  foreach (text / "\n", string line)
    if (sscanf(line, "%*[ \t]#%*[ \t]pike%*[ \t]%[0-9a-zA-Z_.]", string version) == 4 && version != "")
      return "#pike " + version + "\n";
  return "";
}
