#!/usr/bin/env pike8.0
// How long Pike's own tools need for its library: CPU seconds of this one process, file by file, texts in memory.

constant EXIT_USAGE = 64;
constant NANOSECONDS = 1e9;

//! A text, and what each of the tools took for it in each repetition.
class Measured(string path, string text)
{
  mapping(string:array(float)) seconds = ([ "split": ({}), "tokenize": ({}), "compile": ({}) ]);
  mapping(string:int(0..1)) succeeded = ([]);

  void measure(string tool, function(string, string:mixed) run)
  {
    int(0..1) returned;
    int before = gethrvtime(1);
    // What it returns is given up at once: freeing it is part of the work.
    mixed error = catch (returned = !!run(path, text));
    int after = gethrvtime(1);
    seconds[tool] += ({ (after - before) / NANOSECONDS });
    succeeded[tool] = !error && returned;
  }

  mapping shown()
  {
    return ([ "path": path, "bytes": sizeof(text), "seconds": seconds,
              "tokenizes": succeeded->tokenize ? Val.true : Val.false,
              "compiles": succeeded->compile ? Val.true : Val.false ]);
  }
}

int main(int argc, array(string) argv)
{
  int repetitions = argc > 2 ? (int)argv[2] : 3;
  if (argc > 3 || repetitions < 1) {
    werror("usage: times.pike [LIBRARY] [REPETITIONS]\n");
    return EXIT_USAGE;
  }
  string library = argc > 1 ? argv[1] : .Oracle.Library.folder();
  Stdio.File output = Stdio.stdout->dup();
  // Modules may print when they are loaded.
  Stdio.stderr->dup2(Stdio.stdout);

  array(Measured) files = map(.Oracle.Library.files(library), lambda(string path) {
    return Measured(path, Stdio.read_file(path));
  });
  if (!sizeof(files)) {
    werror("%s: no .pike or .pmod file below it; name Pike's library, or set PIKE_LIBRARY\n", library);
    return 1;
  }
  for (int repetition = 0; repetition < repetitions; repetition++) {
    files->measure("split", split);
    files->measure("tokenize", tokenize);
    files->measure("compile", compile_quietly);
  }
  output->write("%s\n", string_to_utf8(Standards.JSON.encode(summary(library, files, repetitions))));
  return 0;
}

array split(string path, string text)
{
  return Parser.Pike.split(text);
}

array tokenize(string path, string text)
{
  return Parser.Pike.tokenize(Parser.Pike.split(text), path);
}

// What the master does with a file: the preprocessor, then the compiler. Nothing is cloned.
program compile_quietly(string path, string text)
{
  master()->set_inhibit_compile_errors(.Oracle.Collector());
  return compile_string(text, path);
}

mapping summary(string library, array(Measured) files, int repetitions)
{
  return ([
    "pike": version(),
    "library": library,
    "repetitions": repetitions,
    "count": sizeof(files),
    "bytes": `+(0, @map(files->text, sizeof)),
    "tokenizing": sizeof(filter(files, lambda(Measured file) { return file->succeeded->tokenize; })),
    "compiling": sizeof(filter(files, lambda(Measured file) { return file->succeeded->compile; })),
    "seconds": ([ "split": totals(files, "split"), "tokenize": totals(files, "tokenize"),
                  "compile": totals(files, "compile") ]),
    "files": files->shown(),
  ]);
}

//! One sum over all files for each repetition.
array(float) totals(array(Measured) files, string tool)
{
  return map(Array.transpose(map(files, lambda(Measured file) { return file->seconds[tool]; })),
             lambda(array(float) each) { return `+(@each); });
}
