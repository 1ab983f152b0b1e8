#!/usr/bin/env pike8.0
// Lists the .pike and .pmod files of Pike's library, or of the folder named, one per line in a stable order.

int main(int argc, array(string) argv)
{
  string folder = argc > 1 ? argv[1] : .Oracle.Library.folder();
  array(string) files = .Oracle.Library.files(folder);
  if (!sizeof(files)) {
    werror("%s: no .pike or .pmod file below it; name Pike's library, or set PIKE_LIBRARY\n", folder);
    return 1;
  }
  write("%{%s\n%}", files);
  return 0;
}
