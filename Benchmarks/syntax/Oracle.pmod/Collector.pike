// Receives what the preprocessor and the compiler report, in order, with the stage in which it was said.
//
// The master calls these through set_inhibit_compile_errors. A compilation handler would do so too, but with one the
// master keeps a second set of modules, so that a text would not be compiled as the master compiles a file.

string stage;
array(mapping) reports = ({});

//! Whether pike gave up in the middle, rather than at the end because of what it had reported.
int(0..1) aborted;

protected function(mapping:void) listener;
protected int(0..1) describes_exception;

//! The listener hears of each report at once, should pike not come to an end.
protected void create(function(mapping:void)|void listener)
{
  this::listener = listener;
}

void compile_error(string file, int line, string message)
{
  mapping report = ([
    "stage": stage,
    "file": file,
    "line": line,
    "message": String.trim_all_whites(message),
    "exception": describes_exception,
  ]);
  reports += ({ report });
  describes_exception = 0;
  if (listener)
    listener(report);
}

void compile_warning(string file, int line, string message) {}

// What an exception says is free text and may read like anything; the report that follows is marked.
int compile_exception(array|object trace)
{
  describes_exception = 1;
  return 0;
}

//! Runs work with all reports coming here. Returns what work returned, or UNDEFINED when that threw.
mixed collect(string in_stage, string file, function work, mixed ... arguments)
{
  stage = in_stage;
  mixed outer = master()->get_inhibit_compile_errors();
  master()->set_inhibit_compile_errors(this);
  mixed result;
  mixed error = catch (result = work(@arguments));
  master()->set_inhibit_compile_errors(outer);
  if (error && !(objectp(error) && error->is_cpp_or_compilation_error)) {
    aborted = describes_exception = 1;
    compile_error(file, 0, describe_error(error));
  }
  return error ? UNDEFINED : result;
}
