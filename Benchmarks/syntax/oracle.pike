#!/usr/bin/env pike8.0
// Answers what pike thinks of texts: one JSON object per line in, one per line out. README.md describes them.

constant EXIT_USAGE = 64;

protected float time_limit_seconds = 10.0;
protected Stdio.File answers;

int main(int argc, array(string) argv)
{
  mapping(mixed:mixed) options = Arg.parse(argv);
  if (sizeof(indices(options) - ({ Arg.REST, "warm", "timeout" })) || sizeof(options[Arg.REST])) {
    werror("usage: oracle.pike [--warm[=FOLDER]] [--timeout=SECONDS]\n");
    return EXIT_USAGE;
  }
  if (options->timeout)
    time_limit_seconds = (float)options->timeout;
  keep_output_clean();
  if (options->warm)
    warm(stringp(options->warm) ? options->warm : .Oracle.Library.folder());
  while (string line = Stdio.stdin->gets())
    answers->write("%s\n", string_to_utf8(Standards.JSON.encode(answer(line))));
  return 0;
}

// Modules may print when they are loaded, and must not read what is meant for us: only this program keeps the way out.
protected void keep_output_clean()
{
  answers = Stdio.stdout->dup();
  Stdio.stderr->dup2(Stdio.stdout);
}

// A child inherits the modules that are loaded already. Loading them takes longer than compiling most files.
protected void warm(string folder)
{
  int deadline = time() + 120;
  foreach (.Oracle.Library.files(folder), string path)
    if (time() < deadline)
      .Oracle.Judgement.judge(path, Stdio.read_file(path));
}

protected mapping answer(string line)
{
  mapping request;
  mixed error = catch (request = [mapping]Standards.JSON.decode_utf8(line));
  if (error || !mappingp(request))
    return ([ "id": Val.null, "failed": "request", "message": "not a JSON object" ]);
  return ([ "id": has_index(request, "id") ? request->id : Val.null ]) + answered(request);
}

protected mapping answered(mapping request)
{
  if (!stringp(request->path))
    return ([ "failed": "request", "message": "no path" ]);
  string path = string_to_utf8(request->path);
  string text;
  if (catch (text = stringp(request->text) ? MIME.decode_base64(request->text) : Stdio.read_file(path)) || !text)
    return ([ "failed": "request", "message": "neither a text nor a readable file" ]);
  return .Oracle.Bounded.run(lambda(function(mapping:void) tell) { return work(request, path, text, tell); },
                            time_limit_seconds);
}

protected mapping work(mapping request, string path, string text, function(mapping:void) tell)
{
  // What is compiled must find nothing to read here.
  Stdio.File("/dev/null")->dup2(Stdio.stdin);
  if (arrayp(request->constants))
    return .Oracle.Context.constants(path, text, request->constants);
  if (request->defines)
    return .Oracle.Context.defines(path, text);
  return .Oracle.Judgement.judge(path, text, tell);
}
